using System.Globalization;
using System.Text;

namespace HocTap.Office.Templates.Text;

/// <summary>Vietnamese words in plain ASCII, for names of files and for search («bỏ dấu»).</summary>
public static class SafeAscii
{
    /// <summary>The text without marks, đ as d; characters that have no plain letter stay as they are.</summary>
    public static string WithoutMarks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                // Đ and đ are letters of their own to Unicode: no decomposition takes their bar off.
                plain.Append(letter switch { 'Đ' => 'D', 'đ' => 'd', _ => letter });
            }
        }

        return plain.ToString();
    }

    /// <summary>Only <c>A-Z a-z 0-9 _ -</c>, everything else dropped.</summary>
    public static string Of(string text) => string.Concat(WithoutMarks(text).Where(IsSafe));

    /// <summary>A name with its words run together, each with one capital: «H’Lăm Niê Kđăm» gives <c>HlamNieKdam</c>.</summary>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(VietnameseText.Words(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of).Select(Capital));
    }

    private static string Capital(string word) =>
        word.Length == 0 ? "" : string.Concat(char.ToUpperInvariant(word[0]).ToString(), Lower(word[1..]));

    private static string Lower(string word) => string.Concat(word.Select(char.ToLowerInvariant));

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
