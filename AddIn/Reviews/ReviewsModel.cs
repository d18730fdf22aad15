using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.Reviews;

/// <summary>The lists of what waits for the caller in a campaign: fragment <c>GET /reviews/list?campaign&amp;q</c>.</summary>
public sealed record ReviewListsModel
{
    /// <summary>The lists, only those the caller has a role for.</summary>
    public required IReadOnlyList<WaitingListModel> Lists { get; init; }

    /// <summary>Why nothing can be decided in this campaign («Đợt năm 2025 đã đóng…»); empty while it is open.</summary>
    public string Closed { get; init; } = "";

    /// <summary>The words that were looked for; empty when none.</summary>
    public string Query { get; init; } = "";
}

/// <summary>What waits for a reviewer («chờ xem xét»): <c>GET /reviews?campaign&amp;q</c>. Without <c>campaign</c> the handler takes the open one.</summary>
public sealed record ReviewsModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The campaigns, newest first.</summary>
    public required IReadOnlyList<Choice> Campaigns { get; init; }

    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>The lists.</summary>
    public required ReviewListsModel Lists { get; init; }
}
