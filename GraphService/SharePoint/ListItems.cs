using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>An item of a list as delta and queries give it; <see cref="Fields"/> is undefined for a deleted one.</summary>
internal sealed record SiteItem(string ItemId, bool Deleted, FieldReader Fields);

/// <summary>One page of a delta: the items, and the link of the next page or of the next poll.</summary>
internal sealed record DeltaPage(IReadOnlyList<SiteItem> Items, string Link, bool IsLast);

/// <summary>Reads the site's list items in the words of our schema; <see cref="SiteWriting"/> writes them.</summary>
internal sealed class ListItems(GraphConnection graph, SiteMap map)
{
    /// <summary>The item whose unique column has this value; null when there is none.</summary>
    public Task<SiteItem?> FindAsync(ListSchema list, string key, CancellationToken cancellationToken) => FindByAsync(list, list.Key, key, cancellationToken);

    /// <summary>The first item whose indexed column has this value; null when there is none.</summary>
    public async Task<SiteItem?> FindByAsync(ListSchema list, string column, string value, CancellationToken cancellationToken)
    {
        var request = graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items.ToGetRequestInformation(query =>
        {
            query.QueryParameters.Expand = ["fields"];
            query.QueryParameters.Filter = $"fields/{column} eq '{value.Replace("'", "''", StringComparison.Ordinal)}'";
        });
        await foreach (var item in graph.PagesAsync(request, cancellationToken))
        {
            return ToItem(item);
        }

        return null;
    }

    /// <summary>The keys of all items of a list.</summary>
    public async Task<HashSet<string>> KeysAsync(ListSchema list, CancellationToken cancellationToken)
    {
        const int PageSize = 1000;
        var request = graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items.ToGetRequestInformation(
            query => (query.QueryParameters.Expand, query.QueryParameters.Top) = ([$"fields($select={list.Key})"], PageSize));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in graph.PagesAsync(request, cancellationToken))
        {
            keys.Add(ToItem(item).Fields.Text(list.Key));
        }

        return keys;
    }

    /// <summary>One page of a list's changes: from the start, or from where an earlier page's link goes on.</summary>
    /// <exception cref="SharePointException">410 when the link has expired: start again without one.</exception>
    public async Task<DeltaPage> ChangesAsync(ListSchema list, string? link, CancellationToken cancellationToken)
    {
        var request = link is null
            ? graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items.Delta.ToGetRequestInformation(query => query.QueryParameters.Expand = ["fields"])
            : graph.Following(link);
        var page = await graph.JsonAsync(request, cancellationToken);
        var isLast = page.TryGetProperty("@odata.deltaLink", out var next);
        return new DeltaPage(
            [.. page.GetProperty("value").EnumerateArray().Select(ToItem)],
            (isLast ? next : page.GetProperty("@odata.nextLink")).GetString()!, // one of both is always given
            isLast);
    }

    private static SiteItem ToItem(JsonElement item) => new(
        item.GetProperty("id").GetString()!, // every item has one
        item.TryGetProperty("deleted", out _),
        new FieldReader(item.TryGetProperty("fields", out var fields) ? fields : default));
}
