namespace HocTap.Office.Templates.Forms;

/// <summary>A group of fields shown together in the pane («nhóm trường»), in the order of the paper form.</summary>
public sealed record FieldGroup(string Key, string Title, string Help, IReadOnlyList<FieldDefinition> Fields);

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

    /// <summary>The fields, grouped as in the pane.</summary>
    public required IReadOnlyList<FieldGroup> Groups { get; init; }

    /// <summary>The rules, in the order in which findings are listed.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>All fields of all groups.</summary>
    public IEnumerable<FieldDefinition> Fields => Groups.SelectMany(group => group.Fields);
}
