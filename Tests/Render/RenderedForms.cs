using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render;

/// <summary>All filled samples, saved again by LibreOffice and turned into PDF: one run for all tests, because starting it is what costs.</summary>
internal sealed class RenderedForms
{
    private static readonly Lazy<RenderedForms> Shared = new(() => new RenderedForms());
    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-render-").FullName;

    private RenderedForms()
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "docx")).FullName;
        foreach (var (name, docx) in Documents())
        {
            File.WriteAllBytes(Path.Combine(source, $"{name}.docx"), docx);
        }

        string[] files = Directory.GetFiles(source);
        var profile = $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}";
        RenderTools.Run("soffice", ["--headless", profile, "--convert-to", "docx", "--outdir", Path.Combine(folder, "saved"), .. files]);
        RenderTools.Run("soffice", ["--headless", profile, "--convert-to", "pdf", "--outdir", Path.Combine(folder, "pdf"), .. files]);
    }

    /// <summary>The one rendering; a test without the tools says so, except on a build server, where it fails.</summary>
    public static RenderedForms Get()
    {
        RenderTools.Need("soffice", "pdftotext", "pdffonts", "pdfinfo");
        return Shared.Value;
    }

    /// <summary>Removes everything rendered; called once the tests are over.</summary>
    public static void Clear()
    {
        if (Shared.IsValueCreated)
        {
            Directory.Delete(Shared.Value.folder, recursive: true);
        }
    }

    public static IReadOnlyList<(string Name, byte[] Docx)> Documents()
    {
        var samples = Sample.All.Select(item => (item.Name, item.Fill()));
        var blanks = FormCatalog.All.Select(form => Sample.Named($"{form.Code}-1-minimal"))
            .Select(sample => ($"{sample.Code}-blank", FormFiller.Fill(sample.Form, sample.Campaign, FormValues.Empty, sample.Identity)));
        return [.. samples, .. blanks, .. Lengths(), .. Heights("mau01", 30), .. Heights("mau02", 14), .. OnlyRows("mau01"), .. OnlyRows("mau02")];
    }

    public byte[] Saved(string name) => File.ReadAllBytes(Path.Combine(folder, "saved", $"{name}.docx"));

    /// <summary>The words in the order in which they were set: what only looks like columns is not torn apart.</summary>
    public string Text(string name) => RenderTools.Run("pdftotext", ["-raw", Pdf(name), "-"]);

    public string Boxes(string name) => RenderTools.Run("pdftotext", ["-bbox-layout", Pdf(name), "-"]);

    public string Fonts(string name) => RenderTools.Run("pdffonts", [Pdf(name)]);

    public string Pdf(string name) => Path.Combine(folder, "pdf", $"{name}.pdf");

    // The same plan a line longer each time, so that the end of the page passes through heading, closing words and signatures.
    private static IEnumerable<(string Name, byte[] Docx)> Lengths()
    {
        var sample = Sample.Named("mau03-2-typical");
        foreach (var lines in Enumerable.Range(0, 30))
        {
            var text = string.Join('\n', Enumerable.Range(1, lines + 4).Select(line => $"- Việc {line}."));
            var values = sample.Values with { Fields = new Dictionary<string, string>(sample.Values.Fields) { ["actionContent"] = text } };
            yield return ($"mau03-length-{lines:00}", FormFiller.Fill(sample.Form, sample.Campaign, values, sample.Identity));
        }
    }

    // The same table a row longer each time, the rows of growing height, so that the end of the page passes through rows and signature.
    private static IEnumerable<(string Name, byte[] Docx)> Heights(string form, int most)
    {
        var sample = Sample.Named($"{form}-2-typical");
        var rows = sample.Form.RowFields.Single();
        foreach (var count in Enumerable.Range(1, most))
        {
            var made = Enumerable.Range(1, count).Select(number => new FormRow(null, rows.Columns.Where(column => column.Printed)
                .ToDictionary(column => column.Tag, column => string.Join(' ', Enumerable.Repeat($"Việc {number}", 1 + (3 * (number % 4)))))));
            var values = sample.Values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [rows.Tag] = [.. made] } };
            yield return ($"{form}-length-{count:00}", FormFiller.Fill(sample.Form, sample.Campaign, values, sample.Identity));
        }
    }

    // One row, two lines longer each time: it may break, and still its last lines must stand above the signature.
    private static IEnumerable<(string Name, byte[] Docx)> OnlyRows(string form)
    {
        var sample = Sample.Named($"{form}-2-typical");
        var (rows, first) = (sample.Form.RowFields.Single(), sample.Values.RowsOf(sample.Form.RowFields.Single().Tag)[0]);
        var longest = sample.Form.BlockOf(rows)!.Columns.SkipLast(1).MaxBy(column => column.Width)!.Field; // every table is printed
        foreach (var length in Enumerable.Range(4, 18))
        {
            var row = new FormRow(null, new Dictionary<string, string>(first.Fields) { [longest] = string.Join(' ', Enumerable.Repeat("Xây dựng nếp sống văn minh ở khu dân cư.", length + (length / 2))) });
            var values = sample.Values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [rows.Tag] = [row] } };
            yield return ($"{form}-only-{length:00}", FormFiller.Fill(sample.Form, sample.Campaign, values, sample.Identity));
        }
    }
}
