using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Campaigns;

/// <summary>The campaigns.</summary>
internal static class CampaignsApi
{
    /// <summary>Maps <c>/api/campaigns</c>.</summary>
    public static void MapCampaigns(this IEndpointRouteBuilder routes) => routes.MapGet("/api/campaigns", All).WithTags("Campaigns").WithSummary("Các đợt đăng ký, mới nhất trước");

    private static IResult All(Caller caller, TimeProvider clock) => TypedResults.Ok(caller.Directory.Campaigns.Select(campaign => new
    {
        code = campaign.Code,
        year = campaign.Year,
        opens = campaign.Opens,
        deadline = campaign.Deadline,
        closes = campaign.Closes,
        deadlineText = campaign.DeadlineText,
        dueAt = VietnamTime.Wire(campaign.DueAt),
        open = campaign.TakesFilingsAt(clock.GetUtcNow()),
        previous = campaign.Previous,
        layoutProfile = campaign.Texts.LayoutProfile,
        themes = new { term = campaign.Texts.TermThemeText, province = campaign.Texts.ProvinceThemeText },
    }));
}
