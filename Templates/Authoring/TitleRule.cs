using System.Text;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The rule under the title («đường kẻ ngang»): exactly as long as the title, whatever the campaign's title is.</summary>
internal static class TitleRule
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly FontWidths Bold = EmbeddedData.Json<FontWidths>("fonts/times-bold.json");

    /// <summary>The indent, left and right, that leaves a rule as long as the title; never negative.</summary>
    public static int IndentTwips(string title, PageOrientation orientation, LayoutProfile profile) =>
        Math.Max(0, (profile.PageOf(orientation).HeadRight - WidthTwips(title, profile.Looks["headTitle"].Points)) / 2);

    private static int WidthTwips(string text, int points)
    {
        var units = text.Normalize(NormalizationForm.FormC).Sum(Bold.Of);
        return (int)Math.Round(units * points * 20.0 / Bold.UnitsPerEm, MidpointRounding.AwayFromZero);
    }

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
