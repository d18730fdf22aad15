using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The ids of the site, its lists and the drives of its libraries, found once by name.</summary>
internal sealed record SiteMap(string SiteId, IReadOnlyDictionary<string, string> ListIds, IReadOnlyDictionary<string, string> DriveIds)
{
    /// <summary>Names of ours that lists of another kind bear: a plain list where a library belongs, or the other way round.</summary>
    public IReadOnlySet<string> OtherKinds { get; private init; } = new HashSet<string>();

    /// <summary>The id of a list.</summary>
    /// <exception cref="SiteNotProvisionedException">The site has no such list.</exception>
    public string IdOf(ListSchema list) => ListIds.GetValueOrDefault(list.Name) ?? throw new SiteNotProvisionedException(list.Name);

    /// <summary>The id of a library's drive.</summary>
    /// <exception cref="SiteNotProvisionedException">The site has no such library.</exception>
    public string DriveOf(ListSchema library) => DriveIds.GetValueOrDefault(library.Name) ?? throw new SiteNotProvisionedException(library.Name);

    /// <summary>True when every list of the schema exists.</summary>
    public bool IsComplete => SiteSchema.Lists.All(list => !list.IsLibrary || DriveIds.ContainsKey(list.Name)) && SiteSchema.Lists.All(list => ListIds.ContainsKey(list.Name));

    /// <summary>Looks the site and its lists up.</summary>
    public static async Task<SiteMap> ResolveAsync(GraphConnection graph, GraphOptions options, CancellationToken cancellationToken)
    {
        var site = await graph.JsonAsync(graph.Client.Sites[$"{options.SiteHost}:{options.SitePath}:"].ToGetRequestInformation(), cancellationToken);
        var siteId = site.GetProperty("id").GetString()!; // Graph gives every site an id
        var others = new HashSet<string>(StringComparer.Ordinal);
        var lists = await ListsAsync(graph, siteId, others, cancellationToken);
        return new SiteMap(siteId, lists, await DrivesAsync(graph, siteId, lists, cancellationToken)) { OtherKinds = others };
    }

    // A list keeps the name of its creation in its address; its display name is Vietnamese and may be edited.
    private static async Task<Dictionary<string, string>> ListsAsync(GraphConnection graph, string siteId, HashSet<string> others, CancellationToken cancellationToken)
    {
        var request = graph.Client.Sites[siteId].Lists.ToGetRequestInformation(query => query.QueryParameters.Select = ["id", "name", "webUrl", "list"]);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var list in graph.PagesAsync(request, cancellationToken))
        {
            if (SiteSchema.Lists.FirstOrDefault(schema => schema.Name == NameOf(list)) is not { } schema)
            {
                continue;
            }

            if (list.TryGetProperty("list", out var facet) && facet.TryGetProperty("template", out var template) && template.GetString() != schema.Template)
            {
                others.Add(schema.Name);
            }
            else
            {
                found[schema.Name] = list.GetProperty("id").GetString()!; // Graph gives every list an id
            }
        }

        return found;
    }

    private static string NameOf(JsonElement list) =>
        list.TryGetProperty("webUrl", out var url) && url.GetString() is { Length: > 0 } address ? Uri.UnescapeDataString(address[(address.LastIndexOf('/') + 1)..]) : list.GetProperty("name").GetString() ?? "";

    private static async Task<Dictionary<string, string>> DrivesAsync(GraphConnection graph, string siteId, Dictionary<string, string> lists, CancellationToken cancellationToken)
    {
        var drives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var library in SiteSchema.Lists.Where(list => list.IsLibrary && lists.ContainsKey(list.Name)))
        {
            var drive = await graph.JsonAsync(graph.Client.Sites[siteId].Lists[lists[library.Name]].Drive.ToGetRequestInformation(), cancellationToken);
            drives[library.Name] = drive.GetProperty("id").GetString()!; // Graph gives every drive an id
        }

        return drives;
    }
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
