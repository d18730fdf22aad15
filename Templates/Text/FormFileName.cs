using HocTap.Office.Templates.Filling;

namespace HocTap.Office.Templates.Text;

/// <summary>The name under which a form is downloaded («tên tệp»): <c>HT2024_M03_P-TP_N0326-DuongDuyDe.docx</c>.</summary>
/// <remarks>No official rule for names of electronic files was found: quy ước nội bộ. ASCII, no spaces, at most 120 characters.</remarks>
public static class FormFileName
{
    private const int LongestName = 40;
    private const int Longest = 120;
    private const string Extension = ".docx";

    /// <summary>The file name of a document.</summary>
    /// <param name="identity">What the document is for.</param>
    /// <param name="personName">The person's full name; null or empty for an organization's form.</param>
    public static string For(DocumentIdentity identity, string? personName)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var stem = $"{SafeAscii.Of(identity.Campaign)}_{identity.Form.FileCode}_{SafeAscii.Of(identity.Organization)}{Person(identity, personName)}";
        return Cut(stem, Longest - Extension.Length) + Extension;
    }

    private static string Person(DocumentIdentity identity, string? name)
    {
        if (identity.Person is not { Length: > 0 } code)
        {
            return "";
        }

        var plain = Cut(SafeAscii.Name(name ?? ""), LongestName);
        return plain.Length == 0 ? $"_{SafeAscii.Of(code)}" : $"_{SafeAscii.Of(code)}-{plain}";
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
