using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>Texts as a cell can hold them.</summary>
internal static partial class CellText
{
    // What Excel takes at most in one cell.
    private const int Longest = 32_767;

    /// <summary>The text without control characters, at most as long as Excel takes; its own look-alikes of Excel's escapes stay what they are.</summary>
    public static string Of(string text)
    {
        var clean = Escapes().Replace(VietnameseText.Normalize(FieldType.Multi, text), "_x005F_");
        return clean.Length <= Longest ? clean : $"{Start(clean, Longest - 1)}…";
    }

    /// <summary>True when Excel would read the text as a formula once somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@', ..];

    // Half of a character beyond the basic plane could not be written at all.
    private static string Start(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    // «_x0041_» inside a cell means the letter A; only its first sign needs to be written out.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
