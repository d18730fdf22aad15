using System.Text;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>Reads small CSV files (RFC 4180, UTF-8, a header line): one dictionary for each record, texts in NFC.</summary>
internal static class CsvFile
{
    /// <summary>The records of a file, in order.</summary>
    /// <exception cref="FormatException">A record has another number of values than the header.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        IReadOnlyList<string>? header = null;
        foreach (var record in new CsvRecords(reader, ',').All())
        {
            if (header is null)
            {
                header = record.Values;
                continue;
            }

            yield return record.Values.Count == header.Count
                ? header.Zip(record.Values).ToDictionary(pair => pair.First, pair => VietnameseText.Composed(pair.Second), StringComparer.Ordinal)
                : throw new FormatException($"{path}, line {record.Line}: {record.Values.Count} values instead of {header.Count}.");
        }
    }
}
