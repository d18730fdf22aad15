using HocTap.Office.GraphService.Organizations;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Follows each list's delta into the mirror, so that what is edited natively in SharePoint comes back.</summary>
internal sealed class DeltaFollower(Mirror mirror, DirectoryStore directory, DeltaTempo tempo, ILogger<DeltaFollower> logger)
{
    private static readonly ListSchema[] DirectoryLists = [SiteSchema.Campaigns, SiteSchema.Organizations, SiteSchema.People, SiteSchema.Roles];

    /// <summary>Brings every list up to date once: one call asks after all of them.</summary>
    /// <exception cref="SharePointException">A list could not be read; the others are up to date.</exception>
    public Task SyncAsync(ListItems items, CancellationToken cancellationToken) => SyncAsync(items, SiteSchema.Followed, cancellationToken);

    /// <summary>Brings those lists up to date whose turn it is.</summary>
    /// <exception cref="SharePointException">A list could not be read; the others are up to date.</exception>
    public Task SyncDueAsync(ListItems items, CancellationToken cancellationToken) => SyncAsync(items, tempo.Due(SiteSchema.Followed), cancellationToken);

    private async Task SyncAsync(ListItems items, IReadOnlyList<ListSchema> lists, CancellationToken cancellationToken)
    {
        var links = await LinksAsync(lists);
        var answers = await items.ChangesAsync([.. links.Values.OfType<string>()], cancellationToken);
        var pages = links.Where(link => link.Value is not null).Select(link => link.Key).Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        var directoryChanged = false;
        foreach (var list in links.Keys)
        {
            var changed = await SyncAsync(items, list, pages.GetValueOrDefault(list), cancellationToken) > 0;
            directoryChanged |= changed && DirectoryLists.Contains(list);
            tempo.Read(list, changed && DirectoryLists.Contains(list), pages.GetValueOrDefault(list).Refusal is { IsTransient: true });
        }

        if (directoryChanged)
        {
            directory.Reload();
        }

        if (answers.Select(answer => answer.Refusal).FirstOrDefault(refusal => refusal is { Status: not (404 or 410) }) is { } refused)
        {
            throw refused;
        }
    }

    private async Task<Dictionary<ListSchema, string?>> LinksAsync(IReadOnlyList<ListSchema> lists)
    {
        var links = new Dictionary<ListSchema, string?>();
        foreach (var list in lists)
        {
            links[list] = await mirror.LinkAsync(list);
        }

        return links;
    }

    private async Task<int> SyncAsync(ListItems items, ListSchema list, (DeltaPage? Page, SharePointException? Refusal) answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer.Refusal switch
            {
                null => (await FollowAsync(items, list, answer.Page, cancellationToken)).Count,
                { Status: 404 or 410 } lost => throw lost,
                _ => 0, // said once the others are up to date
            };
        }
        catch (SharePointException refused) when (refused.Status is 404 or 410)
        {
            logger.DeltaExpired(list.Name);
            return await RereadAsync(items, list, cancellationToken);
        }
    }

    // While a list is read anew its old mirror stays in sight; only at the end go the items that are no longer there. Until then the lost link is kept, so that a reading broken
    // off begins again.
    private async Task<int> RereadAsync(ListItems items, ListSchema list, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var page = await items.ChangesAsync(list, null, cancellationToken);
        for (; !page.IsLast; page = await items.ChangesAsync(list, page.Link, cancellationToken))
        {
            await ApplyAsync(page);
        }

        await ApplyAsync(page);
        await mirror.KeepOnlyAsync(list, seen, page.Link);
        return seen.Count;

        async Task ApplyAsync(DeltaPage some)
        {
            await mirror.ApplyAsync(list, some, remember: false);
            seen.UnionWith(some.Items.Where(item => !item.Deleted).Select(item => item.ItemId));
        }
    }

    // From the page that was read already, or from the start.
    private async Task<HashSet<string>> FollowAsync(ListItems items, ListSchema list, DeltaPage? first, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = first ?? await items.ChangesAsync(list, null, cancellationToken); ; page = await items.ChangesAsync(list, page.Link, cancellationToken))
        {
            await mirror.ApplyAsync(list, page);
            seen.UnionWith(page.Items.Where(item => !item.Deleted).Select(item => item.ItemId));
            if (page.IsLast)
            {
                logger.DeltaApplied(list.Name, seen.Count);
                return seen;
            }
        }
    }
}
