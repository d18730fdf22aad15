using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>One document to be filled, as a table or a call names it: codes, and the values that are given by tag.</summary>
/// <param name="Line">The line of the table, counted from 1; 0 when there is none.</param>
/// <param name="Person">The person's code; "" when not given.</param>
/// <param name="Organization">The organization's code; "" when not given.</param>
/// <param name="Fields">The given values; what is absent is filled in from the directory.</param>
internal sealed record FillLine(int Line, string Person, string Organization, JsonObject Fields);

/// <summary>A table of documents («danh sách điền hàng loạt»): CSV whose head names tags, columns of rows as <c>exemplaryTasks[0].exemplaryContent</c>, and the codes <c>person</c> and <c>organization</c>.</summary>
internal static partial class FillTable
{
    private const string PersonColumn = "person";
    private const string OrganizationColumn = "organization";

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a table.</summary>
    /// <returns>400 when the head has columns the form does not know: a slip of the pen must not lose a column of values. Lines that are wrong by themselves come back as problems of their own.</returns>
    public static Result<IReadOnlyList<(int Line, Result<FillLine> Content)>> Read(FormDefinition form, TextReader reader)
    {
        var head = reader.ReadLine() ?? "";
        using var whole = new StringReader($"{head}\n{reader.ReadToEnd()}");
        var records = new CsvRecords(whole, SeparatorOf(head)).All().ToList();
        var columns = records.Count == 0 ? [] : records[0].Values.Select(name => name.Trim()).ToList();
        var unknown = columns.Where(name => !IsKnown(form, name)).ToList();
        return columns.Count == 0 ? new Problem.Malformed("Tệp CSV không có dòng tiêu đề.")
            : unknown.Count > 0 ? new Problem.Malformed($"Không có trường {string.Join(", ", unknown.Select(name => $"“{name}”"))} trong {form.ShortTitle}. Các trường: {string.Join(", ", Tags(form))}, {PersonColumn}, {OrganizationColumn}.")
            : records.Skip(1).Where(record => record.Values.Any(value => !string.IsNullOrWhiteSpace(value))).Select(record => (record.Line, Line(record, columns))).ToList();
    }

    private static char SeparatorOf(string head) => Separators.MaxBy(separator => head.Count(letter => letter == separator));

    private static Result<FillLine> Line(CsvRecord record, List<string> columns)
    {
        if (record.IsCut)
        {
            return new Problem.Malformed("thiếu dấu nháy kép đóng ô.");
        }

        if (record.Values.Count != columns.Count)
        {
            return new Problem.Malformed($"có {record.Values.Count} ô, dòng tiêu đề có {columns.Count}.");
        }

        var cells = columns.Zip(record.Values.Select(value => value.Normalize(NormalizationForm.FormC).Trim())).Where(cell => cell.Second.Length > 0).ToList();
        string Code(string column) => cells.FirstOrDefault(cell => cell.First == column).Second ?? "";
        return new FillLine(record.Line, Code(PersonColumn), Code(OrganizationColumn), Fields(cells.Where(cell => cell.First is not (PersonColumn or OrganizationColumn))));
    }

    // An empty cell leaves what the directory knows; a row none of whose cells is filled is no row.
    private static JsonObject Fields(IEnumerable<(string Column, string Value)> cells)
    {
        var fields = new JsonObject();
        var rows = new SortedDictionary<(string Tag, int Place), JsonObject>();
        foreach (var (column, value) in cells)
        {
            if (RowColumn().Match(column) is { Success: true } match)
            {
                var key = (match.Groups["tag"].Value, int.Parse(match.Groups["place"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
                (rows.TryGetValue(key, out var row) ? row : rows[key] = [])[match.Groups["column"].Value] = value;
            }
            else
            {
                fields[column] = value;
            }
        }

        foreach (var group in rows.GroupBy(row => row.Key.Tag))
        {
            fields[group.Key] = new JsonArray([.. group.Select(row => row.Value)]);
        }

        return fields;
    }

    private static bool IsKnown(FormDefinition form, string name) =>
        name is PersonColumn or OrganizationColumn || form.SingleFields.Any(field => field.Tag == name)
        || (RowColumn().Match(name) is { Success: true } match && form.RowFields.Any(field => field.Tag == match.Groups["tag"].Value && field.Columns.Any(column => column.Tag == match.Groups["column"].Value)));

    private static IEnumerable<string> Tags(FormDefinition form) =>
        form.SingleFields.Select(field => field.Tag).Concat(form.RowFields.SelectMany(field => field.Columns.Select(column => $"{field.Tag}[0].{column.Tag}")));

    [GeneratedRegex(@"\A(?<tag>[A-Za-z]+)\[(?<place>[0-9]{1,3})\]\.(?<column>[A-Za-z]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RowColumn();
}
