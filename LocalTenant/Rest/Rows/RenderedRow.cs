using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>One row as text: what a page shows, and beside it, under <c>Name.</c> or <c>Name.value</c>, what a program needs.</summary>
internal static class RenderedRow
{
    public static JsonObject Of(RestCall call, ListRow list, ItemRow row, IReadOnlyList<Column> columns, IReadOnlyList<string> shown)
    {
        var json = new JsonObject
        {
            ["ID"] = row.Id.ToString(CultureInfo.InvariantCulture),
            ["PermMask"] = "0x7fffffffffffffff",
            ["FSObjType"] = row.IsFolder ? "1" : "0",
            ["UniqueId"] = $"{{{row.UniqueId.ToUpperInvariant()}}}",
            ["ContentTypeId"] = row.IsFolder ? list.FolderContentType : list.ItemContentType,
            ["FileRef"] = $"{call.Site.Path}/{list.Folder}/{(list.IsLibrary ? row.Path : string.Create(CultureInfo.InvariantCulture, $"{row.Id}_.000"))}",
            ["FileLeafRef"] = list.IsLibrary ? row.Name : string.Create(CultureInfo.InvariantCulture, $"{row.Id}_.000"),
        };
        foreach (var name in shown)
        {
            Add(json, call, row, name, columns);
        }
        return json;
    }

    private static void Add(JsonObject json, RestCall call, ItemRow row, string name, IReadOnlyList<Column> columns)
    {
        switch (name)
        {
            case "LinkTitle" or "LinkTitleNoMenu":
                json["Title"] = row.FieldValues["Title"]?.DeepClone() ?? "";
                return;
            case "LinkFilename" or "LinkFilenameNoMenu":
                json["FileLeafRef"] = row.Name;
                return;
            case "DocIcon":
                json["File_x0020_Type"] = Path.GetExtension(row.Name).TrimStart('.');
                return;
            case "Author" or "Editor":
                json[name] = new JsonArray(Person(call));
                return;
        }
        if (columns.FirstOrDefault(column => column.Name == name) is { } column)
        {
            Value(json, column, RowValue.Stored(column, row));
        }
    }

    private static void Value(JsonObject json, Column column, JsonNode? value)
    {
        var name = column.Name;
        switch (column.Kind)
        {
            case ColumnKind.Boolean:
                json[name] = value is null ? "" : value.GetValue<bool>() ? "Yes" : "No";
                json[name + ".value"] = value is null ? "" : value.GetValue<bool>() ? "1" : "0";
                break;
            case ColumnKind.Number when RowValue.IsNumber(column):
                break;
            case ColumnKind.Number:
                json[name] = value?.GetValue<double>().ToString("#,0.##########", CultureInfo.InvariantCulture) ?? "";
                json[name + "."] = value?.GetValue<double>().ToString("0.00000000000000", CultureInfo.InvariantCulture) ?? "";
                break;
            case ColumnKind.DateTime:
                var time = value?.GetValue<string>();
                json[name] = time is not null && Stamp.TryParse(time, out var at) ? at.ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture) : "";
                json[name + "."] = time ?? "";
                break;
            default:
                json[name] = value?.DeepClone() ?? "";
                break;
        }
    }

    private static JsonObject Person(RestCall call)
    {
        var app = Principals.ById(call, Principals.App);
        return new() { ["id"] = app.Id.ToString(CultureInfo.InvariantCulture), ["title"] = app.Title, ["email"] = app.Email, ["sip"] = "", ["picture"] = "" };
    }
}
