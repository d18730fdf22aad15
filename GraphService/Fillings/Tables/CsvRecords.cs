namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>Reads CSV (RFC 4180) record by record, with any separator: Excel writes a semicolon where the comma is the decimal sign, as in Vietnam.</summary>
internal sealed class CsvRecords(TextReader reader, char separator, int linesBefore = 0)
{
    /// <summary>No cell of Excel has more lines than it has letters, and no cell of a form nearly as many: what is open longer is a slip of the pen.</summary>
    private const int MostLines = 200;

    private readonly Stack<string> again = new();
    private int line = linesBefore;

    /// <summary>The records, in order; empty lines are none. One whose quotation never ends has a fault, and the lines behind it are read as if it had.</summary>
    public IEnumerable<TableRecord> All()
    {
        while (Next() is { } text)
        {
            if (text.Length > 0)
            {
                yield return Record(text);
            }
        }
    }

    private TableRecord Record(string first)
    {
        var (start, cells, taken) = (line, new CsvCells(separator), new List<string>());
        for (var text = first; text is not null; text = taken.Count < MostLines ? Next() : null)
        {
            cells.Add(text);
            taken.Add(text);
            if (!cells.IsOpen)
            {
                return new TableRecord(start, cells.Values);
            }
        }

        TakeBack(taken);
        line = start;
        return new TableRecord(start, cells.Values, new TableFault(cells.Values.Count, $"thiếu dấu nháy kép đóng ô, hoặc ô dài hơn {MostLines} dòng."));
    }

    private void TakeBack(List<string> taken)
    {
        for (var index = taken.Count - 1; index > 0; index--)
        {
            again.Push(taken[index]);
        }
    }

    private string? Next()
    {
        var text = again.TryPop(out var before) ? before : reader.ReadLine();
        line += text is null ? 0 : 1;
        return text;
    }
}
