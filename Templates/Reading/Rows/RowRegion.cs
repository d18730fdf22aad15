using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The lines of a repeated field printed as paragraphs: from the heading of its section, or else its first line, to the next fixed line of the form.</summary>
/// <param name="First">The first line.</param>
/// <param name="End">The line behind the last one.</param>
/// <param name="Heading">The line of the section's heading; -1 when it is gone.</param>
internal readonly record struct RowRegion(int First, int End, int Heading)
{
    private static readonly RowRegion None = new(0, 0, -1);
    private static readonly HashSet<string> RowStyles = ["HtSection", "HtHeading", "HtLead", "HtBody"];

    public bool Contains(int index) => index >= First && index < End;

    public static RowRegion Of(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block)
    {
        var columns = rows.Columns.Select(column => column.Tag).ToHashSet();
        var words = VietnameseText.Words(block.Text);
        // Words of a person may be the same: the look and the bookmark of the section tell more than the order.
        var heading = IndexOf(lines, line => line.Style == "HtSection" && IsHeading(line));
        heading = heading >= 0 ? heading : IndexOf(lines, line => line.Section == rows.Tag && IsHeading(line));
        heading = heading >= 0 ? heading : IndexOf(lines, IsHeading);
        // A control of a row pasted elsewhere begins no section as long as the section itself stands somewhere.
        var first = heading >= 0 ? heading : IsMarked() ? IndexOf(lines, line => line.Section == rows.Tag && (line.FirstOwner is null || Owns(line))) : -1;
        first = first >= 0 ? first : IndexOf(lines, Owns);
        return first < 0 ? None : new RowRegion(first, EndOf(first), heading);

        int EndOf(int from)
        {
            var following = form.Print.SkipWhile(other => other != block).Skip(1).FirstOrDefault(other => other.Text.Length > 0);
            var pattern = following is null ? null : LinePattern.OfForm(following.Text, form);
            var end = IndexOf(lines, line => line.Section != rows.Tag && !Owns(line) && (pattern?.Match(line.Shape) is not null || IsElsewhere(line)), from + 1);
            return end >= 0 ? end : lines.Count;
        }

        // A bookmark left behind by a section that is gone marks lines of other fields.
        bool IsMarked()
        {
            var labels = new RowLabels(form, block);
            return lines.Any(line => line.Section == rows.Tag && (Owns(line) || labels.HeadingRest(line.Words) is not null || labels.Find(line.Words) is not null));
        }

        bool IsHeading(BodyLine line) => line.IsFixed && line.Words == words;

        bool Owns(BodyLine line) => line.FirstOwner is { } owner && columns.Contains(owner);
    }

    // The foot of the paper, where the sentence between is gone.
    private static bool IsElsewhere(BodyLine line) => line.Cell is not null || (line.Style is { } style && !RowStyles.Contains(style)) || (line.FirstOwner is not null);

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
