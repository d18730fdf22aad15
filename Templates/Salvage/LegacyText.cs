using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>An encoding of Vietnamese letters from before Unicode («bảng mã cũ»): signs of Western fonts that look Vietnamese in fonts of their own.</summary>
internal sealed class LegacyEncoding
{
    private readonly Dictionary<string, string> letters;
    private readonly Regex pairs;

    private LegacyEncoding(Encoding data)
    {
        (Name, letters) = (data.Name, data.Letters.ToDictionary(pair => pair.Key, pair => pair.Value));
        (fonts, capitalFonts) = (data.Fonts, data.CapitalFonts);
        pairs = new Regex(string.Join('|', letters.Keys.OrderByDescending(key => key.Length).Select(Pattern)), RegexOptions.CultureInvariant);
    }

    private readonly IReadOnlyList<string> fonts;
    private readonly string capitalFonts;

    private static readonly Table Data = EmbeddedData.Json<Table>("salvage/legacy.json");

    public static IReadOnlyList<LegacyEncoding> All { get; } = [.. Data.Encodings.Select(data => new LegacyEncoding(data))];

    /// <summary>Words that every form has, by which a right conversion is known.</summary>
    public static IReadOnlyList<string> CommonWords => Data.CommonWords;

    public string Name { get; }

    /// <summary>The encoding a font belongs to; null for a font of Unicode.</summary>
    public static LegacyEncoding? OfFont(string? font) => font is null ? null : All.FirstOrDefault(encoding => encoding.fonts.Any(start => font.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when a font shows small letters as capitals.</summary>
    public bool ShowsCapitals(string font) => capitalFonts.Length > 0 && font.EndsWith(capitalFonts, StringComparison.Ordinal);

    /// <summary>The letters in Unicode; a seam between two runs may stand inside of a letter.</summary>
    public string Convert(string text) => pairs.Replace(Plain(text), match =>
    {
        var seams = match.Value.Count(letter => letter == Seam);
        return letters[match.Value.Replace(Seam.ToString(), "", StringComparison.Ordinal)] + new string(Seam, seams);
    });

    /// <summary>How many signs of a text are letters of this encoding.</summary>
    public int Count(string text) => pairs.Count(Plain(text));

    /// <summary>A character that Unicode sets aside, between the texts of two runs.</summary>
    public const char Seam = '\uFDD1';

    // Some programs keep the letters of such fonts in the private area.
    private static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter is >= '\uF020' and <= '\uF0FF' ? (char)(letter - 0xF000) : letter);
        }

        return plain.ToString();
    }

    private static string Pattern(string key) => string.Join(Seam + "*", key.Select(letter => Regex.Escape(letter.ToString())));

    private sealed record Table(IReadOnlyList<string> CommonWords, IReadOnlyList<Encoding> Encodings);

    private sealed record Encoding(string Name, IReadOnlyList<string> Fonts, string CapitalFonts, IReadOnlyDictionary<string, string> Letters);
}
