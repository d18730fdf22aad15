using HocTap.Office.GraphService.Organizations;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Follows each list's delta into the mirror, so that what is edited natively in SharePoint comes back.</summary>
internal sealed class DeltaFollower(Mirror mirror, DirectoryStore directory, ILogger<DeltaFollower> logger)
{
    private static readonly ListSchema[] DirectoryLists = [SiteSchema.Campaigns, SiteSchema.Organizations, SiteSchema.People, SiteSchema.Roles];

    /// <summary>Brings every list up to date once.</summary>
    public async Task SyncAsync(ListItems items, CancellationToken cancellationToken)
    {
        var directoryChanged = false;
        foreach (var list in SiteSchema.Lists.Where(list => list != SiteSchema.Completion))
        {
            var changed = await SyncAsync(items, list, cancellationToken) > 0;
            directoryChanged |= changed && DirectoryLists.Contains(list);
        }

        if (directoryChanged)
        {
            directory.Reload();
        }
    }

    private async Task<int> SyncAsync(ListItems items, ListSchema list, CancellationToken cancellationToken)
    {
        try
        {
            return (await FollowAsync(items, list, await mirror.LinkAsync(list), cancellationToken)).Count;
        }
        catch (SharePointException refused) when (refused.Status == 410)
        {
            logger.DeltaExpired(list.Name);
            return await RereadAsync(items, list, cancellationToken);
        }
    }

    // While a list is read anew its old mirror stays in sight; only at the end go the items that are no longer there.
    private async Task<int> RereadAsync(ListItems items, ListSchema list, CancellationToken cancellationToken)
    {
        var present = await FollowAsync(items, list, null, cancellationToken);
        await mirror.KeepOnlyAsync(list, present);
        return present.Count;
    }

    private async Task<HashSet<string>> FollowAsync(ListItems items, ListSchema list, string? link, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var last = false; !last;)
        {
            var page = await items.ChangesAsync(list, link, cancellationToken);
            await mirror.ApplyAsync(list, page);
            seen.UnionWith(page.Items.Where(item => !item.Deleted).Select(item => item.ItemId));
            (link, last) = (page.Link, page.IsLast);
        }

        logger.DeltaApplied(list.Name, seen.Count);
        return seen;
    }
}
