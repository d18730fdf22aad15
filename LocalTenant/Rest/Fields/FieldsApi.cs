using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Fields;

/// <summary>Columns of a list: read, create in two ways, change, delete.</summary>
internal static class FieldsApi
{
    private const int KeepInternalName = 8;

    public static RestCollection All(RestCall call, ListRow list) => call.Query.Filter is null
        ? new([.. ColumnsTable.All(call.Db, list).Select(column => FieldEntity.Of(call, list, column))])
        : new([.. ColumnsTable.All(call.Db, list).Where(column => FieldFilter.Holds(call.Query.Filter, column)).Select(column => FieldEntity.Of(call, list, column))]);

    public static Column ById(RestCall call, ListRow list, string id) =>
        Find(call, list, id, column => Guid.TryParse(id, out var guid) && Guid.Parse(column.Id) == guid);

    /// <summary>As SharePoint does: by the internal name, else by what people see.</summary>
    public static Column ByName(RestCall call, ListRow list, string name) => Find(call, list, name, column =>
        column.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || column.Definition.Text("displayName") == name);

    public static RestAnswer CreateAsXml(RestCall call, ListRow list)
    {
        var parameters = call.Body("parameters");
        var hint = (parameters["Options"]?.GetValue<int>() ?? 0) & KeepInternalName;
        var body = FieldXml.Read(parameters.Text("SchemaXml") ?? throw RestError.Invalid("The SchemaXml of the field is missing."), hint != 0);
        return RestAnswer.Ok(FieldEntity.Of(call, list, Add(call, list, body)));
    }

    public static RestAnswer Create(RestCall call, ListRow list)
    {
        var sent = call.Body();
        var kind = FieldKinds.Numbered(sent["FieldTypeKind"]?.GetValue<int>() ?? 2);
        var title = sent.Text("Title") ?? throw RestError.Invalid("The title of the field is missing.");
        var body = new JsonObject
        {
            ["name"] = title,
            ["displayName"] = title,
            ["description"] = sent.Text("Description") ?? "",
            ["required"] = sent.Flag("Required"),
            ["indexed"] = sent.Flag("Indexed"),
            ["enforceUniqueValues"] = sent.Flag("EnforceUniqueValues"),
        };
        var (facet, settings) = Facet(sent, kind);
        body[facet] = settings;
        return RestAnswer.Created(FieldEntity.Of(call, list, Add(call, list, body)));
    }

    public static RestAnswer Change(RestCall call, ListRow list, Column column)
    {
        if (column.BuiltIn)
        {
            throw RestError.NotImplemented($"changing the built-in column '{column.Name}'");
        }
        var body = new JsonObject();
        foreach (var (name, value) in call.Body().Where(member => member.Key[0] != '_' && !member.Key.StartsWith("odata.", StringComparison.Ordinal) && member.Key != "FieldTypeKind"))
        {
            Set(call, list, column, body, name, value);
        }
        ColumnsApi.Change(call.Call, list, column, body);
        return RestAnswer.NoContent();
    }

    public static RestAnswer Delete(RestCall call, ListRow list, Column column)
    {
        ColumnsApi.Delete(call.Call, list, column.Id);
        return RestAnswer.Deleted();
    }

    private static void Set(RestCall call, ListRow list, Column column, JsonObject body, string name, JsonNode? value)
    {
        switch (name)
        {
            case "CustomFormatter":
                FormattersTable.Set(call.Db, list, column, value?.GetValue<string>() is { Length: > 0 } text ? text : null);
                break;
            case "Title":
                body["displayName"] = value?.DeepClone();
                break;
            case "Description" or "Required" or "Indexed" or "EnforceUniqueValues" or "Hidden":
                body[char.ToLowerInvariant(name[0]) + name[1..]] = value?.DeepClone();
                break;
            case "Choices":
                body["choice"] = new JsonObject { ["choices"] = Choices(value) };
                break;
            default:
                throw RestError.NotImplemented($"changing '{name}' of a column");
        }
    }

    private static Column Add(RestCall call, ListRow list, JsonObject body)
    {
        var name = ColumnDefinition.Create(body).Text("name");
        return ColumnsTable.All(call.Db, list).Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? throw RestError.FieldTaken(name!)
            : ColumnsApi.Add(call.Call, list, body);
    }

    private static (string Facet, JsonObject Settings) Facet(JsonObject sent, FieldKind kind) => kind.Name switch
    {
        "Text" => ("text", new() { ["maxLength"] = sent["MaxLength"]?.DeepClone() ?? 255 }),
        "Note" => ("text", new() { ["allowMultipleLines"] = true, ["linesForEditing"] = sent["NumberOfLines"]?.DeepClone() ?? 6, ["textType"] = sent.Flag("RichText") ? "richText" : "plain" }),
        "DateTime" => ("dateTime", new() { ["format"] = sent["DisplayFormat"]?.GetValue<int>() == 1 ? "dateTime" : "dateOnly" }),
        "Number" => ("number", []),
        "Boolean" => ("boolean", []),
        "Choice" or "MultiChoice" => ("choice", new()
        {
            ["allowTextEntry"] = sent.Flag("FillInChoice"),
            ["choices"] = Choices(sent["Choices"]),
            ["displayAs"] = kind.Name == "MultiChoice" ? "checkBoxes" : sent["EditFormat"]?.GetValue<int>() == 1 ? "radioButtons" : "dropDownMenu",
        }),
        _ => throw RestError.NotImplemented($"columns of type {kind.Name}"),
    };

    private static JsonArray Choices(JsonNode? value) => value switch
    {
        JsonArray array => array.DeepClone().AsArray(),
        JsonObject wrapped when wrapped["results"] is JsonArray array => array.DeepClone().AsArray(),
        _ => throw RestError.Invalid("The choices must be an array."),
    };

    private static Column Find(RestCall call, ListRow list, string name, Func<Column, bool> wanted) =>
        ColumnsTable.All(call.Db, list).FirstOrDefault(wanted) ?? throw RestError.FieldMissing(name);
}
