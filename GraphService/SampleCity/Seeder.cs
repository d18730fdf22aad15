using System.Text.Json;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Kiota.Abstractions;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>Puts the sample city into the site's lists through Graph, in batches of twenty. Idempotent: items whose key is there are left alone.</summary>
internal sealed class Seeder(GraphConnection graph, SiteMap map, ILogger<Seeder> logger)
{
    private const int BatchSize = 20;

    /// <summary>Adds every item that is missing.</summary>
    /// <exception cref="InvalidOperationException">An item of a batch was refused.</exception>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var (list, items) in SampleCitySeed.Lists())
        {
            var present = await KeysAsync(list, cancellationToken);
            var missing = items.Where(item => !present.Contains(item.Key)).ToList();
            foreach (var batch in missing.Chunk(BatchSize))
            {
                await AddAsync(list, batch, cancellationToken);
            }

            logger.ListSeeded(list.Name, missing.Count);
        }
    }

    private async Task<HashSet<string>> KeysAsync(ListSchema list, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var builder = graph.Client.Sites[map.SiteId].Lists[map.IdOf(list)].Items;
        var request = builder.ToGetRequestInformation(query => (query.QueryParameters.Expand, query.QueryParameters.Top) = ([$"fields($select={list.Key})"], 1000));
        while (true)
        {
            var page = await graph.JsonAsync(request, cancellationToken);
            keys.UnionWith(page.GetProperty("value").EnumerateArray().Select(item => new FieldReader(item.GetProperty("fields")).Text(list.Key)));
            if (!page.TryGetProperty("@odata.nextLink", out var next))
            {
                return keys;
            }

            request = builder.WithUrl(next.GetString()!).ToGetRequestInformation(); // a next link is a string
        }
    }

    private async Task AddAsync(ListSchema list, SeedItem[] batch, CancellationToken cancellationToken)
    {
        var requests = batch.Select((item, index) => new
        {
            id = $"{index + 1}",
            method = "POST",
            url = $"/sites/{map.SiteId}/lists/{map.IdOf(list)}/items",
            headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            body = new { fields = item.Fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value) },
        });
        var request = new RequestInformation(Method.POST, "{+baseurl}/$batch", new Dictionary<string, object>());
        request.SetStreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { requests })), "application/json");
        var answer = await graph.JsonAsync(request, cancellationToken);
        var refused = answer.GetProperty("responses").EnumerateArray().Where(response => response.GetProperty("status").GetInt32() != 201).ToList();
        if (refused.Count > 0)
        {
            throw new InvalidOperationException($"Seeding {list.Name} failed: {refused[0].GetRawText()}");
        }
    }
}
