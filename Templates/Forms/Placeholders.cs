using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>The texts that empty fields show («chỗ trống»): printed, but never values (rule N8).</summary>
internal static partial class Placeholders
{
    private const string Leaders = ".…_ ";
    private const int LeastDots = 5;

    // What Word itself shows once a person has emptied a control that names no placeholder part.
    private static readonly string[] OfWord =
    [
        "Click or tap here to enter text.", "Click here to enter text.", "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.", "Bấm vào đây để nhập văn bản.",
        "Click or tap to enter a date.", "Bấm hoặc gõ nhẹ để nhập ngày.",
    ];

    /// <summary>What an empty field prints in a campaign's year.</summary>
    public static string Printed(FieldDefinition field, int year) => InYear(field.Placeholder, year);

    /// <summary>A blank with the year it names.</summary>
    public static string InYear(string blank, int year) =>
        blank.Replace("{campaignYear}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>True when a read text is only what an empty place shows, whatever the year.</summary>
    public static bool IsOne(FieldDefinition field, string text)
    {
        if (!MayBeOne(field, text))
        {
            return false;
        }

        var words = VietnameseText.Words(text);
        return words.Length == 0
            || words == VietnameseText.Words(field.Placeholder)
            || OfWord.Contains(words, StringComparer.Ordinal)
            || (field.Type == FieldType.Date && VietnameseDates.IsBlank(words))
            || (field.Placeholder.Length > 0 && words[0] is '.' or '…' && Dots().IsMatch(words));
    }

    /// <summary>A text without the dots of the blank that somebody wrote into; three dots at the end of words are their own.</summary>
    public static string WithoutLeaders(string text)
    {
        var words = text.AsSpan().Trim();
        var end = words.TrimEnd(Leaders);
        words = IsLeader(words[end.Length..]) ? end : words;
        var start = words.TrimStart(Leaders);
        return (IsLeader(words[..^start.Length]) ? start : words).ToString();
    }

    private static bool IsLeader(ReadOnlySpan<char> signs) => signs.Count('.') + signs.Count('_') + (3 * signs.Count('…')) >= LeastDots;

    // Nearly every text begins with another letter than all blanks: that is seen without taking it apart into words.
    private static bool MayBeOne(FieldDefinition field, string text)
    {
        var start = text.AsSpan().TrimStart();
        return field.Type == FieldType.Date
            || start.Length < 2 || !char.IsLetterOrDigit(start[0]) || start[1] is >= '\u0300' and <= '\u036F'
            || (field.Placeholder.Length > 0 && start[0] == field.Placeholder[0])
            || IsLikeWord(start);
    }

    // «Click», or «Bấm» however it is composed.
    private static bool IsLikeWord(ReadOnlySpan<char> text) =>
        text is ['C', 'l', ..] or ['B', 'ấ' or 'â', ..] or ['B', 'a', >= '\u0300' and <= '\u036F', ..];

    [GeneratedRegex(@"\A[.…]{2,}(?:-[.…]{2,})?\z")]
    private static partial Regex Dots();
}
