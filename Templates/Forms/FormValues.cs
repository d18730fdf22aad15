namespace HocTap.Office.Templates.Forms;

/// <summary>One repeated row («dòng»): its lasting id, when it has one, and its values by tag.</summary>
public sealed record FormRow(string? RowId, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The value of a tag; "" when not given.</summary>
    public string this[string tag] => Fields.GetValueOrDefault(tag, "");
}

/// <summary>The values of one form document: one line, several lines, ISO dates and choice codes as text; repeated rows apart.</summary>
/// <remarks>Always normalised (NFC, LF, trimmed: rules N1 to N5); absent, null and "" are equal; unknown tags never get in.</remarks>
public sealed record FormValues(
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<FormRow>> Rows)
{
    /// <summary>No value at all.</summary>
    public static FormValues Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<FormRow>>());

    /// <summary>The value of a tag; "" when not given.</summary>
    public string this[string tag] => Fields.GetValueOrDefault(tag, "");

    /// <summary>The rows of a repeated field; empty when there are none.</summary>
    public IReadOnlyList<FormRow> RowsOf(string tag) => Rows.GetValueOrDefault(tag, []);
}
