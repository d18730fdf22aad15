using System.IO.Compression;
using System.Runtime.CompilerServices;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class OfficialTemplateTests
{
    // To make the files anew after a change of definition or profile: HOCTAP_WRITE_TEMPLATES=1, run this class, build again.
    private static readonly bool WriteAnew = Environment.GetEnvironmentVariable("HOCTAP_WRITE_TEMPLATES") == "1";

    public static IEnumerable<object[]> Forms => FormCatalog.All.Select(form => new object[] { form.Code.Value });

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void The_committed_template_is_what_the_definition_gives(string code)
    {
        var form = FormCatalog.Find(FormCode.Parse(code))!;
        var built = TemplateAuthor.Build(form, LayoutProfiles.Find(LayoutProfiles.Official)!);
        var path = Path.Combine(Official(), $"{code}.docx");
        if (WriteAnew)
        {
            File.WriteAllBytes(path, built);
        }

        var (expected, committed) = (Parts(built), Parts(File.ReadAllBytes(path)));

        CollectionAssert.AreEqual(expected.Keys.ToList(), committed.Keys.ToList());
        foreach (var (name, content) in expected)
        {
            Assert.AreEqual(content, committed[name], name);
        }
    }

    private static Dictionary<string, string> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd());
    }

    private static string Official([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "Templates", "Official"));
}
