namespace HocTap.Office.Tests.Render;

/// <summary>Documents sent through LibreOffice from format to format; each run has a profile of its own, so that none meets what another left.</summary>
internal sealed class ConvertedForms : IDisposable
{
    private const string Docx = "docx";

    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-converted-").FullName;
    private int runs;

    /// <param name="documents">Word documents by name.</param>
    /// <param name="formats">The formats they go through one after another, <c>doc</c>, before they are Word documents again.</param>
    public ConvertedForms(IEnumerable<(string Name, byte[] Docx)> documents, params string[] formats)
    {
        var (from, extension) = (Directory.CreateDirectory(Path.Combine(folder, "made")).FullName, Docx);
        foreach (var (name, docx) in documents)
        {
            File.WriteAllBytes(Path.Combine(from, $"{name}.{Docx}"), docx);
        }

        foreach (var format in formats.Append(Docx))
        {
            (from, extension) = (Convert(Directory.GetFiles(from, $"*.{extension}"), format), format);
        }

        Last = from;
    }

    private string Last { get; }

    public byte[] Of(string name) => File.ReadAllBytes(Path.Combine(Last, $"{name}.{Docx}"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Convert(string[] files, string format)
    {
        var (run, filter) = (Path.Combine(folder, $"run{++runs}"), format == Docx ? "docx:MS Word 2007 XML" : format);
        RenderTools.Run("soffice", ["--headless", $"-env:UserInstallation=file://{run}/profile", "--convert-to", filter, "--outdir", run, .. files]);
        return run;
    }
}
