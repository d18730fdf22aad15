using HocTap.Office.Tests.Unit.AddIn;

namespace HocTap.Office.Tests.Npm;

/// <summary>TypeScript over every module of the pages, and over the stand-in for Word, against Microsoft's own types of Office.js.</summary>
[TestClass]
[DoNotParallelize]
public sealed class TypeCheckTests
{
    private static readonly NpmProject AddIn = new(Repository.At("AddIn"));

    private static readonly string Compiler = Path.Combine("node_modules", "typescript", "bin", "tsc");

    public TestContext TestContext { get; set; } = null!; // MSTest sets it

    [TestMethod]
    public async Task Every_module_is_right_by_its_types()
    {
        var (code, output, errors) = await AddIn.RunNodeAsync([Compiler, "--noEmit", "--project", "jsconfig.json"], [], TestContext.CancellationToken);

        Assert.AreEqual(0, code, output + errors);
    }

    [TestMethod]
    public async Task Every_module_asks_to_be_checked_and_is()
    {
        var (_, output, _) = await AddIn.RunNodeAsync([Compiler, "--noEmit", "--listFilesOnly", "--project", "jsconfig.json"], [], TestContext.CancellationToken);

        var checkedFiles = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFullPath).ToHashSet();
        var packed = Repository.At("AddIn", "wwwroot", "bundle");
        var modules = Directory.GetFiles(Repository.At("AddIn", "wwwroot"), "*.js", SearchOption.AllDirectories).Where(file => !file.StartsWith(packed, StringComparison.Ordinal))
            .Concat(Directory.GetFiles(Repository.At("Tests", "EndToEnd", "WordStandIn"), "*.js")).ToList();
        Assert.IsEmpty(modules.FindAll(module => !checkedFiles.Contains(Path.GetFullPath(module))));
        Assert.IsEmpty(modules.FindAll(module => !File.ReadLines(module).First().StartsWith("// @ts-check", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_name_that_office_does_not_have_is_found()
    {
        var wrong = Repository.At("AddIn", "node_modules", ".wrong-on-purpose.js");
        await AddIn.InstallAsync();
        await File.WriteAllTextAsync(wrong, "// @ts-check\n/** @implements {Pick<Word.ContentControl, \"insertText\" | \"tag\">} */\nclass Control {}\nnew Control();\n", TestContext.CancellationToken);

        var (code, output, _) = await AddIn.RunNodeAsync(
            [Compiler, "--noEmit", "--checkJs", "--allowJs", "--skipLibCheck", "--types", "office-js", wrong], [], TestContext.CancellationToken);

        Assert.AreNotEqual(0, code);
        Assert.Contains("insertText", output);
    }
}
