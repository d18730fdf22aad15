using System.Text;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Authoring;

/// <summary>How wide words are printed, and what that leaves beside a rule under them; known for bold letters, which all words above rules have.</summary>
internal static class LineWidths
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly FontWidths Bold = EmbeddedData.Json<FontWidths>("fonts/times-bold.json");

    /// <summary>The indent, left and right, that leaves a rule of a share of the words above it; never negative.</summary>
    /// <param name="text">The words above; dots to write on are as long as the width, and where words wrap, a share is that of their last line, and the whole is all the width.</param>
    /// <param name="look">Their look.</param>
    /// <param name="width">The width there is, in twips.</param>
    /// <param name="share">The share of the line, 1 for as long as it.</param>
    public static int Indent(string text, TextLook look, int width, double share)
    {
        var lines = Lines(text, look, width);
        var length = share < 1 ? share * lines[^1] : lines.Max();
        return (int)Math.Max(0, Math.Round((width - length) / 2, MidpointRounding.AwayFromZero));
    }

    // The lines that words make where they break as any program breaks them: before the first word that does not fit.
    private static List<double> Lines(string text, TextLook look, int width)
    {
        var (lines, space) = (new List<double>(), Twips(" ", look));
        if (!text.Any(char.IsLetterOrDigit))
        {
            return [width];
        }

        foreach (var word in text.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Math.Min(width, Twips(word, look))))
        {
            if (lines.Count > 0 && lines[^1] + space + word <= width)
            {
                lines[^1] += space + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static double Twips(string text, TextLook look) => text.Sum(Bold.Of) * look.Points * 20.0 / Bold.UnitsPerEm;

    private sealed record FontWidths(int UnitsPerEm, Dictionary<string, int> Widths)
    {
        public int Of(char letter)
        {
            var marks = letter.ToString().Normalize(NormalizationForm.FormD);
            var withoutTone = string.Concat(marks.Where(mark => !Tones.Contains(mark, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC);
            return Widths.TryGetValue(withoutTone, out var own) ? own : Widths.GetValueOrDefault(marks[..1], UnitsPerEm / 2);
        }
    }
}
