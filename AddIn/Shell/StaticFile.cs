namespace HocTap.Office.AddIn.Shell;

/// <summary>Where the service serves this library's files.</summary>
public static class StaticFile
{
    /// <summary>Below it each release of the files has a folder of its own.</summary>
    public const string Releases = "/r";

#if BUNDLED
    private const string Packed = "bundle/";
#else
    private const string Packed = "";
#endif

    /// <summary>The folder of the packed modules below <c>wwwroot</c>; "" where the build could pack none.</summary>
    public static string Bundle => Packed;

    /// <summary>The address of a file below <c>wwwroot</c> in a release; without one (""), of the file as it is now.</summary>
    public static string At(string path, string release = "") => string.IsNullOrEmpty(release) ? $"/_content/HocTap.Office.AddIn/{path}" : $"{Releases}/{release}/{path}";

    /// <summary>The address of a page's entry module: packed with all it needs where the build could, else by itself.</summary>
    internal static string Module(string path, string release = "") => At(Bundle + path, release);
}
