using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads repeated rows printed as paragraphs: by the tags of their controls, and by the printed headings where tags are gone.</summary>
internal sealed class ParagraphRows(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block) : PrintedRows
{
    private readonly RowRegion region = RowRegion.Of(lines, form, rows, block);
    private readonly List<Dictionary<string, List<string>>> found = [];
    private readonly HashSet<(int Row, string Column)> closed = [];
    private string? column;
    private XElement? control;

    public override IReadOnlyList<FormRow> Read()
    {
        for (var i = region.First; i < region.End; i++)
        {
            Take(lines[i]);
        }

        return [.. found.Select(texts => Row(rows, texts)).Where(row => row.Fields.Count > 0)];
    }

    // Only where no row was found: below a row's headings every line belongs to it.
    public override IEnumerable<string> Unread()
    {
        var fixedTexts = block.Row.Select(item => item.Text).Append(block.Text).Where(text => text.Length > 0).Select(LinePattern.ForMarked).ToList();
        return found.Exists(texts => texts.Count > 0)
            ? []
            : lines.Where((line, index) => region.Contains(index) && VietnameseText.Words(line.Value).Length > 0)
                .Where(line => !fixedTexts.Exists(pattern => pattern.IsMatch(VietnameseText.Words(line.Text))) && !Placeholders.IsOne(rows with { Placeholder = "....." }, line.Value))
                .Select(line => VietnameseText.Words(line.Value));
    }

    public override bool Covers(int line) =>
        region.Contains(line) && !(lines[line].IsFixed && VietnameseText.Words(lines[line].Text) == VietnameseText.Words(block.Text));

    private void Take(BodyLine line)
    {
        if (line.FirstOwner is { } owner && rows.Columns.Any(item => item.Tag == owner))
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
        line.IsFixed && block.Row.FirstOrDefault(item => item.Block == kind) is { } heading && Prints(heading, line);

    private string? LeadOf(BodyLine line)
    {
        if (!line.IsFixed)
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

    private static bool Prints(PrintBlock printed, BodyLine line)
    {
        var words = VietnameseText.Words(line.Text);
        return LinePattern.ForMarked(printed.Text.TrimEnd(':')).IsMatch(words.TrimEnd(':', ' '));
    }
}
