namespace HocTap.Office.AddIn.Shell;

/// <summary>Where the service serves this library's files.</summary>
internal static class StaticFile
{
    /// <summary>The address of a file below <c>wwwroot</c>.</summary>
    internal static string At(string path) => $"/_content/HocTap.Office.AddIn/{path}";

    /// <summary>The address of a page's entry module: packed with all it needs where the build could, else by itself.</summary>
    internal static string Module(string path) => At(Bundle + path);

#if BUNDLED
    private const string Bundle = "bundle/";
#else
    private const string Bundle = "";
#endif
}
