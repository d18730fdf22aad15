using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Walks the lines of a rows section once and puts the rows together: by controls, by what was printed, by style, by words, in this order.</summary>
internal sealed partial class RowWalk
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly IReadOnlyList<ScriptLine> script;
    private readonly RowLabels labels;
    private readonly HashSet<string> columns;
    private readonly int[] roles;
    private readonly List<HashSet<string>> ahead;
    private readonly int[] printedAbove;
    private readonly int[] printedBelow;
    private FoundRow? row;
    private string? column;

    private RowWalk(IReadOnlyList<BodyLine> lines, IReadOnlyList<ScriptLine> script, RowLabels labels)
    {
        (this.lines, this.script, this.labels) = (lines, script, labels);
        columns = [.. labels.Columns];
        roles = RowAlignment.Of(lines, script);
        ahead = LabelsAhead();
        (printedAbove, printedBelow) = (new int[lines.Count], new int[lines.Count]);
        for (int i = 0, last = -1; i < lines.Count; last = roles[i] >= 0 ? i : last, i++)
        {
            printedAbove[i] = last;
        }

        for (int i = lines.Count - 1, last = lines.Count; i >= 0; last = roles[i] >= 0 ? i : last, i--)
        {
            printedBelow[i] = last;
        }
    }

    /// <summary>The rows in printed order.</summary>
    public List<FoundRow> Rows { get; } = [];

    /// <summary>Words that no column owns.</summary>
    public List<string> Loose { get; } = [];

    /// <summary>What is no text in a column of a row.</summary>
    public List<(int Row, string? Column, Unread Item)> Unread { get; } = [];

    /// <param name="lines">The lines with words, the heading of the section left out.</param>
    /// <param name="script">What was printed for them.</param>
    /// <param name="labels">The words of headings and labels.</param>
    public static RowWalk Through(IReadOnlyList<BodyLine> lines, IReadOnlyList<ScriptLine> script, RowLabels labels)
    {
        var walk = new RowWalk(lines, script, labels);
        for (var i = 0; i < lines.Count; i++)
        {
            walk.Take(i);
            walk.Unread.AddRange(lines[i].Unread.Select(item => (walk.Rows.Count - 1, walk.column, item)));
        }

        return walk;
    }

    private void Take(int index)
    {
        var line = lines[index];
        if (line.FirstOwner is { } owner && columns.Contains(owner))
        {
            TakeOwned(line, owner, roles[index] >= 0 && script[roles[index]].IsBlank);
        }
        else if (roles[index] >= 0)
        {
            TakePrinted(line, script[roles[index]]);
        }
        else if (line.Words.Length == 0)
        {
            AddFree("");
        }
        else
        {
            TakeTyped(index, line);
        }
    }

    // A second control for a column the row already has belongs to a row whose heading is gone.
    private void TakeOwned(BodyLine line, string owner, bool isBlank)
    {
        var control = line.FirstControl;
        if (row is null || (control is not null && row.Controls.TryGetValue(owner, out var before) && before != control))
        {
            Start(null);
        }

        if (control is not null)
        {
            row!.Controls[owner] = control; // Start has made it
        }

        column = owner;
        row!.Add(owner, new RowText(line.Value, control, isBlank, IsFree: false));
    }

    private void TakePrinted(BodyLine line, ScriptLine printed)
    {
        switch (printed.Kind)
        {
            case RowLineKind.Heading:
                Start(printed.Row).IsHeaded = true;
                break;
            case RowLineKind.Label:
                Label(printed.Column, "");
                break;
            case RowLineKind.Content:
                Continue(printed.Row);
                column = printed.Column;
                row!.Add(column, new RowText(line.Value, null, printed.IsBlank, IsFree: false)); // Continue has made it
                break;
        }
    }

    private void TakeTyped(int index, BodyLine line)
    {
        if (labels.HeadingRest(line.Words) is { } rest)
        {
            Start(null).IsHeaded = true;
            Loose.AddRange(rest.Length > 0 ? [rest] : []);
        }
        else if (labels.Find(line.Words) is { } label && IsLabel(index, line, label))
        {
            Label(label.Column, label.Rest);
            row!.Changed.AddRange(label.IsShort ? [(labels.LabelOf(label.Column), line.Words)] : []); // Label has made it
        }
        else if (ReplacedBy(index, line) is { } replaced)
        {
            TakeChanged(line, replaced);
        }
        else
        {
            AddFree(line.Value);
        }
    }

    // Words like a label are one unless the row has its real label below, or had it above and is not at its end.
    private bool IsLabel(int index, BodyLine line, RowLabel label)
    {
        var (has, later) = (row?.Labelled.Contains(label.Column) == true, ahead[index].Contains(label.Column));
        return line.Style == "HtLead" ? !label.IsShort || !(has || later)
            : label.IsShort ? !has && !later
            : has ? columns.All(row!.Labelled.Contains) && !later : !later; // has says that there is a row
    }

    // The printed line in whose stead an unknown one stands: the only one lost at this place, or one of the same look.
    private ScriptLine? ReplacedBy(int index, BodyLine line)
    {
        var (before, after) = (printedAbove[index], printedBelow[index]);
        var (from, to) = (before < 0 ? -1 : roles[before], after < lines.Count ? roles[after] : script.Count);
        if (after - before == 2 && to - from == 2 && script[from + 1] is { Kind: not RowLineKind.Content } lost)
        {
            return lost;
        }

        return line.Style switch
        {
            "HtHeading" when row is not { IsEmpty: true } => new ScriptLine(RowLineKind.Heading, -1, "", "", false),
            "HtLead" when MissingLabel(index) is { } missing => new ScriptLine(RowLineKind.Label, -1, missing, "", false),
            _ => null,
        };
    }

    // The column of the next control without a label of its own, else the first column that has none.
    private string? MissingLabel(int index)
    {
        var next = lines.Skip(index + 1).Take(1).Select(line => line.FirstOwner).FirstOrDefault();
        return next is not null && columns.Contains(next)
            ? IsMissing(next) ? next : null
            : labels.Columns.FirstOrDefault(IsMissing);

        bool IsMissing(string wanted) => row?.Labelled.Contains(wanted) != true && !ahead[index].Contains(wanted) && column != wanted;
    }

    private void TakeChanged(BodyLine line, ScriptLine replaced)
    {
        if (replaced.Kind == RowLineKind.Heading)
        {
            Start(replaced.Row >= 0 ? replaced.Row : null).IsHeaded = true;
            row!.Changed.Add((RowScript.HeadingOf(labels.Heading, Rows.Count - 1), line.Words)); // Start has made it
        }
        else
        {
            Label(replaced.Column, "");
            row!.Changed.Add((labels.LabelOf(replaced.Column), line.Words)); // Label has made it
        }
    }

    private void Label(string next, string rest)
    {
        if (row is null || row.Labelled.Contains(next) || row.Controls.ContainsKey(next))
        {
            var heading = column is null ? null : row?.TakeLast(column, text => NumberedLine().IsMatch(text));
            Start(null);
            if (heading is not null)
            {
                row!.IsHeaded = true; // Start has made it
                row.Changed.Add((RowScript.HeadingOf(labels.Heading, Rows.Count - 1), VietnameseText.Words(heading)));
            }
        }

        row!.Labelled.Add(next); // Start has made it
        column = next;
        AddFree(rest);
    }

    private FoundRow Start(int? written)
    {
        Rows.Add(row = new FoundRow { Written = written });
        column = null;
        return row;
    }

    // Words of another row than those above begin a row whose heading is gone.
    private void Continue(int written)
    {
        if (row is null || (row.Written is { } own && own != written))
        {
            Start(written);
        }

        row!.Written = written; // Start has made it
    }

    private void AddFree(string text)
    {
        if (row is not null && column is not null)
        {
            row.Add(column, new RowText(text, null, IsBlank: false, IsFree: true));
        }
        else if (text.Trim().Length > 0)
        {
            Loose.Add(VietnameseText.Words(text));
        }
    }

    // For each line the labels that surely stand below it in its row: printed there, or in the look of labels.
    private List<HashSet<string>> LabelsAhead()
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

        return [.. sets];
    }

    [GeneratedRegex(@"\A\s*[0-9]{1,3}[.)]\s")]
    private static partial Regex NumberedLine();
}
