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
            query.QueryParameters.Filter = Equal(column, value);
        });
        await foreach (var item in graph.PagesAsync(request, cancellationToken))
        {
            return ToItem(item);
        }

        return null;
    }

    /// <summary>A look-up by key as the step of a batch; <see cref="IdOfFirst"/> reads its answer.</summary>
    public BatchStep FindStep(ListSchema list, string key) =>
        new("GET", $"/sites/{map.SiteId}/lists/{map.IdOf(list)}/items?$select=id&$filter={Uri.EscapeDataString(Equal(list.Key, key))}", null);

    /// <summary>The id of the first item of an answer; null when it has none.</summary>
    public static string? IdOfFirst(JsonElement page) =>
        page.GetProperty("value") is var found && found.GetArrayLength() > 0 ? found[0].GetProperty("id").GetString() : null;

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
        return ToPage(await graph.JsonAsync(request, cancellationToken));
    }

    /// <summary>The next page of several lists' changes in one call; each is a page or what it was refused with.</summary>
    public async Task<IReadOnlyList<(DeltaPage? Page, SharePointException? Refusal)>> ChangesAsync(IReadOnlyCollection<string> links, CancellationToken cancellationToken)
    {
        const int UnitsOfDelta = 1;
        var found = new List<(DeltaPage?, SharePointException?)>();
        foreach (var some in links.Chunk(GraphBatch.Most))
        {
            var answers = await graph.SideBySideAsync([.. some.Select(link => new BatchStep("GET", graph.RelativeOf(link), null, UnitsOfDelta))], cancellationToken);
            found.AddRange(answers.Select(answer => answer.IsDone ? (ToPage(answer.Body), null) : ((DeltaPage?)null, answer.ToException())));
        }

        return found;
    }

    private static DeltaPage ToPage(JsonElement page)
    {
        var isLast = page.TryGetProperty("@odata.deltaLink", out var next);
        return new DeltaPage(
            [.. page.GetProperty("value").EnumerateArray().Select(ToItem)],
            (isLast ? next : page.GetProperty("@odata.nextLink")).GetString()!, // one of both is always given
            isLast);
    }

    private static string Equal(string column, string value) => $"fields/{column} eq '{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static SiteItem ToItem(JsonElement item) => new(
        item.GetProperty("id").GetString()!, // every item has one
        item.TryGetProperty("deleted", out _),
        new FieldReader(item.TryGetProperty("fields", out var fields) ? fields : default));
}
