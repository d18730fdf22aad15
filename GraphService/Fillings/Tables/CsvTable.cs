using System.Text;
using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>A CSV file: UTF-8 or UTF-16, with a byte order mark or without, separated by comma, semicolon or tab.</summary>
internal sealed class CsvTable : TableFile
{
    private const int LinesOfSample = 20;
    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly StreamReader reader;
    private readonly char separator;
    private readonly int linesBefore;

    private CsvTable(string path, Encoding encoding, char separator, bool named)
    {
        (this.separator, linesBefore) = (separator, named ? 1 : 0);
        using (var counted = Reader(path, encoding))
        {
            Count = Of(counted).Count(record => !record.IsBlank);
        }

        reader = Reader(path, encoding);
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override char Separator => separator;

    /// <summary>Opens a file and reads it through once: it must be text from end to end before anything is made of it.</summary>
    public static Result<TableFile> Open(string path, Func<string, bool> isName)
    {
        try
        {
            var encoding = TextEncoding.Of(path);
            var sample = Sample(path, encoding);
            var named = sample is [var first, ..] && first.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && first.Length == SeparatorLine.Length + 1;
            return new CsvTable(path, encoding, named ? sample[0][^1] : SeparatorOf(sample, isName), named);
        }
        catch (DecoderFallbackException)
        {
            return new Problem.Malformed($"Tệp {path} không phải UTF-8 hay UTF-16. Trong Excel hãy lưu dạng “CSV UTF-8” hoặc .xlsx.");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<TableRecord> Records() => Of(reader).Where(record => !record.IsBlank);

    /// <inheritdoc/>
    public override void Dispose() => reader.Dispose();

    private IEnumerable<TableRecord> Of(StreamReader text)
    {
        if (linesBefore > 0)
        {
            text.ReadLine();
        }

        return new CsvRecords(text, separator, linesBefore).All();
    }

    private static List<string> Sample(string path, Encoding encoding)
    {
        using var text = Reader(path, encoding);
        var lines = new List<string>();
        while (lines.Count < LinesOfSample && text.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    // The line with the most names of columns is the head, and what separates them there separates them everywhere.
    private static char SeparatorOf(List<string> sample, Func<string, bool> isName) =>
        Separators.MaxBy(separator => sample.Select(line => (Names(line, separator).Count(isName), Names(line, separator).Length)).DefaultIfEmpty().Max());

    private static string[] Names(string line, char separator) => [.. line.Split(separator).Select(name => name.Trim().Trim('"'))];

    private static StreamReader Reader(string path, Encoding encoding) => new(path, encoding, detectEncodingFromByteOrderMarks: false);
}
