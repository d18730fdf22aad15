using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>A list as Graph shows it.</summary>
internal static class ListJson
{
    public static JsonObject Of(GraphCall call, ListRow list) => new()
    {
        ["@odata.etag"] = Tag(list),
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["displayName"] = list.Title,
        ["description"] = list.Description,
        ["createdDateTime"] = list.Created,
        ["lastModifiedDateTime"] = list.Modified,
        ["eTag"] = Tag(list),
        ["webUrl"] = $"{call.Tenant.Site.WebUrl}/{Uri.EscapeDataString(list.Folder).Replace("%2F", "/", StringComparison.Ordinal)}",
        ["createdBy"] = Identities.App(call.Tenant),
        ["lastModifiedBy"] = Identities.App(call.Tenant),
        ["parentReference"] = new JsonObject { ["siteId"] = call.Tenant.Site.Id },
        ["list"] = new JsonObject { ["contentTypesEnabled"] = false, ["hidden"] = false, ["template"] = list.Template },
        ["sharepointIds"] = call.Query.Select.Contains("sharepointIds") ? Ids(call, list) : null,
    };

    /// <summary>The tag of a list's settings; items have their own.</summary>
    public static string Tag(ListRow list) => $"\"{list.Id},1\"";

    private static JsonObject Ids(GraphCall call, ListRow list) => new()
    {
        ["listId"] = list.Id,
        ["siteId"] = call.Tenant.Site.CollectionId,
        ["siteUrl"] = call.Tenant.Site.WebUrl,
        ["tenantId"] = call.Tenant.Id,
        ["webId"] = call.Tenant.Site.WebId,
    };
}
