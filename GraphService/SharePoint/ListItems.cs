using System.Text.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>An item of a list as delta and queries give it; <see cref="Fields"/> is undefined for a deleted one.</summary>
internal sealed record SiteItem(string ItemId, bool Deleted, FieldReader Fields);

/// <summary>One page of a delta: the items, and the link of the next page or of the next poll.</summary>
internal sealed record DeltaPage(IReadOnlyList<SiteItem> Items, string Link, bool IsLast);

/// <summary>Reads and writes the site's list items in the words of our schema.</summary>
internal sealed class ListItems(GraphConnection graph, SiteMap map)
{
    /// <summary>Creates an item, or updates the one that already has this key: repeating it changes nothing.</summary>
    /// <exception cref="ODataError">Graph refused for another reason than a key that exists.</exception>
    public async Task PutAsync(ListSchema list, string key, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken)
    {
        try
        {
            await CreateAsync(list, fields, cancellationToken);
        }
        catch (ODataError error) when (error.ResponseStatusCode is 400 or 409 or 500)
        {
            // Graph's code for a broken unique column is not documented: what counts is whether the key is there now.
            if (await FindAsync(list, key, cancellationToken) is not { } existing)
            {
                throw;
            }

            await UpdateAsync(list, existing.ItemId, fields, cancellationToken);
        }
    }

    /// <summary>Creates an item.</summary>
    public async Task CreateAsync(ListSchema list, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken) =>
        await graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items.PostAsync(new ListItem { Fields = ToFields(fields) }, cancellationToken: cancellationToken);

    /// <summary>Updates an item's fields.</summary>
    public async Task UpdateAsync(ListSchema list, string itemId, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken) =>
        await graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items[itemId].Fields.PatchAsync(ToFields(fields), cancellationToken: cancellationToken);

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
        var page = await graph.JsonAsync(request, cancellationToken);
        return page.GetProperty("value").EnumerateArray().Select(ToItem).FirstOrDefault();
    }

    /// <summary>One page of a list's changes: from the start, or from where an earlier page's link goes on.</summary>
    /// <exception cref="ODataError">410 when the link has expired: start again without one.</exception>
    public async Task<DeltaPage> ChangesAsync(ListSchema list, string? link, CancellationToken cancellationToken)
    {
        var delta = graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items.Delta;
        var request = link is null
            ? delta.ToGetRequestInformation(query => query.QueryParameters.Expand = ["fields"])
            : delta.WithUrl(graph.Rebase(link)).ToGetRequestInformation();
        var page = await graph.JsonAsync(request, cancellationToken);
        var isLast = page.TryGetProperty("@odata.deltaLink", out var next);
        return new DeltaPage(
            [.. page.GetProperty("value").EnumerateArray().Select(ToItem)],
            (isLast ? next : page.GetProperty("@odata.nextLink")).GetString()!, // one of both is always given
            isLast);
    }

    private static FieldValueSet ToFields(IReadOnlyDictionary<string, object?> fields) =>
        new() { AdditionalData = fields.ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal) };

    private static SiteItem ToItem(JsonElement item) => new(
        item.GetProperty("id").GetString()!, // every item has one
        item.TryGetProperty("deleted", out _),
        new FieldReader(item.TryGetProperty("fields", out var fields) ? fields : default));
}
