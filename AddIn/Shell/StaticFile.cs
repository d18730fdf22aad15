namespace HocTap.Office.AddIn.Shell;

/// <summary>Where the service serves this library's files.</summary>
internal static class StaticFile
{
    /// <summary>The address of a file below <c>wwwroot</c>.</summary>
    internal static string At(string path) => $"/_content/HocTap.Office.AddIn/{path}";
}
