using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HocTap.Office.LocalTenant.Storage;

/// <summary>SharePoint compares names and text without regard to case; SQLite can do so only for ASCII.</summary>
internal static class Folding
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The tenant knows nothing of the program; what normalizing would refuse is gone.")]
    public static string Fold(string text) => Ascii.IsValid(text) ? text.ToUpperInvariant() : Whole(text).Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string Whole(string text) => string.Concat(text.EnumerateRunes()).Replace("\uFFFE", "", StringComparison.Ordinal);
}
