using HocTap.Office.GraphService.Organizations;

namespace HocTap.Office.GraphService.Completion;

/// <summary>The line of an organization in a campaign, as the list «Tình hình hoàn thành» has it.</summary>
internal sealed record CompletionItem(string Campaign, Organization Organization, Counts Counts)
{
    /// <summary>What identifies the line.</summary>
    public string Key => $"{Campaign}/{Organization.Code}";

    /// <summary>What it says, for telling whether it changed.</summary>
    public string Digest => $"{Counts.Required}/{Counts.Done}/{Counts.Late}/{Counts.Copies.Due}/{Counts.Copies.Received}";

    /// <summary>The columns.</summary>
    public IReadOnlyDictionary<string, object?> ToItem() => new Dictionary<string, object?>
    {
        ["Title"] = Organization.Name,
        ["Key"] = Key,
        ["Campaign"] = Campaign,
        ["Organization"] = Organization.Code,
        ["Required"] = Counts.Required,
        ["Done"] = Counts.Done,
        ["Missing"] = Counts.Missing,
        ["Late"] = Counts.Late,
        ["CopiesDue"] = Counts.Copies.Due,
        ["CopiesReceived"] = Counts.Copies.Received,
        ["Percent"] = Counts.Percent,
        ["State"] = Counts.Done == 0 && Counts.Required > 0 ? "chưa có" : Counts.Missing == 0 ? "hoàn thành" : "đang nộp",
    };
}
