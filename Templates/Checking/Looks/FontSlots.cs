using System.Text;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Which of a run's four fonts Word takes for a character.</summary>
/// <remarks>Source: [MS-OI29500] 2.1.88, «rFonts»: by the character, by the hint where the character belongs to several scripts.</remarks>
internal static class FontSlots
{
    private static readonly HashSet<int> HintedLatin =
    [
        0xA1, 0xA4, 0xA7, 0xA8, 0xAA, 0xAD, 0xAF, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE, 0xBF, 0xD7, 0xF7,
    ];

    private static readonly HashSet<int> ChineseLatin = [0xE0, 0xE1, 0xE8, 0xE9, 0xEA, 0xEC, 0xED, 0xF2, 0xF3, 0xF9, 0xFA, 0xFC];

    /// <summary>The slots a text needs; white space needs none.</summary>
    /// <param name="text">The letters.</param>
    /// <param name="hinted">True when the run's hint is <c>eastAsia</c>.</param>
    /// <param name="chinese">True when its East Asian language is Chinese.</param>
    public static IReadOnlySet<FontSlot> Of(string text, bool hinted, bool chinese) =>
        text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => Of(rune.Value, hinted, chinese)).ToHashSet();

    private static FontSlot Of(int letter, bool hinted, bool chinese) => letter switch
    {
        <= 0x7F => FontSlot.Ascii,
        >= 0xA0 and <= 0xFF => hinted && (HintedLatin.Contains(letter) || (chinese && ChineseLatin.Contains(letter))) ? FontSlot.EastAsia : FontSlot.HighAnsi,
        (>= 0x100 and <= 0x2AF) or (>= 0x1E00 and <= 0x1EFF) => hinted && chinese ? FontSlot.EastAsia : FontSlot.HighAnsi,
        (>= 0x2B0 and <= 0x4FF) or (>= 0x2000 and <= 0x2BFF) or (>= 0xE000 and <= 0xF8FF) or (>= 0xFB00 and <= 0xFB1C) => hinted ? FontSlot.EastAsia : FontSlot.HighAnsi,
        >= 0x590 and <= 0x7BF => FontSlot.Ascii,
        (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0xDFFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFFEF) or >= 0x20000 => FontSlot.EastAsia,
        (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) => FontSlot.Ascii,
        _ => FontSlot.HighAnsi,
    };
}

/// <summary>The four fonts of a run.</summary>
internal enum FontSlot
{
    Ascii,
    HighAnsi,
    EastAsia,
    Complex,
}
