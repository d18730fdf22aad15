using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Counts the numbered paragraphs of one body in reading order and tells what stands before each of them.</summary>
internal sealed class ListCounter(PaperParts parts)
{
    private readonly Dictionary<string, int?[]> counters = [];

    /// <summary>The printed number or mark; "" where there is none, null where we cannot tell what Word prints.</summary>
    public string? Next(XElement paragraph) => NextOf(parts.NumberingOf(paragraph));

    /// <summary>The same for a paragraph whose numbering is known; null when it has none.</summary>
    public string? NextOf(XElement? numbering)
    {
        if (numbering is null || (string?)numbering.Element(W + "numId")?.Attribute(W + "val") is not { } list || list == "0")
        {
            return "";
        }

        var depth = int.TryParse((string?)numbering.Element(W + "ilvl")?.Attribute(W + "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : 0;
        return depth < ListDefinitions.Levels && parts.Numbering.Find(list, depth) is { } level ? Print(list, depth, level) : null;
    }

    private string? Print(string list, int depth, ListLevel level)
    {
        var counts = Count(list, depth, level);
        if (level.Format == "none")
        {
            return "";
        }

        if (level.Format == "bullet")
        {
            return Mark(level) is { } mark ? mark + (level.Spaced ? " " : "") : null;
        }

        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 >= level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                text.Append(level.Text[i]);
            }
            else if (Number(list, counts, level.Text[++i] - '1') is { } number)
            {
                text.Append(number);
            }
            else
            {
                return null;
            }
        }

        return text.Append(level.Spaced ? " " : "").ToString();
    }

    private int?[] Count(string list, int depth, ListLevel level)
    {
        var counter = parts.Numbering.CounterOf(list);
        var counts = counters.TryGetValue(counter, out var before) ? before : counters[counter] = new int?[ListDefinitions.Levels];
        counts[depth] = counts[depth] + 1 ?? level.Start;
        Array.Fill(counts, null, depth + 1, counts.Length - depth - 1);
        return counts;
    }

    private string? Number(string list, int?[] counts, int depth) => parts.Numbering.Find(list, depth) is { } level
        ? ListNumbers.Write(counts[depth] ?? level.Start, level.Format)
        : null;

    private static string? Mark(ListLevel level) => SignFonts.IsOne(level.Font)
        ? SignFonts.Read(level.Font!, level.Text) is (var text, true) ? text : null
        : level.Text.Any(letter => letter is >= '\uE000' and <= '\uF8FF') ? null : level.Text;
}

/// <summary>Writes a counted number the way a list asks for.</summary>
internal static class ListNumbers
{
    private static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Null for a kind of numbers we do not know.</summary>
    public static string? Write(int number, string format) => format switch
    {
        "decimal" => number.ToString(CultureInfo.InvariantCulture),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => RomanOf(number),
        "upperRoman" => RomanOf(number)?.ToUpperInvariant(),
        _ => null,
    };

    // After z come aa, bb, cc.
    private static string? Letters(int number, char first) =>
        number is < 1 or > 26 * 9 ? null : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string? RomanOf(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}
