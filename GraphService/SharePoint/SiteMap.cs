using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The ids of the site, its lists and the drive of the library, found once by name.</summary>
internal sealed record SiteMap(string SiteId, IReadOnlyDictionary<string, string> ListIds, string? DriveId)
{
    /// <summary>The id of a list.</summary>
    /// <exception cref="SiteNotProvisionedException">The site has no such list.</exception>
    public string IdOf(ListSchema list) => ListIds.GetValueOrDefault(list.Name) ?? throw new SiteNotProvisionedException(list.Name);

    /// <summary>True when every list of the schema exists.</summary>
    public bool IsComplete => DriveId is not null && SiteSchema.Lists.All(list => ListIds.ContainsKey(list.Name));

    /// <summary>Looks the site and its lists up.</summary>
    public static async Task<SiteMap> ResolveAsync(GraphConnection graph, GraphOptions options, CancellationToken cancellationToken)
    {
        var site = await graph.Client.Sites[$"{options.SiteHost}:{options.SitePath}:"].GetAsync(cancellationToken: cancellationToken);
        var siteId = site?.Id ?? throw new InvalidOperationException("The site came back without an id.");
        var lists = await ListsAsync(graph, siteId, cancellationToken);
        return new SiteMap(siteId, lists, await DriveAsync(graph, siteId, lists, cancellationToken));
    }

    // A list keeps the name of its creation in its address; its display name is Vietnamese and may be edited.
    private static async Task<Dictionary<string, string>> ListsAsync(GraphConnection graph, string siteId, CancellationToken cancellationToken)
    {
        var request = graph.Client.Sites[siteId].Lists.ToGetRequestInformation(query => query.QueryParameters.Select = ["id", "name", "webUrl"]);
        var page = await graph.JsonAsync(request, cancellationToken);
        return page.GetProperty("value").EnumerateArray()
            .Select(list => (Name: NameOf(list), Id: list.GetProperty("id").GetString()!)) // Graph gives every list an id
            .Where(list => SiteSchema.Lists.Any(schema => schema.Name == list.Name))
            .ToDictionary(list => list.Name, list => list.Id, StringComparer.Ordinal);
    }

    private static string NameOf(JsonElement list) =>
        list.TryGetProperty("webUrl", out var url) && url.GetString() is { Length: > 0 } address ? Uri.UnescapeDataString(address[(address.LastIndexOf('/') + 1)..]) : list.GetProperty("name").GetString() ?? "";

    private static async Task<string?> DriveAsync(GraphConnection graph, string siteId, Dictionary<string, string> lists, CancellationToken cancellationToken) =>
        lists.TryGetValue(SiteSchema.Submissions.Name, out var library)
            ? (await graph.Client.Sites[siteId].Lists[library].Drive.GetAsync(cancellationToken: cancellationToken))?.Id
            : null;
}

/// <summary>The site lacks a list of the schema: provisioning has not run, or somebody deleted it.</summary>
internal sealed class SiteNotProvisionedException : InvalidOperationException
{
    /// <summary>Without a name.</summary>
    public SiteNotProvisionedException()
    {
    }

    /// <summary>Names the list that is missing.</summary>
    public SiteNotProvisionedException(string list)
        : base($"The site has no list '{list}'. Run the verb 'provision'.")
    {
    }

    /// <summary>Names the list that is missing, with a cause.</summary>
    public SiteNotProvisionedException(string list, Exception innerException)
        : base($"The site has no list '{list}'. Run the verb 'provision'.", innerException)
    {
    }
}
