namespace HocTap.Office.GraphService.Registers;

/// <summary>A row of a register («dòng của sổ»): its lasting id, the document it comes from, and its fields by tag.</summary>
internal sealed record RegisterRow(
    string Register, string RowId, string SubmissionId, string Campaign, string Organization, string? Person, string PersonName, int Number, bool IsCurrent,
    IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The item as its list has it.</summary>
    public IReadOnlyDictionary<string, object?> ToItem()
    {
        var item = new Dictionary<string, object?>
        {
            ["Title"] = $"{Campaign} {Organization} {PersonName}".TrimEnd(),
            ["RowId"] = RowId,
            ["SubmissionId"] = SubmissionId,
            ["Campaign"] = Campaign,
            ["Organization"] = Organization,
            ["Person"] = Person,
            ["PersonName"] = PersonName,
            ["RowNumber"] = Number,
            ["Current"] = IsCurrent,
        };
        foreach (var (tag, value) in Fields)
        {
            item[Registers.Register.ColumnOf(tag)] = value;
        }

        return item;
    }
}
