using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Completion;

/// <summary>What completion is asked for, as the query names it; without an organization the top of what the caller follows up.</summary>
internal sealed record CompletionFilter([FromQuery] string? Campaign, [FromQuery] string? Organization, [FromQuery] string? AsOf);

/// <summary>Completion of an organization and all below it.</summary>
internal sealed record CompletionView(CompletionTree Tree, Organization Top, AsOf AsOf);

/// <summary>Finds the completion a caller may see.</summary>
internal static class CompletionQuery
{
    /// <summary>The completion asked for.</summary>
    /// <returns>403 without a role that follows up; 404 for what is unknown or invisible; 400 for an instant that is none.</returns>
    public static async Task<Result<CompletionView>> ViewAsync(Caller caller, CompletionStore store, CompletionFilter filter, DateTimeOffset now)
    {
        if (caller.FollowUpTops.Count == 0)
        {
            return new Problem.NotAllowed("Cần vai trò theo dõi (quản lý, người xem xét hoặc quản trị) để xem tình hình hoàn thành.");
        }

        if (caller.Directory.Campaign(filter.Campaign) is not { } campaign)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.");
        }

        var top = string.IsNullOrEmpty(filter.Organization) ? caller.FollowUpTops[0] : caller.Directory.Organization(filter.Organization);
        if (top is null || !caller.MayRead(top))
        {
            return new Problem.NotFound("Không có tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.");
        }

        if (!AsOf.Read(filter.AsOf, now).TryGet(out var asOf, out var problem))
        {
            return problem;
        }

        var tree = asOf.IsPast ? await store.AsOfAsync(caller.Directory, campaign, asOf.At) : await store.NowAsync(caller.Directory, campaign, now);
        return new CompletionView(tree, top, asOf);
    }
}
