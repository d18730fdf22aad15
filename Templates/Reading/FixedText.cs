using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A fixed line of the paper, each field in it written as <c>{tag}</c>, and where in the document it stands.</summary>
internal sealed record FixedLine(string Text, int Index);

/// <summary>The printed text that no field owns: what a person may not change unnoticed.</summary>
internal static class FixedText
{
    public static IReadOnlyList<FixedLine> Of(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var written = form.SingleFields.Where(field => field.Type is FieldType.Multi or FieldType.Lines).Select(field => field.Tag).ToHashSet();
        var repeated = form.RowFields.Select(rows => PrintedRows.Of(lines, form, rows)).ToList();
        return
        [
            .. lines.Select((line, index) => new FixedLine(Marked(line), index))
                .Where(line => line.Text.Length > 0)
                .Where(line => !lines[line.Index].Pieces.Any(piece => piece.Owner is not null && written.Contains(piece.Owner)))
                .Where(line => !repeated.Exists(rows => rows.Covers(line.Index))),
        ];
    }

    /// <summary>The fixed lines a form prints whatever the campaign, as patterns; for documents that no longer carry their own.</summary>
    public static IEnumerable<(string Shown, LinePattern Pattern)> Expected(FormDefinition form) =>
        from block in form.Print
        where block.Block != "rows"
        from text in block.Lines
        let words = VietnameseText.Words(text)
        where TextPattern.Split(words).Any(piece => piece.Text.Any(char.IsLetter))
        select (words, LinePattern.ForMarked(words));

    private static string Marked(BodyLine line)
    {
        var (text, last) = (new StringBuilder(), (string?)null);
        foreach (var piece in line.Pieces)
        {
            if (piece.Owner is null)
            {
                text.Append(piece.Text);
            }
            else if (piece.Owner != last)
            {
                text.Append('{').Append(piece.Owner).Append('}');
            }

            last = piece.Owner;
        }

        return VietnameseText.Words(text.ToString());
    }
}
