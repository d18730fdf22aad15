using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Turns our own line patterns into expressions over the words of a line.</summary>
internal static class LinePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Matches a line as printed; every field is a group of its tag.</summary>
    public static Regex ForPrinted(string pattern, FormDefinition form) => Compile(pattern, tag =>
        form.Fields.Any(field => field.Tag == tag && field.LongDate) ? $"(?<{tag}>ngày.*)" : $"(?<{tag}>.*?)");

    /// <summary>Matches a line whose fields are written as <c>{tag}</c>.</summary>
    public static Regex ForMarked(string pattern) => Compile(pattern, tag => Regex.Escape($"{{{tag}}}"));

    private static Regex Compile(string pattern, Func<string, string> field)
    {
        var pieces = TextPattern.Split(pattern).Select(piece => piece switch
        {
            { Name: "" } => Regex.Escape(piece.Text).Replace("\\ ", "\\s?", StringComparison.Ordinal),
            { Name: "n" } => "[0-9]+",
            { IsCampaign: true } => ".+?",
            _ => field(piece.Name),
        });
        return new Regex($@"\A{string.Concat(pieces)}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, Patience);
    }
}
