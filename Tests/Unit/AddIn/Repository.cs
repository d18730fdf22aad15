namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>Files of the checkout the tests run from.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    public static string At(params IEnumerable<string> parts) => Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HocTap.Office.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside their checkout.");
    }
}
