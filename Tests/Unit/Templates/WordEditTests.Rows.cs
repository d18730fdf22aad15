using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

public sealed partial class WordEditTests
{
    private static readonly Sample Maximal = Sample.Named("mau03-6-maximal");
    private static readonly byte[] TwoRows = Maximal.Fill();

    [TestMethod]
    public void A_row_added_by_Word_is_read_and_asks_for_its_unprinted_values()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            var item = Docx.Control(body, "exemplaryTasks").Element(W + "sdtContent")!.Elements().Single();
            var added = new XElement(item);
            Docx.Control(added, "exemplaryContent").Descendants(W + "t").First().Value = "Việc mới.";
            Docx.Control(added, "exemplarySolution").Descendants(W + "t").First().Value = "Trong quý II.";
            item.AddAfterSelf(added);
        }));

        var rows = document.Values.RowsOf("exemplaryTasks");
        Assert.HasCount(2, rows);
        Assert.AreEqual(("2", "Việc mới.", ""), (rows[0]["exemplaryGroup"], rows[1]["exemplaryContent"], rows[1]["exemplaryGroup"]));
        Assert.AreEqual(("D03", "exemplaryTasks[1]"), document.Findings.Select(finding => (finding.Rule, finding.Path)).Single());
        Assert.AreEqual(new FieldOutcome.Changed("", "Việc mới."), document.Outcomes["exemplaryTasks[1].exemplaryContent"]);
    }

    [TestMethod]
    public void A_row_pasted_without_its_controls_is_read()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "exemplaryTasks").AddAfterSelf(
            Line("2. Công việc số 2"), Line("- Nội dung, mục tiêu:"), Line("Việc dán vào."), Line("Dòng hai."), Line("- Giải pháp, thời gian thực hiện"), Line("Cách làm."))));

        var added = document.Values.RowsOf("exemplaryTasks")[1];
        Assert.AreEqual(("Việc dán vào.\nDòng hai.", "Cách làm."), (added["exemplaryContent"], added["exemplarySolution"]));
    }

    [TestMethod]
    public void Swapped_rows_take_their_ids_and_unprinted_values_along()
    {
        var stamped = DocumentStamp.WithRowIds(TwoRows, Maximal.Identity, Maximal.Form, WithIds(Reading.Of(TwoRows).Values, "a", "b"));

        var document = Reading.Of(Docx.Edit(stamped, body =>
        {
            var content = Docx.Control(body, "exemplaryTasks").Element(W + "sdtContent")!;
            var first = content.Elements().First();
            first.Remove();
            content.Add(first);
        }));

        var rows = document.Values.RowsOf("exemplaryTasks");
        Assert.AreEqual(("b", "2", "a", "1"), (rows[0].RowId, rows[0]["exemplaryGroup"], rows[1].RowId, rows[1]["exemplaryGroup"]));
    }

    [TestMethod]
    public void A_row_removed_leaves_the_other_with_its_own_id()
    {
        var stamped = DocumentStamp.WithRowIds(TwoRows, Maximal.Identity, Maximal.Form, WithIds(Reading.Of(TwoRows).Values, "a", "b"));

        var document = Reading.Of(Docx.Edit(stamped, body => Docx.Control(body, "exemplaryTasks").Element(W + "sdtContent")!.Elements().First().Remove()));

        Assert.AreEqual("b", document.Values.RowsOf("exemplaryTasks").Single().RowId);
    }

    [TestMethod]
    public void Row_lines_inside_a_control_are_content_and_start_no_row()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "exemplaryContent").Element(W + "sdtContent")!.Add(
            Line("2. Công việc số 2"), Line("- Giải pháp, thời gian thực hiện:"))));

        var row = document.Values.RowsOf("exemplaryTasks").Single();
        StringAssert.EndsWith(row["exemplaryContent"], "\n2. Công việc số 2\n- Giải pháp, thời gian thực hiện:", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Section_three_deleted_by_hand_has_no_rows()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            var section = Docx.Control(body, "exemplaryTasks");
            section.ElementsBeforeSelf(W + "p").Last().Remove();
            section.Remove();
        }));

        Assert.IsEmpty(document.Values.RowsOf("exemplaryTasks"));
        CollectionAssert.AreEqual(new[] { "D02" }, Rules(document));
    }

    [TestMethod]
    public void Rows_read_without_tags_bookmarks_or_section()
    {
        var document = Reading.Of(Docx.Edit(TwoRows, body =>
        {
            Unwrap(body);
            body.Descendants(W + "bookmarkStart").Remove();
        }));

        Assert.AreEqual(
            Reading.Json(Maximal.Form, Maximal.Normalized with { Fields = document.Values.Fields }),
            Reading.Json(Maximal.Form, document.Values));
    }

    private static XElement Line(string text) => new(W + "p", Docx.Run(text));

    private static FormValues WithIds(FormValues values, params string[] ids) => values with
    {
        Rows = values.Rows.ToDictionary(rows => rows.Key, rows => (IReadOnlyList<FormRow>)[.. rows.Value.Select((row, index) => row with { RowId = ids[index] })]),
    };
}
