using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Text;

/// <summary>The one normal form of every text («chuẩn hóa văn bản», rules N1 to N6 of the field list).</summary>
/// <remarks>
/// A value is never read as markup, formula or pattern: it is only cleaned, in this order.
/// <list type="number">
/// <item>A lone surrogate becomes U+FFFD; CR LF, CR, U+000B, U+000C, U+0085, U+2028 and U+2029 become LF.</item>
/// <item>Away go the other control characters but the tab (U+0000 to U+001F, U+007F to U+009F), U+FFFE and U+FFFF, U+200B, U+FEFF, the soft hyphen
/// U+00AD, the marks of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), and marks on one letter beyond the thirtieth.</item>
/// <item>The rest is composed (NFC). U+00A0, U+200C, U+200D, variation selectors and all other characters stay.</item>
/// <item>By the field's type: in one line LF and tab become a space and the ends are trimmed; in paragraphs the ends of lines are trimmed, of several
/// empty lines one stays, none at the ends; in a list every line is one line, and empty ones go.</item>
/// <item>What then is only the field's printed blank (its placeholder or dots) is empty.</item>
/// </list>
/// Where a document lost both its controls and its own part, words alone tell a value of one line: U+00A0 then reads as a space, several spaces as one.
/// </remarks>
public static class VietnameseText
{
    // No letter has more (Unicode's own bound for streams); composing the marks of one letter takes the square of their number.
    private const int MostMarks = 30;

    private static readonly char[] Spaces = [' ', '\u00A0'];

    /// <summary>The culture in which people are shown numbers and dates.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Cleans a text as its field's type asks; null becomes "".</summary>
    public static string Normalize(FieldType type, string? text) => type switch
    {
        FieldType.Multi => Paragraphs(text),
        FieldType.Lines => Lines(text),
        FieldType.Text or FieldType.Date or FieldType.Choice or FieldType.Rows => OneLine(text),
    };

    /// <summary>One line: line ends and tabs become spaces, ends are trimmed.</summary>
    public static string OneLine(string? text) =>
        string.IsNullOrEmpty(text) ? "" : CleanText.IsLine(text) ? text : Clean(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>Several paragraphs: LF between them, tabs kept, line ends trimmed, at most one empty line in a row and none at the ends.</summary>
    public static string Paragraphs(string? text)
    {
        if (CleanText.IsParagraphs(text))
        {
            return text ?? "";
        }

        var lines = Clean(text).Split('\n').Select(line => line.TrimEnd());
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0 || kept is [.., { Length: > 0 }])
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept is [.., ""] ? kept[..^1] : kept);
    }

    /// <summary>A list: LF between its texts, each one line, none of them empty.</summary>
    public static string Lines(string? text) =>
        string.Join('\n', Clean(text).Split('\n').Select(OneLine).Where(line => line.Length > 0));

    /// <summary>A text reduced to its words for comparing printed lines: NFC, single spaces, no ends.</summary>
    public static string Words(string? text) => string.IsNullOrEmpty(text) ? "" : AreWords(text) ? text
        : string.Join(' ', OneLine(text).Split(Spaces, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text in NFC («chữ dựng sẵn»): half a pair becomes U+FFFD, U+FFFE and U+FFFF go, all else stays. Never throws, unlike the platform's own.</summary>
    public static string Composed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CleanText.HasOnlyPlainLetters(text) ? text : InForm(text, NormalizationForm.FormC);
    }

    /// <summary>The text in NFD, each mark behind its letter («chữ tổ hợp»); otherwise like <see cref="Composed"/>.</summary>
    public static string Decomposed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InForm(text, NormalizationForm.FormD);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place: what it would refuse is gone.")]
    private static string InForm(string text, NormalizationForm form)
    {
        var whole = Whole(text);
        return whole.IsNormalized(form) ? whole : whole.Normalize(form);
    }

    private static string Whole(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && text.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') < 0)
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value is 0xFFFE or 0xFFFF ? whole : whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
        {
            return text ?? "";
        }

        var (clean, marks) = (new StringBuilder(text.Length), 0);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (IsLineEnd(rune.Value))
            {
                clean.Append('\n');
            }
            else if (IsKept(rune) && marks <= MostMarks)
            {
                _ = rune.IsBmp ? clean.Append((char)rune.Value) : clean.Append(rune.ToString());
            }
        }

        return Composed(clean.ToString());
    }

    // Most texts are clean already: nothing to drop, and only letters that are their own normal form and join with nothing.
    private static bool IsClean(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!IsPlain(letter) && letter is not ('\n' or '\t' or '\u00A0'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for what <see cref="Words"/> would not change. False says nothing.</summary>
    internal static bool AreWords(ReadOnlySpan<char> text)
    {
        var last = ' ';
        foreach (var letter in text)
        {
            if (!IsPlain(letter) || (letter == ' ' && last == ' '))
            {
                return false;
            }

            last = letter;
        }

        return last != ' ';
    }

    // Latin letters up to the last one of Vietnamese, the dashes, quotes and dots of typed text, and the character that marks places inside programs.
    private static bool IsPlain(char letter) =>
        letter is (>= ' ' and <= '~') or (> '\u00A0' and < '\u0300' and not '\u00AD') or (>= '\u1E00' and <= '\u1EFF') or (>= '\u2010' and <= '\u2027') or '\uFDD0';

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsLineEnd(int value) => value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    // EnumerateRunes turns a lone surrogate into U+FFFD, which XML can carry.
    private static bool IsKept(Rune rune) => rune.Value switch
    {
        '\t' => true,
        < 0x20 or (>= 0x7F and <= 0x9F) => false,
        0x200B or 0xFEFF or 0xAD => false,
        0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
        0xFFFE or 0xFFFF => false,
        _ => true,
    };
}
