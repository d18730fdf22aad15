using System.Globalization;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The year a document is printed for («năm của văn bản»), as its title says: where the form prints the campaign's year.</summary>
internal static class PrintedYear
{
    private const string Place = "{campaign.campaignYear}";

    /// <summary>The year; null when no line of the title tells one.</summary>
    public static int? Of(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var starts = form.Print.Where(block => block.Block is "title" or "titleMore" or "subtitle")
            .Select(block => block.Text).Where(text => text.Contains(Place, StringComparison.Ordinal))
            .Select(text => VietnameseText.Words(text[..text.IndexOf(Place, StringComparison.Ordinal)])).ToList();
        return lines.Where(line => line.IsFixed).Select(line => VietnameseText.Words(line.Text))
            .SelectMany(words => starts.Select(start => YearAfter(start, words))).FirstOrDefault(year => year is not null);
    }

    private static int? YearAfter(string start, string words) =>
        words.StartsWith(start, StringComparison.OrdinalIgnoreCase) && words[start.Length..].Trim() is { Length: 4 } rest
        && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
