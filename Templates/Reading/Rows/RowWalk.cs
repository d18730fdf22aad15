using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Walks the lines of a rows section once and puts the rows together: by controls, by what was printed, by style, by words, in this order.</summary>
internal sealed partial class RowWalk
{
    private readonly RowClues clues;
    private readonly RowLabels labels;
    private readonly HashSet<string> columns;
    private FoundRow? row;
    private string? column;

    private RowWalk(RowClues clues, RowLabels labels) => (this.clues, this.labels, columns) = (clues, labels, [.. labels.Columns]);

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
        var walk = new RowWalk(new RowClues(lines, script, labels), labels);
        for (var i = 0; i < lines.Count; i++)
        {
            walk.Take(i, lines[i]);
            walk.Unread.AddRange(lines[i].Unread.Select(item => (walk.Rows.Count - 1, walk.column, item)));
        }

        return walk;
    }

    private void Take(int index, BodyLine line)
    {
        var printed = clues.PrintedAs(index);
        if (line.FirstOwner is { } owner && columns.Contains(owner))
        {
            TakeOwned(line, owner, printed is { IsBlank: true });
        }
        else if (printed is not null)
        {
            TakePrinted(line, printed);
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
        else if (labels.Find(line.Words) is { } label && clues.IsLabel(index, label, row))
        {
            Label(label.Column, label.Rest);
            row!.Changed.AddRange(label.IsShort ? [(labels.LabelOf(label.Column), line.Words)] : []); // Label has made it
        }
        else if (clues.ReplacedBy(index, row, column) is { } replaced)
        {
            TakeChanged(line, replaced);
        }
        else
        {
            AddFree(line.Value);
        }
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

    [GeneratedRegex(@"\A\s*[0-9]{1,3}[.)]\s")]
    private static partial Regex NumberedLine();
}
