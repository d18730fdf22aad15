using System.Text;

namespace HocTap.Office.LocalTenant.Storage;

/// <summary>SharePoint compares names and text without regard to case; SQLite can do so only for ASCII.</summary>
internal static class Folding
{
    public static string Fold(string text) => text.Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
