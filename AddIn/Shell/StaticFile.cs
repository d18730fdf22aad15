namespace HocTap.Office.AddIn.Shell;

/// <summary>Where the service serves this library's files.</summary>
public static class StaticFile
{
    /// <summary>Below it each release of the files has a folder of its own.</summary>
    public const string Releases = "/r";

    /// <summary>The address of a file below <c>wwwroot</c> in a release; without one (""), of the file as it is now.</summary>
    public static string At(string path, string release) => string.IsNullOrEmpty(release) ? $"/_content/HocTap.Office.AddIn/{path}" : $"{Releases}/{release}/{path}";
}
