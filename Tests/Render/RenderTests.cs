using System.Text.RegularExpressions;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render;

[TestClass]
public sealed partial class RenderTests
{
    private const double Close = 0.5;

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_document_saved_again_by_LibreOffice_reads_back_the_same(string name)
    {
        var sample = Sample.Named(name);

        var document = Unit.Templates.Reading.Of(RenderedForms.Get().Saved(name));

        foreach (var field in sample.Form.SingleFields)
        {
            Assert.AreEqual(sample.Normalized[field.Tag], document.Values[field.Tag], field.Tag);
        }

        Assert.AreEqual(Unit.Templates.Reading.Json(sample.Form, sample.Normalized), Unit.Templates.Reading.Json(sample.Form, document.Values));
        Assert.AreEqual(sample.Identity, document.Identity);
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.IsTrue(document.Outcomes.Values.All(outcome => outcome is FieldOutcome.Kept));
    }

    [TestMethod]
    [DataRow("mau01-blank")]
    [DataRow("mau02-blank")]
    [DataRow("mau03-blank")]
    public void A_blank_saved_again_by_LibreOffice_still_reads_as_empty(string name)
    {
        var document = Unit.Templates.Reading.Of(RenderedForms.Get().Saved(name));

        Assert.IsEmpty(document.Values.Fields, string.Join(", ", document.Values.Fields));
        Assert.IsTrue(document.Values.Rows.Values.All(rows => rows.Count == 0));
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
    }

    [TestMethod]
    public void A_document_saved_again_by_LibreOffice_keeps_its_prompts_and_opens_in_other_programs()
    {
        var saved = RenderedForms.Get().Saved("mau03-2-typical");

        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(saved), false);

        Assert.IsNotNull(package.MainDocumentPart!.GlossaryDocumentPart);
        Assert.Contains("HtCho", package.MainDocumentPart.Document!.OuterXml, StringComparison.Ordinal);
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void Every_word_of_every_value_is_on_paper(string name)
    {
        var sample = Sample.Named(name);
        var printed = Squeeze(WithoutPageNumbers(RenderedForms.Get().Text(name)));

        foreach (var (tag, value) in Printed(sample))
        {
            // No letter of the pictures people type has a place in the text of a PDF.
            foreach (var line in value.Split('\n').Select(line => line.Replace("💡", "", StringComparison.Ordinal)))
            {
                Assert.Contains(Squeeze(line), printed, StringComparison.Ordinal, tag);
            }
        }

        Assert.Contains(Squeeze(sample.Expected.GetProperty("dateLine").GetString()!), printed, StringComparison.Ordinal);
        if (sample.Expected.TryGetProperty("dateOfBirthText", out var born))
        {
            Assert.Contains(Squeeze(born.GetString()!), printed, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    [DataRow("mau03-1-minimal", 2)]
    [DataRow("mau03-2-typical", 2)]
    [DataRow("mau03-3-longtext", 3)]
    [DataRow("mau03-6-maximal", 7)]
    [DataRow("mau03-blank", 2)]
    [DataRow("mau01-1-minimal", 1)]
    [DataRow("mau01-2-typical", 1)]
    [DataRow("mau01-3-longtext", 2)]
    [DataRow("mau01-6-maximal", 8)]
    [DataRow("mau01-blank", 1)]
    [DataRow("mau02-1-minimal", 1)]
    [DataRow("mau02-2-typical", 1)]
    [DataRow("mau02-3-longtext", 3)]
    [DataRow("mau02-6-maximal", 9)]
    [DataRow("mau02-blank", 1)]
    public void Pages_are_as_many_as_a_clerk_would_type(string name, int pages) =>
        Assert.AreEqual(pages, RenderedPage.Lines(RenderedForms.Get().Boxes(name)).Max(line => line.Page));

    [TestMethod]
    public void Letters_are_of_one_family()
    {
        foreach (var name in new[] { "mau01-4-unicode", "mau02-6-maximal", "mau03-1-minimal", "mau03-4-unicode", "mau03-6-maximal", "mau03-blank" })
        {
            Assert.DoesNotContain("DejaVu", RenderedForms.Get().Fonts(name), StringComparison.Ordinal, name);
        }
    }

    [TestMethod]
    public void Signatures_are_never_alone_and_headings_never_last_on_a_page()
    {
        foreach (var (name, _) in RenderedForms.Documents().Where(document => document.Name.StartsWith("mau03", StringComparison.Ordinal)))
        {
            var lines = Page(name);
            var signatures = lines.First(line => line.Text.Contains("NGƯỜI LẬP KẾ HOẠCH", StringComparison.Ordinal));
            var names = lines.Last();

            Assert.AreEqual(signatures.Page, names.Page, $"{name}: the names leave their words");
            Assert.IsGreaterThanOrEqualTo(2, lines.Count(line => line.Page == signatures.Page && line.Top > 18 && line.Top < signatures.Top - 3), $"{name}: the signatures stand alone");
            foreach (var last in lines.GroupBy(line => line.Page).SkipLast(1).Select(page => page.Last()))
            {
                Assert.DoesNotMatchRegex(new Regex(@"^(?:[IVX]+\. |[0-9]+\. (?:Nội dung|Giải pháp|Công việc số)|- (?:Nội dung, mục tiêu|Giải pháp, thời gian thực hiện):)"), last.Text, $"{name}: a heading ends page {last.Page}");
            }
        }
    }

    [ClassCleanup]
    public static void Clear() => RenderedForms.Clear();

    private static List<PrintedLine> Page(string name) => RenderedPage.Lines(RenderedForms.Get().Boxes(name));

    private static PrintedLine Line(List<PrintedLine> lines, string start) => lines.First(line => line.Text.StartsWith(start, StringComparison.Ordinal));

    // Cells stand side by side on paper; the words of tables are looked for one by one in a test of their own.
    private static IEnumerable<(string Tag, string Value)> Printed(Sample sample) =>
    [
        .. sample.Normalized.Fields.Where(field => !field.Key.Contains("date", StringComparison.OrdinalIgnoreCase)).Select(field => (field.Key, field.Value)),
        .. sample.Form.RowFields.Where(rows => sample.Form.BlockOf(rows)!.Block == "rows").SelectMany(rows => sample.Normalized.RowsOf(rows.Tag)
            .SelectMany(row => rows.Columns.Where(column => column.Printed).Select(column => (column.Tag, row[column.Tag])))), // every form prints its rows
    ];

    private static string WithoutPageNumbers(string text) => string.Concat(text.Split('\f').Select((page, index) => index == 0 ? page : Number().Replace(page, "")));

    [GeneratedRegex(@"\A\s*[0-9]+\s*\n")]
    private static partial Regex Number();

    // pdftotext takes a hyphen at the end of a line for one of hyphenation.
    private static string Squeeze(string text) => string.Concat(text.Normalize().Where(letter => letter != '-' && !char.IsWhiteSpace(letter)));
}
