using System.Xml.Linq;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Words found for a column: their line, the control they stood in, and whether they were printed as the dots of an empty one.</summary>
internal sealed record RowText(string Text, XElement? Control, bool IsBlank, bool IsFree);

/// <summary>A row being put together line by line.</summary>
internal sealed class FoundRow
{
    private readonly Dictionary<string, List<RowText>> texts = [];

    /// <summary>The columns whose label stands in the row.</summary>
    public HashSet<string> Labelled { get; } = [];

    /// <summary>The control of each column that has one.</summary>
    public Dictionary<string, XElement> Controls { get; } = [];

    /// <summary>Headings and labels in other words: what they should say and what they say.</summary>
    public List<(string Expected, string Now)> Changed { get; } = [];

    public bool IsHeaded { get; set; }

    /// <summary>The written row whose words it shows, as far as its lines tell.</summary>
    public int? Written { get; set; }

    public bool IsEmpty => texts.Count == 0 && Labelled.Count == 0;

    public void Add(string column, RowText text)
    {
        if (!texts.TryGetValue(column, out var lines))
        {
            texts[column] = lines = [];
        }

        lines.Add(text);
    }

    /// <summary>Takes the last line of a column away when it is a person's own and looks as asked for.</summary>
    public string? TakeLast(string column, Func<string, bool> test)
    {
        if (!texts.TryGetValue(column, out var lines) || lines is not [.., { IsFree: true } last] || !test(last.Text))
        {
            return null;
        }

        lines.RemoveAt(lines.Count - 1);
        return last.Text;
    }

    /// <summary>The lines of every column; the dots of an empty one give way to words typed around them.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> Texts(FieldDefinition rows) => texts.Select(pair =>
        KeyValuePair.Create(pair.Key, WithoutDots(rows.Columns.First(column => column.Tag == pair.Key), pair.Value).ToList()));

    private static IEnumerable<string> WithoutDots(FieldDefinition column, List<RowText> lines)
    {
        var free = lines.Where(line => line.IsFree && line.Text.Trim().Length > 0).ToList();
        var own = string.Join('\n', lines.Where(line => !line.IsFree && !line.IsBlank).Select(line => line.Text));
        return (free.Count > 0 && Placeholders.IsOne(column, own) ? lines.Where(line => line.IsFree) : lines).Select(line => line.Text);
    }
}
