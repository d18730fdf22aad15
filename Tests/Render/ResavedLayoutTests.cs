using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Checking;

namespace HocTap.Office.Tests.Render;

/// <summary>LibreOffice renames styles, rounds lengths and writes everything anew: none of it is a change of layout, of values or of words.</summary>
[TestClass]
public sealed class ResavedLayoutTests
{
    private static readonly Lazy<ResavedForms> Saved = new(() => new ResavedForms());

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_merely_saved_document_has_no_deviation_and_no_drift(string name)
    {
        RenderTools.Need("soffice");
        var sample = Sample.Named(name);

        foreach (var filter in ResavedForms.Filters)
        {
            var docx = Saved.Value.Of(filter, name);

            Assert.AreEqual("", Layouts.Told(docx, sample.Campaign.LayoutProfile), filter);
            Assert.AreEqual("", Layouts.Drift(docx, sample.Values, sample.Campaign.LayoutProfile), filter);
        }
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Saved.IsValueCreated)
        {
            Saved.Value.Dispose();
        }
    }
}

/// <summary>All filled samples saved by LibreOffice in each of its two ways of writing a Word document.</summary>
internal sealed class ResavedForms : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-saved-").FullName;

    public ResavedForms()
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "docx")).FullName;
        foreach (var sample in Sample.All)
        {
            File.WriteAllBytes(Path.Combine(source, $"{sample.Name}.docx"), sample.Fill());
        }

        foreach (var filter in Filters)
        {
            RenderTools.Run("soffice", ["--headless", $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}", "--convert-to", $"docx:{filter}", "--outdir", Path.Combine(folder, filter), .. Directory.GetFiles(source)]);
        }
    }

    public static IReadOnlyList<string> Filters { get; } = ["MS Word 2007 XML", "Office Open XML Text"];

    public byte[] Of(string filter, string name) => File.ReadAllBytes(Path.Combine(folder, filter, $"{name}.docx"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
