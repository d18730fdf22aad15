using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Turns the text of a body that was typed in fonts from before Unicode («.VnTime», «VNI-Times») into Unicode, in place.</summary>
internal sealed class LegacyBody
{
    private const int LeastSigns = 6;

    // Half of the marked letters of Vietnamese in Unicode lie outside of the signs of the old encodings.
    private const int UnicodeBears = 4;

    private readonly RunFonts fonts;
    private readonly List<(XElement Paragraph, XElement Run, XElement Text, string? Font)> texts;

    private LegacyBody(XDocument body, XDocument? styles)
    {
        fonts = new RunFonts(styles);
        texts = [.. from run in body.Descendants(W + "r")
                    let paragraph = run.Ancestors(W + "p").FirstOrDefault()
                    where paragraph is not null
                    let font = fonts.Of(run, paragraph)
                    from text in run.Elements()
                    where text.Name == W + "t" || text.Name == W + "softHyphen"
                    select (paragraph, run, text, font)];
    }

    /// <summary>The encoding that was converted, and whether only the letters told it; null when the text is Unicode already.</summary>
    public static (string Encoding, bool Guessed)? Convert(XDocument body, DocxParts parts, string mainPart)
    {
        var legacy = new LegacyBody(body, PaperParts.Related(parts, mainPart, "styles"));
        var all = string.Concat(legacy.texts.Select(item => LettersOf(item.Text)));
        return legacy.ByFont() is { } named ? (named, false)
            : Guess(all) is { } guessed ? (legacy.ConvertAll(guessed), true) : null;
    }

    /// <summary>Converts what stands in fonts of an old encoding, and nothing else.</summary>
    public static void ConvertByFont(XDocument body, XDocument? styles)
    {
        if (new[] { body, styles }.Any(part => part?.Descendants(W + "rFonts").Attributes().Any(font => LegacyEncoding.OfFont(font.Value) is not null) == true))
        {
            new LegacyBody(body, styles).ByFont();
        }
    }

    // A font may be left over from an old template while the letters are Unicode.
    private string? ByFont()
    {
        string? name = null;
        foreach (var group in texts.Where(item => LegacyEncoding.OfFont(item.Font) is not null).GroupBy(item => LegacyEncoding.OfFont(item.Font)!).ToList())
        {
            var letters = string.Concat(group.Select(item => LettersOf(item.Text)));
            if (group.Key.Count(letters) > letters.Count(IsUnicode))
            {
                Convert(group.Key, group);
                name ??= group.Key.Name;
            }
        }

        return name;
    }

    private string ConvertAll(LegacyEncoding encoding)
    {
        Convert(encoding, texts);
        return encoding.Name;
    }

    // One sign on a page of Vietnamese is a slip; where many syllables have one, and hardly any has a letter of Unicode, they are letters.
    private static LegacyEncoding? Guess(string all)
    {
        var (words, found) = (Math.Max(1, all.Count(letter => letter == ' ')), LegacyEncoding.All.MaxBy(encoding => encoding.Count(all))!);
        return found.Count(all) is var signs && signs >= LeastSigns && 4 * signs >= words && signs > UnicodeBears * all.Count(IsUnicode) ? Best(all) : null;
    }

    // Both tables share their signs: the right one makes words the forms know.
    private static LegacyEncoding? Best(string all)
    {
        var best = LegacyEncoding.All.Select(encoding => (Encoding: encoding, Words: KnownWords(encoding.Convert(all)))).MaxBy(item => item.Words);
        return best.Words > KnownWords(all) ? best.Encoding : null;
    }

    private static int KnownWords(string text) => LegacyEncoding.CommonWords.Sum(word => text.Split(word, StringSplitOptions.None).Length - 1);

    private static void Convert(LegacyEncoding encoding, IEnumerable<(XElement Paragraph, XElement Run, XElement Text, string? Font)> items)
    {
        foreach (var paragraph in items.GroupBy(item => item.Paragraph).ToList())
        {
            var ordered = paragraph.ToList();
            var converted = encoding.Convert(string.Join(LegacyEncoding.Seam, ordered.Select(item => LettersOf(item.Text)))).Split(LegacyEncoding.Seam);
            for (var i = 0; i < ordered.Count && i < converted.Length; i++)
            {
                var capital = ordered[i].Font is { } font && encoding.ShowsCapitals(font);
                ordered[i].Text.Name = W + "t";
                ordered[i].Text.Value = capital ? converted[i].ToUpperInvariant() : converted[i];
            }
        }
    }

    // The letter ư of the older encoding is the sign that programs take for a soft hyphen.
    private static string LettersOf(XElement text) => text.Name == W + "softHyphen" ? "\u00AD" : text.Value;

    private static bool IsUnicode(char letter) => letter is 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ĩ' or 'Ĩ' or 'ũ' or 'Ũ' or (>= '\u1EA0' and <= '\u1EF9') or (>= '\u0300' and <= '\u0323');
}

/// <summary>Which font a run is set in: its own, else that of its style, of its paragraph's style, or of the whole document.</summary>
internal sealed class RunFonts
{
    private const int DeepestStyles = 10;

    private readonly Dictionary<string, XElement> styles = [];
    private readonly Dictionary<string, string?> known = [];
    private readonly string? everywhere;

    public RunFonts(XDocument? sheet)
    {
        foreach (var style in sheet?.Descendants(W + "style") ?? [])
        {
            styles[(string?)style.Attribute(W + "styleId") ?? ""] = style;
        }

        var standard = styles.Values.FirstOrDefault(style => (string?)style.Attribute(W + "default") is "1" or "true" && (string?)style.Attribute(W + "type") == "paragraph");
        everywhere = FontIn(standard?.Element(W + "rPr")) ?? FontIn(sheet?.Descendants(W + "rPrDefault").FirstOrDefault()?.Element(W + "rPr"));
    }

    public string? Of(XElement run, XElement paragraph) =>
        FontIn(run.Element(W + "rPr"))
        ?? OfStyle((string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val"))
        ?? OfStyle((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))
        ?? everywhere;

    private string? OfStyle(string? id)
    {
        if (id is null || known.TryGetValue(id, out var font))
        {
            return id is null ? null : known[id];
        }

        var (next, found) = ((string?)id, (string?)null);
        for (var step = 0; step < DeepestStyles && found is null && next is not null && styles.TryGetValue(next, out var style); step++)
        {
            found = FontIn(style.Element(W + "rPr"));
            next = (string?)style.Element(W + "basedOn")?.Attribute(W + "val");
        }

        return known[id] = found;
    }

    private static string? FontIn(XElement? properties) => properties?.Element(W + "rFonts") is { } fonts
        ? (string?)fonts.Attribute(W + "ascii") ?? (string?)fonts.Attribute(W + "hAnsi")
        : null;
}
