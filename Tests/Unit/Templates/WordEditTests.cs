using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>What Word, Word on the web and people do to a document between two readings.</summary>
[TestClass]
public sealed partial class WordEditTests
{
    private static readonly XNamespace W = Docx.W;
    private static readonly Sample Typical = Sample.Named("mau03-2-typical");
    private static readonly byte[] Filled = Typical.Fill();
    private static readonly FormDocument Before = Reading.Of(Filled);

    [TestMethod]
    public void Runs_split_anywhere_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var run in body.Descendants(W + "r").Where(run => run.Element(W + "t")?.Value.Length > 1).ToList())
        {
            var text = run.Element(W + "t")!.Value;
            run.ReplaceWith(text.Chunk(3).Select(piece => Docx.Run(new string(piece))));
        }
    });

    [TestMethod]
    public void Proofing_marks_comments_and_revision_ids_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var run in body.Descendants(W + "r").ToList())
        {
            run.SetAttributeValue(W + "rsidR", "00AA11BB");
            run.AddBeforeSelf(new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")), new XElement(W + "commentRangeStart", new XAttribute(W + "id", 7)), new XElement(W + "lastRenderedPageBreak"));
            run.AddAfterSelf(new XElement(W + "commentRangeEnd", new XAttribute(W + "id", 7)), new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 7))));
        }
    });

    [TestMethod]
    public void Soft_hyphens_and_zero_width_spaces_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var text in body.Descendants(W + "t").Where(text => text.Value.Length > 4).ToList())
        {
            text.Value = $"{text.Value[..2]}\u00AD{text.Value[2..3]}\u200B{text.Value[3..]}";
        }
    });

    [TestMethod]
    public void Decomposed_text_reads_the_same() => ReadsTheSame(body =>
    {
        foreach (var text in body.Descendants(W + "t").ToList())
        {
            text.Value = text.Value.Normalize(NormalizationForm.FormD);
        }
    });

    [TestMethod]
    public void Smart_tags_and_custom_xml_around_runs_read_the_same() => ReadsTheSame(body =>
    {
        foreach (var run in body.Descendants(W + "r").ToList())
        {
            run.ReplaceWith(new XElement(W + "smartTag", new XElement(W + "customXml", new XElement(run))));
        }
    });

    [TestMethod]
    public void Lost_tags_are_made_up_for_by_bookmarks() => ReadsTheSame(body => body.Descendants(W + "tag").Remove());

    [TestMethod]
    public void Lost_bookmarks_are_made_up_for_by_tags() => ReadsTheSame(body =>
    {
        body.Descendants(W + "bookmarkStart").Remove();
        body.Descendants(W + "bookmarkEnd").Remove();
    });

    [TestMethod]
    public void Unwrapped_controls_are_made_up_for_by_bookmarks() => ReadsTheSame(Unwrap);

    [TestMethod]
    public void Lost_tags_and_bookmarks_are_made_up_for_by_aliases_and_printed_words() => ReadsTheSame(body =>
    {
        body.Descendants(W + "tag").Remove();
        body.Descendants(W + "bookmarkStart").Remove();
    });

    [TestMethod]
    public void A_plain_text_copy_of_the_paper_still_gives_what_stands_beside_printed_words()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            Unwrap(body);
            body.Descendants(W + "bookmarkStart").Remove();
            body.Descendants(W + "bookmarkEnd").Remove();
        }));

        foreach (var tag in new[] { "placeName", "documentDate", "fullName", "dateOfBirth", "workUnit", "partyPosition", "orgPlanNumber", "orgPlanDate", "orgPlanIssuer", "actionContent", "actionSolution", "closingAddressee", "confirmerTitle", "confirmerName", "planOwnerName" })
        {
            Assert.AreEqual(Before.Values[tag], document.Values[tag], tag);
        }

        Assert.AreEqual(Before.Values.RowsOf("exemplaryTasks")[0]["exemplaryContent"], document.Values.RowsOf("exemplaryTasks")[0]["exemplaryContent"]);
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void Controls_nested_by_a_paste_read_the_same() => ReadsTheSame(body =>
    {
        var control = Docx.Control(body, "workUnit");
        var copy = new XElement(control);
        control.Element(W + "sdtContent")!.ReplaceNodes(copy);
    });

    [TestMethod]
    public void The_strict_dialect_reads_the_same()
    {
        var strict = Docx.Replace(Filled, Docx.Document, W.NamespaceName, "http://purl.oclc.org/ooxml/wordprocessingml/main");

        AssertSame(Reading.Of(Docx.Replace(strict, "_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")));
    }

    [TestMethod]
    public void A_tracked_insertion_is_read_and_told()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "workUnit").Descendants(W + "r").Last().AddAfterSelf(
            new XElement(W + "ins", new XAttribute(W + "id", 1), new XAttribute(W + "author", "a"), Docx.Run(" mở rộng")))));

        Assert.AreEqual("Đảng ủy phường Đằng Vân mở rộng", document.Values["workUnit"]);
        Assert.AreEqual(new FieldOutcome.Changed("Đảng ủy phường Đằng Vân", "Đảng ủy phường Đằng Vân mở rộng"), document.Outcomes["workUnit"]);
        CollectionAssert.AreEqual(new[] { "D01" }, Rules(document));
    }

    [TestMethod]
    public void A_tracked_deletion_is_not_read()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            var run = Docx.Control(body, "workUnit").Descendants(W + "r").Last();
            run.AddAfterSelf(new XElement(W + "del", new XAttribute(W + "id", 1), new XElement(W + "r", new XElement(W + "delText", " đã xóa"))));
        }));

        Assert.AreEqual("Đảng ủy phường Đằng Vân", document.Values["workUnit"]);
        CollectionAssert.AreEqual(new[] { "D01" }, Rules(document));
    }

    [TestMethod]
    public void A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "actionContent").Descendants(W + "pPr").First().Add(
            new XElement(W + "rPr", new XElement(W + "del", new XAttribute(W + "id", 1))))));

        StringAssert.StartsWith(document.Values["actionContent"], "- Mỗi tháng đối thoại với nhân dân một lần tại tổ dân phố.- Không để", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Hidden_text_is_not_read() => ReadsTheSame(body => Docx.Control(body, "workUnit").Descendants(W + "r").Last().AddAfterSelf(
        new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "vanish")), new XElement(W + "t", "ẩn"))));

    [TestMethod]
    public void A_changed_value_is_told_from_what_was_written()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "documentDate").Descendants(W + "t").First().Value = "ngày 5 tháng 4 năm 2024"));

        Assert.AreEqual("2024-04-05", document.Values["documentDate"]);
        Assert.AreEqual(new FieldOutcome.Changed("2024-03-11", "2024-04-05"), document.Outcomes["documentDate"]);
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void A_date_that_is_none_is_a_finding_and_no_value()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "documentDate").Descendants(W + "t").First().Value = "ngày 31 tháng 02 năm 2024"));

        Assert.AreEqual("", document.Values["documentDate"]);
        Assert.IsInstanceOfType<FieldOutcome.Unreadable>(document.Outcomes["documentDate"]);
        Assert.AreEqual(("D04", "documentDate", Severity.Error), document.Findings.Select(finding => (finding.Rule, finding.Path, finding.Severity)).Single());
    }

    [TestMethod]
    public void A_control_emptied_in_Word_reads_as_empty()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            var control = Docx.Control(body, "workUnit");
            control.Element(W + "sdtPr")!.Add(new XElement(W + "showingPlcHdr"));
            control.Element(W + "sdtContent")!.ReplaceNodes(Docx.Run("Bấm hoặc gõ nhẹ vào đây để nhập văn bản."));
        }));

        Assert.AreEqual(new FieldOutcome.Changed("Đảng ủy phường Đằng Vân", ""), document.Outcomes["workUnit"]);
    }

    [TestMethod]
    [DataRow("Không")]
    [DataRow(".....")]
    [DataRow("……")]
    [DataRow("Click or tap here to enter text.")]
    public void Known_placeholder_texts_read_as_empty_without_their_style(string shown)
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "partyPosition").Element(W + "sdtContent")!.ReplaceNodes(Docx.Run(shown))));

        Assert.AreEqual("", document.Values["partyPosition"]);
    }

    [TestMethod]
    public void A_deleted_line_is_missing()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "workUnit").Ancestors(W + "p").First().Remove()));

        Assert.AreEqual("", document.Values["workUnit"]);
        Assert.IsInstanceOfType<FieldOutcome.Missing>(document.Outcomes["workUnit"]);
        CollectionAssert.IsSubsetOf(new[] { "D05", "D02" }, Rules(document));
    }

    [TestMethod]
    public void The_same_control_twice_with_other_words_is_unreadable()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
        {
            var line = Docx.Control(body, "workUnit").Ancestors(W + "p").First();
            line.AddAfterSelf(new XElement(line));
            Docx.Control(body, "workUnit").Descendants(W + "t").First().Value = "Nơi khác";
        }));

        Assert.IsInstanceOfType<FieldOutcome.Unreadable>(document.Outcomes["workUnit"]);
        CollectionAssert.Contains(Rules(document), "D04");
    }

    [TestMethod]
    public void Changed_fixed_text_is_told_with_its_words()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
            body.Descendants(W + "t").First(text => text.Value.StartsWith("I. NỘI DUNG", StringComparison.Ordinal)).Value = "I. NỘI DUNG KHÁC"));

        var finding = document.Findings.Single();
        Assert.AreEqual(("D02", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("I. NỘI DUNG HỌC TẬP", finding.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Text_written_where_nothing_reads_it_is_told()
    {
        var document = Reading.Of(Docx.Edit(Filled, body =>
            body.Descendants(W + "p").Last().AddBeforeSelf(new XElement(W + "p", Docx.Run("Ghi thêm ở cuối.")))));

        CollectionAssert.AreEqual(new[] { "D08" }, Rules(document));
        AssertValues(document);
    }

    [TestMethod]
    public void Words_typed_below_the_last_paragraph_of_a_control_belong_to_it()
    {
        var document = Reading.Of(Docx.Edit(Filled, body => Docx.Control(body, "actionSolution").AddAfterSelf(new XElement(W + "p", Docx.Run("Thêm một dòng.")))));

        StringAssert.EndsWith(document.Values["actionSolution"], "\nThêm một dòng.", StringComparison.Ordinal);
    }

    private static void Unwrap(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }
    }

    private static void ReadsTheSame(Action<XElement> edit) => AssertSame(Reading.Of(Docx.Edit(Filled, edit)));

    private static void AssertSame(FormDocument document)
    {
        AssertValues(document);
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.AreEqual(Before.ContentHash, document.ContentHash);
    }

    private static void AssertValues(FormDocument document) =>
        Assert.AreEqual(Reading.Json(Typical.Form, Before.Values), Reading.Json(Typical.Form, document.Values));

    private static List<string> Rules(FormDocument document) => [.. document.Findings.Select(finding => finding.Rule)];
}
