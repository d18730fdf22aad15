using System.Text;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>A record of a CSV file: the line it begins on, counted from 1, and its values.</summary>
/// <param name="Line">The line.</param>
/// <param name="Values">The values, as they stand.</param>
/// <param name="IsCut">True when the file ended inside a quoted value.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Values, bool IsCut);

/// <summary>Reads CSV (RFC 4180) record by record, with any separator: Excel writes a semicolon where the comma is the decimal sign, as in Vietnam.</summary>
internal sealed class CsvRecords(TextReader reader, char separator)
{
    private int line = 1;
    private bool cut;

    /// <summary>The records, in order; empty lines are none.</summary>
    public IEnumerable<CsvRecord> All()
    {
        SkipLineEnds();
        while (reader.Peek() >= 0)
        {
            var start = line;
            var values = Values();
            yield return new CsvRecord(start, values, cut);
            SkipLineEnds();
        }
    }

    private List<string> Values()
    {
        var values = new List<string>();
        do
        {
            values.Add(reader.Peek() == '"' ? Quoted() : Plain());
        }
        while (reader.Peek() == separator && reader.Read() >= 0);
        return values;
    }

    private string Plain()
    {
        var text = new StringBuilder();
        while (reader.Peek() is >= 0 and not '\n' and not '\r' and var next && next != separator)
        {
            text.Append((char)reader.Read());
        }

        return text.ToString();
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        reader.Read();
        while (Next() is >= 0 and var next)
        {
            if (next == '"' && reader.Peek() != '"')
            {
                return text.ToString();
            }

            text.Append((char)(next == '"' ? reader.Read() : next));
        }

        cut = true;
        return text.ToString();
    }

    private int Next()
    {
        var next = reader.Read();
        line += next == '\n' ? 1 : 0;
        return next;
    }

    private void SkipLineEnds()
    {
        while (reader.Peek() is '\r' or '\n')
        {
            Next();
        }
    }
}
