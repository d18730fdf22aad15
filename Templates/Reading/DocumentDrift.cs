using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>What changed around the fields: tracked changes, lost data, fixed text altered or text written where nothing reads it.</summary>
internal static class DocumentDrift
{
    public static IEnumerable<Finding> Find(FormDefinition form, CleanBody body, IReadOnlyList<BodyLine> lines, WrittenPart? written)
    {
        if (body.HadTrackedChanges)
        {
            yield return ReadingFindings.TrackedChanges;
        }

        if (written?.Lines is null)
        {
            yield return ReadingFindings.PartLost;
        }

        var present = FixedText.Of(lines, form).Select(line => line.Text).ToList();
        foreach (var finding in written?.Lines is { } before ? SinceWritten(before, present) : AgainstForm(form, present))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> SinceWritten(IReadOnlyList<string> before, List<string> present)
    {
        var (lost, extra) = (Beyond(before, present), Beyond(present, before));
        // Where a field's place is gone its line differs, and the field's own outcome says so.
        return lost.Select(ReadingFindings.FixedTextChanged)
            .Concat(extra.Skip(lost.Count).Select(ReadingFindings.LooseText));
    }

    // The lines one side has more often than the other, in order.
    private static List<string> Beyond(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(line => line).ToDictionary(same => same.Key, same => same.Count());
        return [.. lines.Where(line => !TakeOne(left, line))];
    }

    private static bool TakeOne(Dictionary<string, int> left, string line)
    {
        var count = left.GetValueOrDefault(line);
        left[line] = count - 1;
        return count > 0;
    }

    private static IEnumerable<Finding> AgainstForm(FormDefinition form, List<string> present) =>
        FixedText.Expected(form)
            .Where(expected => !present.Exists(line => expected.Pattern.IsMatch(line)))
            .Select(expected => ReadingFindings.FixedTextChanged(expected.Shown));
}
