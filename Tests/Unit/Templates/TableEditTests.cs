using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>What Word, LibreOffice and people do to the rows of a table between two readings.</summary>
[TestClass]
public sealed partial class TableEditTests
{
    private const string Rows = "breakthroughTasks";

    private static readonly XNamespace W = Docx.W;
    private static readonly Sample Typical = Sample.Named("mau01-2-typical");
    private static readonly byte[] Filled = Stamped(Typical.Fill(), "a", "b", "c", "d");
    private static readonly FormDocument Before = Reading.Of(Filled);

    [TestMethod]
    public void Row_ids_and_unprinted_values_stay_with_rows_that_nobody_touched()
    {
        Assert.AreEqual("a b c d", Ids(Before));
        Assert.AreEqual("bottleneck", Before.Values.RowsOf(Rows)[1]["problemTag"]);
        Assert.IsEmpty(Before.Findings);
    }

    [TestMethod]
    public void Runs_split_anywhere_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var run in body.Descendants(W + "r").Where(run => run.Element(W + "t")?.Value.Length > 1).ToList())
        {
            run.ReplaceWith(run.Element(W + "t")!.Value.Chunk(3).Select(piece => Docx.Run(new string(piece))));
        }
    });

    [TestMethod]
    public void Rows_without_tags_read_the_same() => ReadsTheSame(body => body.Descendants(W + "tag").Remove());

    [TestMethod]
    public void Rows_without_any_control_read_the_same() => ReadsTheSame(Unwrap);

    [TestMethod]
    public void Rows_without_controls_and_bookmarks_are_told_by_the_heads()
    {
        var document = Edited(body =>
        {
            Unwrap(body);
            body.Descendants(W + "bookmarkStart").Remove();
        });

        AssertRows(Before.Values.RowsOf(Rows), document);
        Assert.AreEqual(Before.Values["recipients"], document.Values["recipients"]);
    }

    [TestMethod]
    public void Controls_of_whole_cells_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var control in Table(body).Descendants(W + "tc").Elements(W + "sdt").Where(control => Docx.TagOf(control) != "recipients").ToList())
        {
            var (cell, outer) = (control.Parent!, new XElement(control));
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
            cell.ReplaceWith(outer);
            outer.Element(W + "sdtContent")!.ReplaceNodes(cell);
        }
    });

    [TestMethod]
    public void A_row_copied_in_Word_is_a_row_of_its_own()
    {
        var document = Edited(body => Items(body)[1].AddAfterSelf(WithText(new XElement(Items(body)[1]), "taskContent", "Việc mới.")));

        Assert.AreEqual("a b  c d", Ids(document));
        Assert.AreEqual(("Việc mới.", Before.Values.RowsOf(Rows)[1]["leadUnit"], ""), (Row(document, 2)["taskContent"], Row(document, 2)["leadUnit"], Row(document, 2)["problemTag"]));
        CollectionAssert.AreEqual(new[] { $"D03 {Rows}[2]" }, Told(document));
    }

    [TestMethod]
    public void A_plain_row_pasted_among_the_controls_is_read()
    {
        var document = Edited(body => Items(body)[0].AddAfterSelf(PlainRow("2", "Việc dán vào.", "UBND xã", "Không", "Quý IV/2024")));

        Assert.AreEqual("a  b c d", Ids(document));
        Assert.AreEqual(("Việc dán vào.", "UBND xã", "Không", "Quý IV/2024"), Cells(Row(document, 1)));
    }

    [TestMethod]
    public void A_plain_row_pasted_below_the_last_is_read()
    {
        var document = Edited(body => Section(body).AddAfterSelf(PlainRow("5", "Việc cuối.", "UBND xã", "Không", "Quý IV/2024")));

        Assert.AreEqual("a b c d ", Ids(document));
        Assert.AreEqual("Việc cuối.", Row(document, 4)["taskContent"]);
    }

    [TestMethod]
    public void A_deleted_row_takes_its_id_along()
    {
        var document = Edited(body => Items(body)[1].Remove());

        Assert.AreEqual("a c d", Ids(document));
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void Moved_rows_take_their_ids_and_unprinted_values_along()
    {
        var document = Edited(body =>
        {
            var second = Items(body)[1];
            second.Remove();
            Items(body)[^1].AddAfterSelf(second);
        });

        Assert.AreEqual("a c d b", Ids(document));
        Assert.AreEqual("bottleneck", Row(document, 3)["problemTag"]);
    }

    [TestMethod]
    public void A_row_deleted_with_tracked_changes_does_not_count()
    {
        var document = Edited(body => Items(body)[1].Descendants(W + "tr").First().AddFirst(new XElement(W + "trPr", new XElement(W + "del", new XAttribute(W + "id", 1), new XAttribute(W + "author", "x")))));

        Assert.AreEqual("a c d", Ids(document));
        CollectionAssert.AreEqual(new[] { "D01 " }, Told(document));
    }

    [TestMethod]
    public void A_row_inserted_with_tracked_changes_counts()
    {
        var document = Edited(body =>
        {
            var row = PlainRow("5", "Việc thêm.", "UBND xã", "Không", "Quý IV/2024");
            row.AddFirst(new XElement(W + "trPr", new XElement(W + "ins", new XAttribute(W + "id", 1), new XAttribute(W + "author", "x"))));
            Section(body).AddAfterSelf(row);
        });

        Assert.AreEqual("Việc thêm.", Row(document, 4)["taskContent"]);
        CollectionAssert.AreEqual(new[] { "D01 ", $"D03 {Rows}[4]" }, Told(document).Order().ToList());
    }

    [TestMethod]
    public void Text_changed_with_tracked_changes_reads_as_it_will_be()
    {
        var document = Edited(body =>
        {
            var run = Docx.Control(Items(body)[0], "timeframe").Descendants(W + "r").First();
            run.ReplaceWith(
                new XElement(W + "del", new XAttribute(W + "id", 1), new XElement(W + "r", new XElement(W + "delText", run.Value))),
                new XElement(W + "ins", new XAttribute(W + "id", 2), Docx.Run("Trước 30/9/2024")));
        });

        Assert.AreEqual("Trước 30/9/2024", Row(document, 0)["timeframe"]);
        Assert.AreEqual("a b c d", Ids(document));
    }

    [TestMethod]
    public void Several_paragraphs_and_breaks_in_a_cell_are_lines()
    {
        var document = Edited(body => Docx.Control(Items(body)[0], "leadUnit").AddAfterSelf(
            new XElement(W + "p", Docx.Run("(tham mưu: Văn phòng)"), new XElement(W + "r", new XElement(W + "br")), Docx.Run("dòng ba"))));

        Assert.AreEqual("UBND xã\n(tham mưu: Văn phòng)\ndòng ba", Row(document, 0)["leadUnit"]);
    }

    [TestMethod]
    public void Rows_without_text_are_no_rows()
    {
        var document = Edited(body => Items(body)[1].AddAfterSelf(PlainRow("3", "", "", "", ""), PlainRow("", " ", "\u00A0", "", "")));

        Assert.AreEqual("a b c d", Ids(document));
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void Rows_of_dots_are_no_rows()
    {
        var document = Edited(body => Items(body)[3].AddAfterSelf(PlainRow("…", "…", "...", "", "…/.../..."), PlainRow("", "...", "...", "...", "...")));

        Assert.AreEqual("a b c d", Ids(document));
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void Dots_beside_words_stay_in_their_row()
    {
        var document = Edited(body => Items(body)[3].AddAfterSelf(PlainRow("5", "Việc thêm.", "...", "", "…")));

        Assert.AreEqual(("Việc thêm.", "...", "", "…"), Cells(Row(document, 4)));
    }

    [TestMethod]
    public void A_table_emptied_by_hand_has_no_rows()
    {
        var document = Edited(body => Section(body).Remove());

        Assert.IsEmpty(document.Values.RowsOf(Rows));
        Assert.IsEmpty(document.Findings);
    }

    private static byte[] Stamped(byte[] docx, params string[] ids)
    {
        var values = Reading.Of(docx).Values;
        var rows = values.RowsOf(Rows).Select((row, index) =>
            new FormRow(ids[index], new Dictionary<string, string>(row.Fields) { ["problemTag"] = index == 1 ? "bottleneck" : "other" }));
        return DocumentStamp.WithRowIds(docx, Typical.Identity, Typical.Form, values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [Rows] = [.. rows] } });
    }

    private static FormDocument Edited(Action<XElement> edit) => Reading.Of(Docx.Edit(Filled, edit));

    private static void ReadsTheSame(Action<XElement> edit)
    {
        var document = Edited(edit);

        Assert.AreEqual(Reading.Json(Typical.Form, Before.Values), Reading.Json(Typical.Form, document.Values));
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.AreEqual(Before.ContentHash, document.ContentHash);
    }

    private static void AssertRows(IReadOnlyList<FormRow> rows, FormDocument document) => Assert.AreEqual(
        Reading.Json(Typical.Form, FormValues.Empty with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [Rows] = rows } }),
        Reading.Json(Typical.Form, document.Values with { Fields = FormValues.Empty.Fields }));

    private static XElement Section(XElement body) => Docx.Control(body, Rows);

    private static XElement Table(XElement body) => Section(body).Parent!;

    private static List<XElement> Items(XElement body) => [.. Section(body).Element(W + "sdtContent")!.Elements(W + "sdt")];

    private static XElement WithText(XElement row, string tag, string text)
    {
        Docx.Control(row, tag).Descendants(W + "t").First().Value = text;
        return row;
    }

    private static XElement PlainRow(params string[] texts) => new(W + "tr", texts.Select(Cell));

    private static XElement Cell(string text) => new(W + "tc", new XElement(W + "p", Docx.Run(text)));

    private static FormRow Row(FormDocument document, int index) => document.Values.RowsOf(Rows)[index];

    private static (string, string, string, string) Cells(FormRow row) => (row["taskContent"], row["leadUnit"], row["coordinatingUnits"], row["timeframe"]);

    private static string Ids(FormDocument document) => string.Join(' ', document.Values.RowsOf(Rows).Select(row => row.RowId ?? ""));

    private static List<string> Told(FormDocument document) => [.. document.Findings.Select(finding => $"{finding.Rule} {finding.Path}")];

    private static void Unwrap(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }
    }
}
