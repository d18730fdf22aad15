using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads repeated rows printed as paragraphs: by the tags of their controls, and by the printed headings where tags are gone.</summary>
internal sealed class RowReader
{
    private readonly FormDefinition form;
    private readonly FieldDefinition rows;
    private readonly PrintBlock? block;
    private readonly List<Dictionary<string, List<string>>> found = [];
    private readonly HashSet<(int Row, string Column)> closed = [];
    private string? column;
    private XElement? control;

    private RowReader(FormDefinition form, FieldDefinition rows)
    {
        (this.form, this.rows) = (form, rows);
        block = form.Print.FirstOrDefault(item => item.Block == "rows" && item.Field == rows.Tag);
    }

    /// <summary>The rows in printed order; rows without any text are no rows.</summary>
    public static IReadOnlyList<FormRow> Read(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows)
    {
        var reader = new RowReader(form, rows);
        var region = RowRegion.Of(lines, form, rows);
        for (var i = region.First; i < region.End; i++)
        {
            reader.Take(lines[i]);
        }

        return [.. reader.found.Select(reader.Row).Where(row => row.Fields.Count > 0)];
    }

    private void Take(BodyLine line)
    {
        var owner = line.Owner ?? line.Pieces.FirstOrDefault(piece => piece.Owner is not null)?.Owner;
        if (owner is not null && rows.Columns.Any(item => item.Tag == owner))
        {
            Enter(owner, line.Control ?? line.Pieces.FirstOrDefault(piece => piece.Control is not null)?.Control);
            Append(line.Value);
        }
        else if (Starts("heading", line))
        {
            StartRow();
        }
        else if (LeadOf(line) is { } led)
        {
            Enter(led, null);
        }
        else if (column is not null)
        {
            // Typed below the control, or all that is left of it after another program saved the file.
            Append(line.Value);
        }
    }

    // A second control for a column the row already has belongs to a row whose heading is gone.
    private void Enter(string next, XElement? inside)
    {
        if (found.Count == 0 || (inside is not null && inside != control && Taken(next)))
        {
            StartRow();
        }

        if (inside is not null && inside != control)
        {
            closed.Add((found.Count, next));
        }

        (column, control) = (next, inside ?? control);
    }

    private bool Taken(string next) => closed.Contains((found.Count, next));

    private void StartRow()
    {
        found.Add([]);
        (column, control) = (null, null);
    }

    private void Append(string text)
    {
        var row = found[^1];
        if (!row.TryGetValue(column!, out var lines))
        {
            row[column!] = lines = [];
        }

        lines.Add(text);
    }

    private bool Starts(string kind, BodyLine line) =>
        line.IsFixed && block?.Row.FirstOrDefault(item => item.Block == kind) is { } heading && Prints(heading, line);

    private string? LeadOf(BodyLine line)
    {
        if (!line.IsFixed || block is null)
        {
            return null;
        }

        for (var i = 0; i + 1 < block.Row.Count; i++)
        {
            if (block.Row[i].Block == "lead" && block.Row[i + 1].Block == "multi" && Prints(block.Row[i], line))
            {
                return block.Row[i + 1].Field;
            }
        }

        return null;
    }

    private bool Prints(PrintBlock block, BodyLine line)
    {
        return LinePattern.OfForm(block.Text.TrimEnd(':'), form).IsMatch(line.Words.TrimEnd(':', ' '));
    }

    private FormRow Row(Dictionary<string, List<string>> texts) => new(null, texts
        .Select(pair => (Field: rows.Columns.First(item => item.Tag == pair.Key), Text: string.Join('\n', pair.Value)))
        .Select(pair => (pair.Field.Tag, Value: Placeholders.IsOne(pair.Field, pair.Text) ? "" : VietnameseText.Normalize(pair.Field.Type, pair.Text)))
        .Where(pair => pair.Value.Length > 0)
        .ToDictionary(pair => pair.Tag, pair => pair.Value));
}
