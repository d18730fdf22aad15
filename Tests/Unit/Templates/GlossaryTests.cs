using System.Text.RegularExpressions;
using System.Runtime.CompilerServices;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed partial class GlossaryTests
{
    [TestMethod]
    public void Every_public_type_has_one_row_and_every_row_a_type()
    {
        var types = typeof(FormCatalog).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name).Order(StringComparer.Ordinal).ToList();
        var rows = Row().Matches(File.ReadAllText(Glossary())).Select(row => row.Groups[1].Value).ToList();

        CollectionAssert.AreEqual(types, rows);
    }

    [TestMethod]
    public void The_templates_know_no_other_project_of_ours()
    {
        var names = typeof(FormCatalog).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.IsFalse(names.Exists(name => name.StartsWith("HocTap.Office", StringComparison.Ordinal) || name.Contains("AspNetCore", StringComparison.Ordinal)));
    }

    private static string Glossary([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "Templates", "GLOSSARY.md");

    [GeneratedRegex(@"^\| `([A-Za-z]+)` \| [^|]{3,} \| [^|]{3,} \| [^|]{3,} \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
