using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Tells names in JSON that the form does not have: a slip of the pen must not lose a value («tên trường lạ»).</summary>
internal static class UnknownTags
{
    /// <summary>What stands beside <c>fields</c> in the answers of <c>read</c> and of the service; it is no value.</summary>
    private static readonly string[] Beside = ["file", "form", "campaign", "organization", "person", "fields", "sources", "lastYear", "outcomes", "findings"];

    /// <summary>400 that names the unknown tags of some fields; null when all are known.</summary>
    public static Problem? In(FormDefinition form, JsonObject fields)
    {
        var unknown = Of(form.Fields, fields, "").Concat(form.RowFields.SelectMany(rows => OfRows(rows, fields[rows.Tag]))).ToList();
        return unknown.Count == 0 ? null : new Problem.Malformed(
            $"{form.ShortTitle} không có trường {string.Join(", ", unknown.Select(tag => $"“{tag}”"))}. Các trường: {string.Join(", ", new Tables.FillColumnNames(form).Tags)}.");
    }

    /// <summary>400 that names what stands beside <c>fields</c> and is lost there; null when nothing is.</summary>
    public static Problem? BesideFields(JsonObject body)
    {
        var stray = body.Select(member => member.Key).Where(name => !Beside.Contains(name)).ToList();
        return stray.Count == 0 ? null : new Problem.Malformed($"{string.Join(", ", stray.Select(name => $"“{name}”"))} phải nằm trong “fields”.");
    }

    private static IEnumerable<string> OfRows(FieldDefinition rows, JsonNode? list) => list is not JsonArray items ? [] :
        items.SelectMany((item, index) => item is JsonObject row ? Of(rows.Columns, row, $"{rows.Tag}[{index}].").Where(path => !path.EndsWith($"].{FormJson.RowIdName}", StringComparison.Ordinal)) : []);

    private static IEnumerable<string> Of(IEnumerable<FieldDefinition> fields, JsonObject json, string before)
    {
        var known = fields.Select(field => field.Tag).ToHashSet(StringComparer.Ordinal);
        return json.Select(member => member.Key).Where(name => !known.Contains(name)).Select(name => before + name);
    }
}
