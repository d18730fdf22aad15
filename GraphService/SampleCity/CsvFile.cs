using System.Text;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>Reads small CSV files (RFC 4180, UTF-8, a header line): one dictionary for each record, texts in NFC.</summary>
internal static class CsvFile
{
    /// <summary>The records of a file, in order.</summary>
    /// <exception cref="FormatException">A record has another number of values than the header.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var header = Record(reader) ?? [];
        while (Record(reader) is { } values)
        {
            yield return values.Count == header.Count
                ? header.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second.Normalize(NormalizationForm.FormC), StringComparer.Ordinal)
                : throw new FormatException($"{path}: a record has {values.Count} values instead of {header.Count}.");
        }
    }

    private static List<string>? Record(StreamReader reader)
    {
        if (reader.Peek() < 0)
        {
            return null;
        }

        var values = new List<string>();
        do
        {
            values.Add(reader.Peek() == '"' ? Quoted(reader) : Plain(reader));
        }
        while (reader.Peek() == ',' && reader.Read() == ',');

        SkipLineEnd(reader);
        return values;
    }

    private static string Plain(StreamReader reader)
    {
        var text = new StringBuilder();
        while (reader.Peek() is >= 0 and not ',' and not '\n' and not '\r')
        {
            text.Append((char)reader.Read());
        }

        return text.ToString();
    }

    private static string Quoted(StreamReader reader)
    {
        var text = new StringBuilder();
        reader.Read();
        while (reader.Read() is >= 0 and var next)
        {
            if (next == '"' && reader.Peek() != '"')
            {
                break;
            }

            text.Append((char)(next == '"' ? reader.Read() : next));
        }

        return text.ToString();
    }

    private static void SkipLineEnd(StreamReader reader)
    {
        while (reader.Peek() is '\r' or '\n')
        {
            reader.Read();
        }
    }
}
