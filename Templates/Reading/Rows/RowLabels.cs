using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A line that reads like the label of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rest">The words behind the colon.</param>
/// <param name="IsShort">True when only the beginning of the label stands there.</param>
internal sealed record RowLabel(string Column, string Rest, bool IsShort);

/// <summary>Knows the headings and labels of rows by their words, as printed and as people type them.</summary>
internal sealed class RowLabels
{
    private static readonly char[] Dashes = ['-', '–', '—', '+', '•', '*', ' '];

    private readonly FormDefinition form;
    private readonly List<(string Column, string Text)> labels;

    public RowLabels(FormDefinition form, PrintBlock block)
    {
        this.form = form;
        Heading = block.Row.First(item => item.Block == "heading");
        labels = [.. block.Row.Zip(block.Row.Skip(1)).Where(pair => pair is { First.Block: "lead", Second.Block: "multi" })
            .Select(pair => (pair.Second.Field, VietnameseText.Words(pair.First.Text)))];
    }

    public PrintBlock Heading { get; }

    /// <summary>The columns in printed order.</summary>
    public IEnumerable<string> Columns => labels.Select(label => label.Column);

    public string LabelOf(string column) => labels.First(label => label.Column == column).Text;

    /// <summary>The words behind the colon of a heading, mostly none; null for a line that is no heading.</summary>
    public string? HeadingRest(string words)
    {
        var (start, rest) = Split(words);
        return LinePattern.OfForm(Heading.Text.TrimEnd(':'), form).IsMatch(start) ? rest : null;
    }

    public RowLabel? Find(string words)
    {
        var (start, rest) = Split(words.TrimStart(Dashes));
        foreach (var (column, text) in labels)
        {
            var full = Split(text.TrimStart(Dashes)).Start;
            if (string.Equals(start, full, StringComparison.OrdinalIgnoreCase))
            {
                return new RowLabel(column, rest, IsShort: false);
            }

            if (words.Contains(':', StringComparison.Ordinal) && IsBeginning(start, full))
            {
                return new RowLabel(column, rest, IsShort: true);
            }
        }

        return null;
    }

    // Two words at least, and whole ones.
    private static bool IsBeginning(string start, string full) =>
        start.Contains(' ', StringComparison.Ordinal) && full.Length > start.Length && !char.IsLetter(full[start.Length])
        && full.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static (string Start, string Behind) Split(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (words.Trim(), "") : (words[..colon].Trim(), words[(colon + 1)..].Trim());
    }
}
