using System.Text.Json.Serialization;

namespace HocTap.Office.Templates.Forms;

/// <summary>What a field («trường») holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldType>))]
public enum FieldType
{
    /// <summary>One line of text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Several paragraphs, separated by line feeds.</summary>
    [JsonStringEnumMemberName("multi")]
    Multi,

    /// <summary>A list of short texts, one on a line, separated by line feeds; an array of texts on the wire, printed as «- …,» and a last «- ….».</summary>
    [JsonStringEnumMemberName("lines")]
    Lines,

    /// <summary>A calendar day; ISO <c>yyyy-MM-dd</c> as a value, printed in the official Vietnamese form.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>One of <see cref="FieldDefinition.Choices"/>; the value is the choice's code.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>Repeated rows; the row's fields are <see cref="FieldDefinition.Columns"/>.</summary>
    [JsonStringEnumMemberName("rows")]
    Rows,
}

/// <summary>One choice of a <see cref="FieldType.Choice"/> field: the stored code and the words people see.</summary>
public sealed record FieldChoice(string Code, string Label);

/// <summary>A fillable place of a form («trường»), or a column of a repeated row.</summary>
/// <remarks>Tags are those of the official field list: ASCII, at most 64 characters, equal on the wire, in the document and in SharePoint.</remarks>
public sealed record FieldDefinition
{
    /// <summary>The tag of its content control.</summary>
    public required string Tag { get; init; }

    /// <summary>The Vietnamese label people see.</summary>
    public required string Label { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Help in the user's words beside the field; empty when none is needed.</summary>
    public string Help { get; init; } = "";

    /// <summary>The text printed while the field is empty; it reads back as empty.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>True for a date printed in the long form («ngày 05 tháng 02 năm 2024»); else the short one is used.</summary>
    public bool LongDate { get; init; }

    /// <summary>False for data the official layout has no place for; such a value lives only in the document's own XML part.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>True when the system derives the value (capitalised heads, row numbers, the owner's name) and people do not type it.</summary>
    public bool System { get; init; }

    /// <summary>True for what a clerk may keep once for all documents of an organization in a campaign: the unit's plan, who confirms, who signs.</summary>
    public bool ByClerk { get; init; }

    /// <summary>True for what usually stays as it was in the year before, so that it is filled in from there.</summary>
    public bool Carried { get; init; }

    /// <summary>The tag whose value stands in when this one is not given (the owner's name is the full name); empty when there is none.</summary>
    public string CopyOf { get; init; } = "";

    /// <summary>What people mostly write here, offered while they type; any other text is as good. Empty for most fields.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The choices of a <see cref="FieldType.Choice"/> field, in order; else empty.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>The columns of a <see cref="FieldType.Rows"/> field, in printed order; else empty.</summary>
    public IReadOnlyList<FieldDefinition> Columns { get; init; } = [];

    /// <summary>The word for one row («Công việc»); empty unless the type is <see cref="FieldType.Rows"/>.</summary>
    public string RowLabel { get; init; } = "";
}
