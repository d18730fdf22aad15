using System.Text.Json;
using System.Text.Json.Serialization;

namespace HocTap.Office.Templates.Forms;

/// <summary>A group of fields shown together in the pane («nhóm trường»), in the order of the paper form.</summary>
public sealed record FieldGroup(string Key, string Title, string Help, IReadOnlyList<FieldDefinition> Fields);

/// <summary>Which way the paper lies («chiều của trang giấy»).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageOrientation>))]
public enum PageOrientation
{
    /// <summary>Upright («dọc»).</summary>
    [JsonStringEnumMemberName("portrait")]
    Portrait,

    /// <summary>On its side («ngang»), for wide tables.</summary>
    [JsonStringEnumMemberName("landscape")]
    Landscape,
}

/// <summary>An official form («mẫu»): its fields in groups and its rules. Pure data, read once from the form's JSON file.</summary>
public sealed record FormDefinition
{
    /// <summary>The form's code.</summary>
    public required FormCode Code { get; init; }

    /// <summary>The caption of the annex («Đăng ký kế hoạch hàng năm của cá nhân»).</summary>
    public required string Title { get; init; }

    /// <summary>The short name people use in lists («Mẫu 03 - Kế hoạch cá nhân»).</summary>
    public required string ShortTitle { get; init; }

    /// <summary>True when each person files one; false when an organization does.</summary>
    public required bool Personal { get; init; }

    /// <summary>Which way its paper lies.</summary>
    public PageOrientation Orientation { get; init; } = PageOrientation.Portrait;

    /// <summary>The fields, grouped as in the pane.</summary>
    public required IReadOnlyList<FieldGroup> Groups { get; init; }

    /// <summary>The rules, in the order in which findings are listed.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>What the paper shows, from top to bottom.</summary>
    public IReadOnlyList<PrintBlock> Print { get; init; } = [];

    /// <summary>Reads a definition from JSON, the shape of the files under <c>Forms/</c>; any form made so can be authored, filled, read and checked like those of the catalog.</summary>
    /// <exception cref="JsonException">It is no JSON, or lacks what every form has.</exception>
    public static FormDefinition Parse(string json) =>
        JsonSerializer.Deserialize<FormDefinition>(json, JsonSerializerOptions.Web) ?? throw new JsonException("A form's definition is an object.");

    /// <summary>All fields of all groups.</summary>
    public IEnumerable<FieldDefinition> Fields => Groups.SelectMany(group => group.Fields);

    /// <summary>The fields that hold one value, rows left out.</summary>
    public IEnumerable<FieldDefinition> SingleFields => Fields.Where(item => item.Type != FieldType.Rows);

    /// <summary>The repeated fields.</summary>
    public IEnumerable<FieldDefinition> RowFields => Fields.Where(item => item.Type == FieldType.Rows);

    /// <summary>The field of a tag, columns of rows included.</summary>
    /// <exception cref="KeyNotFoundException">The form has no such field.</exception>
    public FieldDefinition Field(string tag) =>
        Fields.Concat(Fields.SelectMany(field => field.Columns)).FirstOrDefault(field => field.Tag == tag)
            ?? throw new KeyNotFoundException($"Form {Code} has no field '{tag}'.");

    /// <summary>The block that prints a repeated field; null when the paper has no place for it.</summary>
    internal PrintBlock? BlockOf(FieldDefinition rows) => Print.FirstOrDefault(block => block.IsRows && block.Field == rows.Tag);
}
