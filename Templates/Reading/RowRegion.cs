using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The lines of a repeated field: from its section, bookmark or heading to the next fixed line of the form.</summary>
internal readonly record struct RowRegion(int First, int End)
{
    public bool Contains(int index) => index >= First && index < End;

    public static RowRegion Of(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block)
    {
        var columns = rows.Columns.Select(column => column.Tag).ToHashSet();
        var first = IndexOf(lines, line => line.Section == rows.Tag || Owns(line, columns) || IsHeading(line, block));
        return first < 0 ? default : new RowRegion(first, EndOf(lines, form, rows, block, columns, first));
    }

    private static int EndOf(
        IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block, HashSet<string> columns, int first)
    {
        var last = lines.ToList().FindLastIndex(line => line.Section == rows.Tag || Owns(line, columns));
        var following = form.Print.SkipWhile(other => other != block).Skip(1).FirstOrDefault(other => other.Text.Length > 0);
        if (following is not null)
        {
            var pattern = LinePattern.ForPrinted(following.Text, form);
            var end = IndexOf(lines, line => line.Section != rows.Tag && !Owns(line, columns) && pattern.IsMatch(VietnameseText.Words(line.Text)), Math.Max(first, last + 1));
            if (end >= 0)
            {
                return end;
            }
        }

        return last + 1;
    }

    private static bool Owns(BodyLine line, HashSet<string> columns) =>
        (line.Owner is not null && columns.Contains(line.Owner)) || line.Pieces.Any(piece => piece.Owner is not null && columns.Contains(piece.Owner));

    private static bool IsHeading(BodyLine line, PrintBlock block) => line.IsFixed && VietnameseText.Words(line.Text) == VietnameseText.Words(block.Text);

    private static int IndexOf(IReadOnlyList<BodyLine> lines, Func<BodyLine, bool> test, int from = 0)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (test(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
