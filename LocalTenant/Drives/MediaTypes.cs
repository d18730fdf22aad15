namespace HocTap.Office.LocalTenant.Drives;

/// <summary>The media type a file's name stands for.</summary>
internal static class MediaTypes
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static string Of(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".DOCX" => Office + "wordprocessingml.document",
        ".XLSX" => Office + "spreadsheetml.sheet",
        ".PPTX" => Office + "presentationml.presentation",
        ".PDF" => "application/pdf",
        ".TXT" => "text/plain",
        ".JSON" => "application/json",
        _ => "application/octet-stream",
    };

    /// <summary>Whether SharePoint looks into the file and rewrites it.</summary>
    public static bool IsOffice(string name) => Of(name).StartsWith(Office, StringComparison.Ordinal);
}
