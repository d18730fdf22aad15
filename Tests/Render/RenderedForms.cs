using System.Diagnostics;
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
        Run("soffice", ["--headless", profile, "--convert-to", "docx", "--outdir", Path.Combine(folder, "saved"), .. files]);
        Run("soffice", ["--headless", profile, "--convert-to", "pdf", "--outdir", Path.Combine(folder, "pdf"), .. files]);
    }

    /// <summary>The one rendering; a test without the tools says so, except on a build server, where it fails.</summary>
    public static RenderedForms Get()
    {
        foreach (var tool in new[] { "soffice", "pdftotext", "pdffonts", "pdfinfo" })
        {
            if (!Exists(tool) && Environment.GetEnvironmentVariable("CI") != "true")
            {
                Assert.Inconclusive($"'{tool}' is not installed; install libreoffice-writer and poppler-utils to run this test.");
            }
        }

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
        var sample = Sample.Named("mau03-1-minimal");
        var samples = Sample.All.Where(item => item.Code.Value == "mau03").Select(item => (item.Name, item.Fill()));
        return [.. samples, ("blank", FormFiller.Fill(sample.Form, sample.Campaign, FormValues.Empty, sample.Identity)), .. Lengths()];
    }

    public byte[] Saved(string name) => File.ReadAllBytes(Path.Combine(folder, "saved", $"{name}.docx"));

    public string Text(string name) => Run("pdftotext", [Pdf(name), "-"]);

    public string Boxes(string name) => Run("pdftotext", ["-bbox-layout", Pdf(name), "-"]);

    public string Fonts(string name) => Run("pdffonts", [Pdf(name)]);

    public string Pdf(string name) => Path.Combine(folder, "pdf", $"{name}.pdf");

    // The same plan a line longer each time, so that the end of the page passes through heading, closing words and signatures.
    private static IEnumerable<(string Name, byte[] Docx)> Lengths()
    {
        var sample = Sample.Named("mau03-2-typical");
        foreach (var lines in Enumerable.Range(0, 30))
        {
            var text = string.Join('\n', Enumerable.Range(1, lines + 4).Select(line => $"- Việc {line}."));
            var values = sample.Values with { Fields = new Dictionary<string, string>(sample.Values.Fields) { ["actionContent"] = text } };
            yield return ($"length-{lines:00}", FormFiller.Fill(sample.Form, sample.Campaign, values, sample.Identity));
        }
    }

    private static bool Exists(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(place => File.Exists(Path.Combine(place, tool)) || File.Exists(Path.Combine(place, tool + ".exe")));

    private static string Run(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, errors.GetAwaiter().GetResult());
        return output;
    }
}
