using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Fields;

/// <summary>A column as REST shows it, member for member as recorded; what only its kind has comes last.</summary>
internal static class FieldEntity
{
    private static readonly string[] OfLists = ["LinkTitle", "LinkTitleNoMenu", "Edit"];

    private static readonly string[] OfLibraries = ["LinkFilename", "LinkFilenameNoMenu", "DocIcon", "Edit"];

    /// <summary>The columns views show and nothing stores.</summary>
    public static bool IsComputed(string name, ListRow list) => (list.IsLibrary ? OfLibraries : OfLists).Contains(name, StringComparer.OrdinalIgnoreCase);

    public static RestEntity Of(RestCall call, ListRow list, Column column) => new(
        "SP." + ClassOf(column), $"Web/Lists(guid'{list.Id}')/Fields(guid'{column.Id}')", Properties(call, list, column));

    private static JsonObject Properties(RestCall call, ListRow list, Column column)
    {
        var kind = FieldKinds.Of(column);
        var json = new JsonObject
        {
            ["AutoIndexed"] = false,
            ["CanBeDeleted"] = column is { BuiltIn: false, Name: not "Title" },
            ["ClientSideComponentId"] = Guid.Empty.ToString(),
            ["ClientSideComponentProperties"] = null,
            ["ClientValidationFormula"] = null,
            ["ClientValidationMessage"] = null,
            ["CustomFormatter"] = FormattersTable.Of(call.Db, list, column),
            ["DefaultFormula"] = null,
            ["DefaultValue"] = column.Definition["defaultValue"]?["value"]?.DeepClone(),
            ["Description"] = column.Definition.Text("description") ?? "",
            ["Direction"] = "none",
            ["EnforceUniqueValues"] = column.Unique,
            ["EntityPropertyName"] = EntityName(column.Name),
            ["Filterable"] = column.Kind != ColumnKind.MultiLineText,
            ["FromBaseType"] = column.BuiltIn || column.Name == "Title",
            ["Group"] = column.Definition.Text("columnGroup") ?? "",
            ["Hidden"] = column.Definition.Flag("hidden"),
            ["Id"] = column.Id,
            ["Indexed"] = column.Indexed,
            ["IndexStatus"] = 0,
            ["InternalName"] = column.Name,
            ["IsModern"] = false,
            ["JSLink"] = "clienttemplates.js",
            ["PinnedToFiltersPane"] = false,
            ["ReadOnlyField"] = column.ReadOnly,
            ["Required"] = column.Required,
            ["SchemaXml"] = FieldXml.Write(list, column),
            ["Scope"] = $"{call.Site.Path}/{list.Folder}",
            ["Sealed"] = false,
            ["ShowInFiltersPane"] = 0,
            ["Sortable"] = column.Kind != ColumnKind.MultiLineText,
            ["StaticName"] = column.Name,
            ["Title"] = column.Definition.Text("displayName"),
            ["FieldTypeKind"] = kind.Number,
            ["TypeAsString"] = kind.Name,
            ["TypeDisplayName"] = kind.Display,
            ["TypeShortDescription"] = kind.Description,
            ["ValidationFormula"] = null,
            ["ValidationMessage"] = null,
        };
        foreach (var (name, value) in OfKind(column))
        {
            json[name] = value?.DeepClone();
        }
        return json;
    }

    /// <summary>A leading underscore is no name in OData.</summary>
    public static string EntityName(string name) => name.StartsWith('_') ? "OData_" + name : name;

    private static string ClassOf(Column column) => FieldKinds.Of(column).Class;

    private static JsonObject OfKind(Column column) => column.Kind switch
    {
        ColumnKind.Choice or ColumnKind.MultiChoice => new()
        {
            ["FillInChoice"] = column.Definition["choice"]!.AsObject().Flag("allowTextEntry"),
            ["Mappings"] = null,
            ["Choices"] = column.Definition["choice"]!["choices"]!.DeepClone(),
            ["EditFormat"] = column.Definition["choice"]!.AsObject().Text("displayAs") == "radioButtons" ? 1 : 0,
        },
        ColumnKind.DateTime => new()
        {
            ["DateTimeCalendarType"] = 0,
            ["DateFormat"] = null,
            ["DisplayFormat"] = column.Definition["dateTime"]?.AsObject().Text("format") == "dateOnly" ? 0 : 1,
            ["FriendlyDisplayFormat"] = column.Definition["dateTime"]?.AsObject().Text("displayAs") == "friendly" ? 2 : 0,
            ["TimeFormat"] = null,
        },
        ColumnKind.Text when FieldKinds.Of(column).Number == 2 => new() { ["MaxLength"] = column.Definition["text"]?["maxLength"]?.DeepClone() ?? 255 },
        ColumnKind.MultiLineText => new()
        {
            ["AllowHyperlink"] = false,
            ["AppendOnly"] = column.Definition["text"]!.AsObject().Flag("appendChangesToExistingText"),
            ["NumberOfLines"] = column.Definition["text"]!["linesForEditing"]?.DeepClone() ?? 6,
            ["RestrictedMode"] = true,
            ["RichText"] = column.Definition["text"]!.AsObject().Text("textType") == "richText",
            ["UnlimitedLengthInDocumentLibrary"] = false,
            ["WikiLinking"] = false,
        },
        ColumnKind.Number => new()
        {
            ["CommaSeparator"] = true,
            ["CustomUnitName"] = null,
            ["CustomUnitOnRight"] = true,
            ["DisplayFormat"] = -1,
            ["MaximumValue"] = column.Definition["number"]?["maximum"]?.DeepClone() ?? double.MaxValue,
            ["MinimumValue"] = column.Definition["number"]?["minimum"]?.DeepClone() ?? double.MinValue,
            ["ShowAsPercentage"] = false,
            ["Unit"] = null,
        },
        _ => [],
    };
}

/// <summary>SharePoint's names of a kind of column.</summary>
internal sealed record FieldKind(int Number, string Name, string Display, string Description, string Class);

/// <summary>The kinds the tenant has.</summary>
internal static class FieldKinds
{
    private static readonly FieldKind[] All =
    [
        new(2, "Text", "Single line of text", "Single line of text", "FieldText"),
        new(3, "Note", "Multiple lines of text", "Multiple lines of text", "FieldMultiLineText"),
        new(4, "DateTime", "Date and Time", "Date and Time", "FieldDateTime"),
        new(5, "Counter", "Counter", "Counter", "Field"),
        new(6, "Choice", "Choice", "Choice (menu to choose from)", "FieldChoice"),
        new(7, "Lookup", "Lookup", "Lookup (information already on this site)", "FieldLookup"),
        new(8, "Boolean", "Yes/No", "Yes/No (check box)", "Field"),
        new(9, "Number", "Number", "Number (1, 1.0, 100)", "FieldNumber"),
        new(15, "MultiChoice", "Choice", "Choice (menu to choose from)", "FieldMultiChoice"),
        new(20, "User", "Person or Group", "Person or Group", "FieldUser"),
    ];

    public static FieldKind Of(Column column) => Numbered(column switch
    {
        { BuiltIn: true, Name: "ID" } => 5,
        _ when column.Definition["personOrGroup"] is not null => 20,
        _ => column.Kind switch
        {
            ColumnKind.Text => 2,
            ColumnKind.MultiLineText => 3,
            ColumnKind.DateTime => 4,
            ColumnKind.Choice => 6,
            ColumnKind.Boolean => 8,
            ColumnKind.Number => 9,
            ColumnKind.MultiChoice => 15,
            ColumnKind.Lookup => 7,
        },
    });

    public static FieldKind Named(string name) => Array.Find(All, kind => kind.Name == name) ?? throw RestError.NotImplemented($"columns of type {name}");

    public static FieldKind Numbered(int number) => Array.Find(All, kind => kind.Number == number) ?? throw RestError.NotImplemented($"columns of type {number}");
}
