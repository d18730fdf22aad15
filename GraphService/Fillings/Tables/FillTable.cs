using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>A table of documents («danh sách điền hàng loạt»), CSV or Excel: its head names fields and codes, each record below becomes one document.</summary>
internal sealed class FillTable : IDisposable
{
    /// <summary>So many records are looked through for the head: lists of offices often begin with a title.</summary>
    private const int MostBeforeHead = 20;

    private readonly TableFile file;
    private readonly IEnumerator<TableRecord> records;
    private readonly List<FillColumn> columns;
    private readonly Queue<TableRecord> read;

    private FillTable(TableFile file, IEnumerator<TableRecord> records, List<FillColumn> columns, Queue<TableRecord> read, int before)
    {
        (this.file, this.records, this.columns, this.read) = (file, records, columns, read);
        Count = Math.Max(0, file.Count - before - 1);
    }

    /// <summary>How many records there are below the head; empty rows of a workbook count.</summary>
    public int Count { get; }

    /// <summary>What separates values in the file.</summary>
    public char Separator => file.Separator;

    /// <summary>Opens a table.</summary>
    /// <returns>400 when the head has columns nobody knows: a slip of the pen must not lose a column of values.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to what is returned, which its caller disposes.")]
    public static Result<FillTable> Open(FillColumnNames names, string path, string? sheet)
    {
        if (!TableFile.Open(path, sheet, names.IsKnown).TryGet(out var file, out var problem))
        {
            return problem;
        }

        var records = file.Records().GetEnumerator();
        var first = new List<TableRecord>();
        while (first.Count < MostBeforeHead && records.MoveNext())
        {
            first.Add(records.Current);
        }

        var head = first.MaxBy(record => record.Values.Count(names.IsKnown));
        if (Faults(names, head) is { } fault)
        {
            records.Dispose();
            file.Dispose();
            return fault;
        }

        var before = first.IndexOf(head!); // a head without faults is there
        return new FillTable(file, records, [.. head!.Values.Select(name => names.Find(Clean(name))!)], new Queue<TableRecord>(first.Skip(before + 1)), before);
    }

    /// <summary>The records below the head, once.</summary>
    public IEnumerable<TableRecord> Records()
    {
        while (read.TryDequeue(out var record) || (records.MoveNext() && (record = records.Current) is not null))
        {
            yield return record;
        }
    }

    /// <summary>What a record says; null with its faults when it makes no sense. Thread-safe.</summary>
    public FillLine? LineOf(TableRecord record, ICollection<FillFault> faults)
    {
        if (FaultOf(record) is { } broken)
        {
            faults.Add(broken);
            return null;
        }

        var (fields, codes, before) = (new FillFields(), new Dictionary<Type, string>(), faults.Count);
        foreach (var (column, text) in columns.Zip(record.Values.Select(Clean)).Where(cell => cell.Second.Length > 0))
        {
            if (Take(column, text, fields, codes) is { } reason)
            {
                faults.Add(new FillFault(record.Line, column.Title, reason));
            }
        }

        return faults.Count > before ? null
            : new FillLine(record.Line, codes.GetValueOrDefault(typeof(FillColumn.Person), ""), codes.GetValueOrDefault(typeof(FillColumn.Organization), ""), fields.ToJson());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    private static string? Take(FillColumn column, string text, FillFields fields, Dictionary<Type, string> codes)
    {
        switch (column)
        {
            case FillColumn.Person or FillColumn.Organization:
                codes[column.GetType()] = text;
                return null;
            case FillColumn.Single single:
                return FillColumn.TryValue(single.Field, text, out var value, out var reason) ? fields.Put(single.Field.Tag, value) : reason;
            case FillColumn.InRow cell:
                return FillColumn.TryValue(cell.Field, text, out value, out reason) ? fields.Put(cell.Rows.Tag, cell.Place, cell.Field.Tag, value) : reason;
            case FillColumn.Nameless:
                return $"cột này không có tên nhưng ô có chữ “{text}”.";
            default:
                return null;
        }
    }

    private FillFault? FaultOf(TableRecord record) =>
        (record.Fault ?? record.TooLong) is { } fault ? new FillFault(record.Line, fault.Place is { } place && place < columns.Count ? columns[place].Title : "", fault.Reason)
        : record.Values.Count != columns.Count ? new FillFault(record.Line, "", $"có {record.Values.Count} ô, dòng tiêu đề có {columns.Count}.")
        : null;

    private static Problem.Malformed? Faults(FillColumnNames names, TableRecord? head)
    {
        if (head is null)
        {
            return new Problem.Malformed("Tệp danh sách không có dòng tiêu đề.");
        }

        var titles = head.Values.Select(Clean).ToList();
        var unknown = titles.Where(title => names.Find(title) is null).ToList();
        var twice = titles.Where(title => title.Length > 0).GroupBy(title => names.Find(title) is { } column ? column with { Title = "" } : null).Where(same => same.Key is not null and not FillColumn.Number && same.Count() > 1).ToList();
        return unknown.Count > 0 ? new Problem.Malformed($"Dòng {head.Line} (tiêu đề): không có trường {string.Join(", ", unknown.Select(name => $"“{name}”"))}. Các trường: person, organization, {string.Join(", ", names.Tags)}, hoặc tên tiếng Việt của trường như trên biểu mẫu.")
            : twice.Count > 0 ? new Problem.Malformed($"Dòng {head.Line} (tiêu đề): hai cột cùng một trường: {string.Join("; ", twice.Select(same => string.Join(", ", same.Select(title => $"“{title}”"))))}.")
            : null;
    }

    private static string Clean(string value) => VietnameseText.Composed(value).Trim();
}

/// <summary>The values of one record as they come together from its cells.</summary>
internal sealed class FillFields
{
    private readonly JsonObject fields = [];
    private readonly SortedDictionary<(string Rows, int Place), JsonObject> rows = [];

    /// <summary>Puts a value; never a fault.</summary>
    public string? Put(string tag, string value)
    {
        fields[tag] = value;
        return null;
    }

    /// <summary>Puts a value of a row; never a fault.</summary>
    public string? Put(string tag, int place, string column, string value)
    {
        (rows.TryGetValue((tag, place), out var row) ? row : rows[(tag, place)] = [])[column] = value;
        return null;
    }

    /// <summary>An empty cell leaves what the directory knows; a row none of whose cells is filled is no row.</summary>
    public JsonObject ToJson()
    {
        foreach (var group in rows.GroupBy(row => row.Key.Rows))
        {
            fields[group.Key] = new JsonArray([.. group.Select(row => row.Value)]);
        }

        return fields;
    }
}
