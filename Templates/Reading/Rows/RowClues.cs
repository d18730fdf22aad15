namespace HocTap.Office.Templates.Reading;

/// <summary>What tells the lines of rows apart: what was printed there, the look of a line, and the labels that stand below it.</summary>
internal sealed class RowClues
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly IReadOnlyList<ScriptLine> script;
    private readonly RowLabels labels;
    private readonly int[] roles;
    private readonly int[] printedAbove;
    private readonly int[] printedBelow;
    private readonly HashSet<string>[] ahead;

    public RowClues(IReadOnlyList<BodyLine> lines, IReadOnlyList<ScriptLine> script, RowLabels labels)
    {
        (this.lines, this.script, this.labels, roles) = (lines, script, labels, RowAlignment.Of(lines, script));
        (printedAbove, printedBelow, ahead) = (new int[lines.Count], new int[lines.Count], LabelsAhead());
        for (int i = 0, last = -1; i < lines.Count; last = roles[i] >= 0 ? i : last, i++)
        {
            printedAbove[i] = last;
        }

        for (int i = lines.Count - 1, last = lines.Count; i >= 0; last = roles[i] >= 0 ? i : last, i--)
        {
            printedBelow[i] = last;
        }
    }

    /// <summary>The line as it was printed; null for a line that was not.</summary>
    public ScriptLine? PrintedAs(int line) => roles[line] >= 0 ? script[roles[line]] : null;

    /// <summary>Words like a label are one unless the row has its real label below, or had it above and is not at its end.</summary>
    public bool IsLabel(int index, RowLabel label, FoundRow? row)
    {
        var (has, later) = (row?.Labelled.Contains(label.Column) == true, ahead[index].Contains(label.Column));
        return lines[index].Style == "HtLead" ? !label.IsShort || !(has || later)
            : label.IsShort ? !has && !later
            : has ? labels.Columns.All(row!.Labelled.Contains) && !later : !later; // has says that there is a row
    }

    /// <summary>The printed line in whose stead an unknown one stands: the only one lost at this place, or one of the same look; null for words of a person.</summary>
    public ScriptLine? ReplacedBy(int index, FoundRow? row, string? column)
    {
        var (before, after) = (printedAbove[index], printedBelow[index]);
        var (from, to) = (before < 0 ? -1 : roles[before], after < lines.Count ? roles[after] : script.Count);
        if (after - before == 2 && to - from == 2 && script[from + 1] is { Kind: not RowLineKind.Content } lost)
        {
            return lost;
        }

        return lines[index].Style switch
        {
            "HtHeading" when row is not { IsEmpty: true } => new ScriptLine(RowLineKind.Heading, -1, "", "", false),
            "HtLead" when MissingLabel(index, row, column) is { } missing => new ScriptLine(RowLineKind.Label, -1, missing, "", false),
            _ => null,
        };
    }

    // The column of the next control without a label of its own, else the first column that has none.
    private string? MissingLabel(int index, FoundRow? row, string? column)
    {
        var next = lines.Skip(index + 1).Take(1).Select(line => line.FirstOwner).FirstOrDefault();
        return next is not null && labels.Columns.Contains(next)
            ? IsMissing(next) ? next : null
            : labels.Columns.FirstOrDefault(IsMissing);

        bool IsMissing(string wanted) => row?.Labelled.Contains(wanted) != true && !ahead[index].Contains(wanted) && column != wanted;
    }

    // For each line the labels that surely stand below it in its row: printed there, or in the look of labels.
    private HashSet<string>[] LabelsAhead()
    {
        var (sets, below) = (new HashSet<string>[lines.Count], new HashSet<string>());
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            sets[i] = below;
            var role = roles[i] >= 0 ? script[roles[i]] : null;
            if (role is { Kind: RowLineKind.Heading } || lines[i].Style == "HtHeading")
            {
                below = [];
            }
            else if ((role is { Kind: RowLineKind.Label } ? role.Column : lines[i].Style == "HtLead" ? labels.Find(lines[i].Words)?.Column : null) is { } label)
            {
                below = [.. below, label];
            }
        }

        return sets;
    }
}
