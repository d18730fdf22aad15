using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Columns;

/// <summary>The kinds of column the tenant keeps values of.</summary>
internal enum ColumnKind
{
    Text,
    MultiLineText,
    Choice,
    MultiChoice,
    Number,
    DateTime,
    Boolean,
    Lookup,
}

/// <summary>A column of a list; its definition is kept as Graph's JSON.</summary>
internal sealed record Column(string Id, string Name, JsonObject Definition)
{
    /// <summary>What the number of a lookup is called, behind the column's name.</summary>
    public const string LookupSuffix = "LookupId";

    /// <summary>The name its value is written and kept under.</summary>
    public string StoredName => Kind == ColumnKind.Lookup ? Name + LookupSuffix : Name;

    /// <summary>Kept by SharePoint itself; absent from the table, readable in fields.</summary>
    public bool BuiltIn { get; init; }

    public bool ReadOnly => Definition.Flag("readOnly");

    public bool Required => Definition.Flag("required");

    public bool Indexed => Definition.Flag("indexed");

    public bool Unique => Definition.Flag("enforceUniqueValues");

    public ColumnKind Kind => Definition switch
    {
        _ when Definition["text"] is JsonObject text => text.Flag("allowMultipleLines") ? ColumnKind.MultiLineText : ColumnKind.Text,
        _ when Definition["choice"] is JsonObject choice => choice.Text("displayAs") == "checkBoxes" ? ColumnKind.MultiChoice : ColumnKind.Choice,
        _ when Definition["number"] is not null => ColumnKind.Number,
        _ when Definition["dateTime"] is not null => ColumnKind.DateTime,
        _ when Definition["boolean"] is not null => ColumnKind.Boolean,
        _ when Definition["lookup"] is not null => ColumnKind.Lookup,
        _ => ColumnKind.Text,
    };

    public bool CanBeIndexed => Kind is not (ColumnKind.MultiLineText or ColumnKind.MultiChoice);

    public JsonObject ToJson()
    {
        var json = Definition.DeepClone().AsObject();
        json["id"] = Id;
        return json;
    }
}
