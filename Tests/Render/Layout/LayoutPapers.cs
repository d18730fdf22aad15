using System.Collections.Concurrent;

namespace HocTap.Office.Tests.Render.Layout;

/// <summary>All cases printed by LibreOffice in one run, and those under other headings saved again by it: starting it is what costs.</summary>
internal sealed class LayoutPapers
{
    private static readonly Lazy<LayoutPapers> Shared = new(() => new LayoutPapers());

    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-layout-").FullName;
    private readonly ConcurrentDictionary<string, MeasuredPaper> measured = new();

    private LayoutPapers()
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "docx")).FullName;
        foreach (var item in LayoutCase.All)
        {
            File.WriteAllBytes(Path.Combine(source, $"{item.Name}.docx"), item.Fill());
        }

        Convert("pdf", LayoutCase.All, source);
        Convert("docx", Resaved, source);
    }

    /// <summary>One paper of each form under each heading.</summary>
    public static IEnumerable<LayoutCase> Resaved => LayoutCase.All.Where(item => item.Content == "typical" && item.Profile == Templates.Authoring.LayoutProfiles.Official);

    public static LayoutPapers Get()
    {
        RenderTools.Need("soffice", "pdftotext", "pdftohtml");
        return Shared.Value;
    }

    public static void Clear()
    {
        if (Shared.IsValueCreated)
        {
            Directory.Delete(Shared.Value.folder, recursive: true);
        }
    }

    public MeasuredPaper Of(LayoutCase item) =>
        measured.GetOrAdd(item.Name, name => new MeasuredPaper(RenderTools.Run("pdftotext", ["-bbox-layout", Pdf(name), "-"]), PdfRules.Lines(Pdf(name))));

    /// <summary>The printed stretches with their looks, as markup: <c>&lt;b&gt;</c> and <c>&lt;i&gt;</c> around the words.</summary>
    public string Looks(LayoutCase item) => RenderTools.Run("pdftohtml", ["-xml", "-stdout", "-i", Pdf(item.Name)]).Normalize();

    public byte[] Saved(LayoutCase item) => File.ReadAllBytes(Path.Combine(folder, "saved", $"{item.Name}.docx"));

    private string Pdf(string name) => Path.Combine(folder, "saved", $"{name}.pdf");

    private void Convert(string format, IEnumerable<LayoutCase> cases, string source) => RenderTools.Run("soffice",
        ["--headless", $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}", "--convert-to", format, "--outdir", Path.Combine(folder, "saved"), .. cases.Select(item => Path.Combine(source, $"{item.Name}.docx"))]);
}
