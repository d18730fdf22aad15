using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Authoring;

/// <summary>How wide words are printed: how many lines they take, and what a rule under them leaves free at its sides.</summary>
internal static class LineWidths
{
    private static readonly char[] Spaces = [' ', '\t'];

    /// <summary>The indent, left and right, that leaves a rule of a share of the words above it; never negative for a share up to 1.</summary>
    /// <param name="text">The words above; where they wrap, their longest line counts; dots to write on are as long as the width.</param>
    /// <param name="look">Their look.</param>
    /// <param name="width">The width there is, in twips.</param>
    /// <param name="share">The share of the line, from 0 to 1.</param>
    public static int Indent(string text, TextLook look, int width, double share)
    {
        var line = text.Any(char.IsLetterOrDigit) ? Lines(text, look, width).Max() : width;
        return (int)Math.Round((width - (share * line)) / 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>How many lines a paragraph takes; one when it has no words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="look">Their look.</param>
    /// <param name="width">The width there is, in twips.</param>
    public static int Count(string text, TextLook look, int width) => Math.Max(1, Lines(text, look, width).Count);

    // The lines that words make where they break as any program breaks them: before the first word that does not fit, and inside one that fits no line.
    private static List<double> Lines(string text, TextLook look, int width)
    {
        var (face, lines, size) = (FontFace.Of(look), new List<double>(), look.Points * 20.0);
        var space = face.Width(" ") * size;
        foreach (var word in text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Select(word => face.Width(word) * size))
        {
            if (lines.Count > 0 && lines[^1] + space + word <= width)
            {
                lines[^1] += space + word;
                continue;
            }

            var rest = word;
            for (; rest > width; rest -= Math.Max(1, width - (size / 4)))
            {
                lines.Add(width);
            }

            lines.Add(rest);
        }

        return lines;
    }
}

/// <summary>The widths of the letters of a face, as shares of its size.</summary>
internal sealed class FontFace
{
    private const int Known = 0x2040;
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly FontFace Upright = new("fonts/times-regular.json");
    private static readonly FontFace Bold = new("fonts/times-bold.json");

    private readonly float[] widths = new float[Known];

    private FontFace(string file)
    {
        var data = EmbeddedData.Json<FontWidths>(file);
        for (var letter = 0; letter < Known; letter++)
        {
            widths[letter] = (float)data.Of((char)letter) / data.UnitsPerEm;
        }
    }

    /// <summary>The face of a look; slanted letters are as wide as upright ones.</summary>
    public static FontFace Of(TextLook look) => look.Bold ? Bold : Upright;

    /// <summary>The width of a text without any break.</summary>
    public double Width(string text)
    {
        var width = 0d;
        foreach (var letter in text)
        {
            width += letter < Known ? widths[letter] : char.IsLowSurrogate(letter) ? 0 : 1;
        }

        return width;
    }

    private sealed record FontWidths(int UnitsPerEm, Dictionary<string, int> Widths)
    {
        // A mark does not change the width of its letter; a letter nobody told the width of is taken for one of middle width.
        public int Of(char letter)
        {
            var marks = VietnameseText.Decomposed(letter.ToString());
            if (Tones.Contains(letter, StringComparison.Ordinal))
            {
                return 0;
            }

            var withoutTone = VietnameseText.Composed(string.Concat(marks.Where(mark => !Tones.Contains(mark, StringComparison.Ordinal))));
            return Widths.TryGetValue(withoutTone, out var own) ? own : Widths.GetValueOrDefault(marks[..1], UnitsPerEm / 2);
        }
    }
}
