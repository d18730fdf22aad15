using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render;

public sealed partial class RenderTests
{
    private const double CellPadding = 1.9;

    [TestMethod]
    [DynamicData(nameof(Sample.NamesOfTables), typeof(Sample))]
    public void Every_word_of_every_row_is_on_paper(string name)
    {
        var sample = Sample.Named(name);
        var printed = RenderedForms.Get().Text(name).Normalize();

        // A word wider than its column, or cut at its own hyphens, stands on several lines.
        var words = sample.Form.RowFields.SelectMany(rows => sample.Normalized.RowsOf(rows.Tag)).SelectMany(row => row.Fields.Values)
            .SelectMany(value => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length < 12 && word.All(letter => char.IsLetterOrDigit(letter) && letter < '\u2000'));
        foreach (var word in words)
        {
            Assert.Contains(word, printed, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    [DataRow("mau01-6-maximal", 195, 8)]
    [DataRow("mau02-6-maximal", 282, 9)]
    public void Heads_stand_over_their_columns_on_every_page(string name, double right, int pages)
    {
        var (lines, block) = (Page(name), TableOf(name));
        var left = 30.0;
        foreach (var column in block.Columns)
        {
            var (from, to) = (left, left + Millimetres(column.Width));
            var first = column.Head.Split(' ')[0];
            for (var page = 1; page <= pages; page++)
            {
                Assert.IsTrue(lines.Exists(line => line.Page == page && line.Text.StartsWith(first, StringComparison.Ordinal) && line.Left > from && line.Right < to), $"{column.Head} on page {page}");
            }

            left = to;
        }

        Assert.AreEqual(right, left, Close);
        Assert.IsTrue(lines.TrueForAll(line => line.Left > 29.5 && line.Right < right + Close));
    }

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    public void Cells_begin_at_their_padding_and_numbers_stand_in_the_middle(string name)
    {
        var (sample, block, words) = (Sample.Named(name), TableOf(name), RenderedPage.Words(RenderedForms.Get().Boxes(name)));
        var left = 30 + Millimetres(block.Columns[0].Width);
        var rows = sample.Normalized.RowsOf(block.Field);
        foreach (var column in block.Columns.Skip(1))
        {
            foreach (var row in rows)
            {
                var first = row[column.Field].Split(' ')[0];
                Assert.IsTrue(words.Exists(word => word.Text == first && Math.Abs(word.Left - left - CellPadding) < Close), first);
            }

            left += Millimetres(column.Width);
        }

        foreach (var number in Enumerable.Range(1, rows.Count))
        {
            var printed = words.First(word => word.Text == $"{number}" && word.Top > 50 && word.Right < 30 + Millimetres(block.Columns[0].Width));
            Assert.AreEqual(30 + (Millimetres(block.Columns[0].Width) / 2), (printed.Left + printed.Right) / 2, Close);
        }
    }

    [TestMethod]
    [DataRow("mau01-2-typical", 30, 195)]
    [DataRow("mau02-2-typical", 30, 282)]
    public void The_grid_is_as_wide_as_the_text(string name, double left, double right)
    {
        var rules = PdfRules.Of(RenderedForms.Get().Pdf(name));

        Assert.AreEqual(left, rules.Min(rule => rule.Left), Close);
        Assert.AreEqual(right, rules.Max(rule => rule.Right), Close);
    }

    [TestMethod]
    [DataRow("mau01-2-typical", 210, 297)]
    [DataRow("mau02-2-typical", 297, 210)]
    [DataRow("mau03-2-typical", 210, 297)]
    public void The_paper_lies_as_the_form_wants_it(string name, double width, double height)
    {
        var (right, bottom) = RenderedPage.Size(RenderedForms.Get().Boxes(name));

        Assert.AreEqual(width, right, Close);
        Assert.AreEqual(height, bottom, Close);
    }

    [TestMethod]
    [DataRow("mau01-2-typical", "BIỂU ĐĂNG KÝ NỘI DUNG HỌC TẬP, LÀM THEO TƯ TƯỞNG,|ĐẠO ĐỨC, PHONG CÁCH HỒ CHÍ MINH|NĂM 2024", 112.5)]
    [DataRow("mau02-2-typical", "BIỂU ĐĂNG KÝ XÂY DỰNG MÔ HÌNH TIÊU BIỂU|NĂM 2024", 156)]
    public void The_lines_of_the_title_stand_together_in_the_middle(string name, string title, double middle)
    {
        var lines = Page(name);
        var printed = title.Split('|').Select(text => Line(lines, text)).ToList();

        Assert.IsTrue(printed.TrueForAll(line => Math.Abs(((line.Left + line.Right) / 2) - middle) < Close));
        Assert.IsTrue(printed.Zip(printed.Skip(1)).All(pair => Math.Abs(pair.Second.Top - pair.First.Top - (18 * 25.4 / 72)) < 0.2));
    }

    [TestMethod]
    public void Four_lines_are_left_for_signing_whether_there_is_a_position_or_not()
    {
        foreach (var (name, above) in new[] { ("mau01-2-typical", "PHÓ BÍ THƯ"), ("mau02-1-minimal", "TRƯỞNG PHÒNG") })
        {
            var lines = Page(name);

            Assert.AreEqual(5 * 18 * 25.4 / 72, Line(lines, Sample.Named(name).Normalized["signerName"]).Top - Line(lines, above).Top, 0.3, name);
        }
    }

    [TestMethod]
    public void A_signature_below_a_table_is_never_without_two_lines_above_it_on_its_page()
    {
        foreach (var (name, _) in RenderedForms.Documents().Where(document => !document.Name.StartsWith("mau03", StringComparison.Ordinal) && !document.Name.EndsWith("blank", StringComparison.Ordinal)))
        {
            var (lines, heads) = (Page(name), TableOf(name).Columns.SelectMany(column => column.Head.Split(' ')).ToHashSet());
            var foot = lines.Last(line => line.Text.StartsWith("Nơi nhận:", StringComparison.Ordinal));

            Assert.AreEqual(foot.Page, lines.Max(line => line.Page), $"{name}: the name leaves its words");
            Assert.IsGreaterThanOrEqualTo(2,
                lines.Where(line => line.Page == foot.Page && line.Top > 18 && line.Top < foot.Top - 2 && !line.Text.Split(' ').All(heads.Contains)).Select(line => Math.Round(line.Top)).Distinct().Count(),
                $"{name}: the signature stands alone");
        }
    }

    private static PrintBlock TableOf(string name) =>
        FormCatalog.Find(FormCode.Parse(name[..5]))!.Print.Single(block => block.Block == "table");

    private static double Millimetres(int twips) => twips * 25.4 / 1440;
}
