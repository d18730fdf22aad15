using System.Globalization;
using System.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The signs of the fonts that have pictures for letters, as the characters everybody has; those that Word itself puts in or people pick in offices.</summary>
internal static class SignFonts
{
    private const int PrivateArea = 0xF000;

    private static readonly Dictionary<string, Dictionary<int, string>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Wingdings"] = new()
        {
            [0x4A] = "☺", [0x4B] = "😐", [0x4C] = "☹", [0x6C] = "●", [0x6E] = "■", [0x6F] = "□", [0x71] = "❑", [0x76] = "❖", [0x77] = "◆", [0x9F] = "•",
            [0xA7] = "▪", [0xA8] = "◻", [0xD8] = "➢", [0xDF] = "←", [0xE0] = "→", [0xE1] = "↑", [0xE2] = "↓", [0xE8] = "➔", [0xEF] = "⇦", [0xF0] = "⇨",
            [0xF3] = "⬄", [0xF4] = "⇔", [0xFB] = "✗", [0xFC] = "✓", [0xFD] = "☒", [0xFE] = "☑",
        },
        ["Wingdings 2"] = new() { [0x50] = "✓", [0x51] = "☒", [0x52] = "☑", [0xA3] = "□" },
        ["Symbol"] = new()
        {
            [0x2D] = "−", [0xA3] = "≤", [0xA5] = "∞", [0xAB] = "↔", [0xAC] = "←", [0xAD] = "↑", [0xAE] = "→", [0xAF] = "↓", [0xB0] = "°", [0xB1] = "±", [0xB3] = "≥",
            [0xB4] = "×", [0xB7] = "•", [0xB8] = "÷", [0xB9] = "≠", [0xBA] = "≡", [0xBB] = "≈", [0xDB] = "⇔", [0xDC] = "⇐", [0xDE] = "⇒",
        },
        ["Webdings"] = new() { [0x61] = "✓", [0x72] = "✗" },
    };

    public static bool IsOne(string? font) => font is not null && Known.ContainsKey(font);

    /// <summary>The character of a sign given by its hexadecimal number; null when nobody knows it.</summary>
    public static string? Find(string? font, string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number) ? Find(font, number) : null;

    /// <summary>The letters of a run in such a font; unknown ones stay as they are, and it is told.</summary>
    public static (string Text, bool Complete) Read(string font, string letters)
    {
        var found = letters.EnumerateRunes().Select(rune => (Rune: rune, Known: Rune.IsWhiteSpace(rune) ? rune.ToString() : Find(font, rune.Value))).ToList();
        return (string.Concat(found.Select(letter => letter.Known ?? letter.Rune.ToString())), found.TrueForAll(letter => letter.Known is not null));
    }

    // Fonts of signs lie at their own numbers or in the private area; any other font has the characters of Unicode.
    private static string? Find(string? font, int number)
    {
        if (IsOne(font))
        {
            return Known[font!].GetValueOrDefault(number >= PrivateArea && number <= PrivateArea + 0xFF ? number - PrivateArea : number);
        }

        return number is >= 0xE000 and <= 0xF8FF ? null : new Rune(number).ToString();
    }
}
