using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Sites;

/// <summary>GET of the site by its path or its id.</summary>
internal static class SitesApi
{
    public static Site ByPath(GraphCall call, string host, string path)
    {
        var site = call.Tenant.Site;
        if (!host.Equals(site.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.Invalid("Invalid hostname for this tenancy");
        }
        return path.Equals(site.Path.Trim('/'), StringComparison.OrdinalIgnoreCase)
            ? site
            : throw GraphError.NotFound("Requested site could not be found");
    }

    /// <summary>Takes the whole id or the site collection's alone.</summary>
    public static Site ById(GraphCall call, string id)
    {
        var site = call.Tenant.Site;
        if (id == "root" || id.Equals(site.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.NotImplemented("the root site");
        }
        return id.Equals(site.Id, StringComparison.OrdinalIgnoreCase) || id.Equals(site.CollectionId, StringComparison.OrdinalIgnoreCase)
            ? site
            : throw GraphError.NotFound("Requested site could not be found");
    }

    public static GraphAnswer Get(GraphCall call, Site site) => GraphAnswer.Ok(new System.Text.Json.Nodes.JsonObject
    {
        ["@odata.context"] = $"{call.Root}/$metadata#sites/$entity",
        ["id"] = site.Id,
        ["createdDateTime"] = site.Created,
        ["lastModifiedDateTime"] = site.Created,
        ["name"] = site.Name,
        ["displayName"] = site.Name,
        ["webUrl"] = site.WebUrl,
        ["sharepointIds"] = call.Query.Select.Contains("sharepointIds") ? Ids(call, site) : null,
    }.Keep(call.Query.Select));

    private static System.Text.Json.Nodes.JsonObject Ids(GraphCall call, Site site) => new()
    {
        ["siteId"] = site.CollectionId,
        ["siteUrl"] = site.WebUrl,
        ["tenantId"] = call.Tenant.Id,
        ["webId"] = site.WebId,
    };
}
