using System.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>Takes the lines of one CSV record one by one and splits them into values: a quoted value may go on over several lines.</summary>
internal sealed class CsvCells(char separator)
{
    private readonly List<string> values = [];
    private readonly StringBuilder cell = new();

    /// <summary>True while a quoted value is not closed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The values that are closed.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>Takes a line, without its end.</summary>
    public void Add(string line)
    {
        var at = IsOpen ? GoOn(line) : Cell(line, 0);
        while (!IsOpen && at < line.Length)
        {
            at = Cell(line, at + 1);
        }
    }

    private int GoOn(string line)
    {
        cell.Append('\n');
        return Quoted(line, 0);
    }

    private int Cell(string line, int start)
    {
        cell.Clear();
        if (start < line.Length && line[start] == '"')
        {
            IsOpen = true;
            return Quoted(line, start + 1);
        }

        return Plain(line, start);
    }

    // What stands behind a closing quotation mark belongs to the value, as Excel has it.
    private int Plain(string line, int start)
    {
        var end = line.IndexOf(separator, start);
        end = end < 0 ? line.Length : end;
        cell.Append(line, start, end - start);
        values.Add(cell.ToString());
        return end;
    }

    private int Quoted(string line, int start)
    {
        for (var at = start; ; at += 2)
        {
            var end = line.IndexOf('"', at);
            if (end < 0)
            {
                cell.Append(line, at, line.Length - at);
                return line.Length;
            }

            cell.Append(line, at, end - at);
            if (end + 1 >= line.Length || line[end + 1] != '"')
            {
                IsOpen = false;
                return Plain(line, end + 1);
            }

            cell.Append('"');
            at = end;
        }
    }
}
