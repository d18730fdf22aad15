using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>A list as Graph shows it.</summary>
internal static class ListJson
{
    public static JsonObject Of(GraphCall call, ListRow list) => new()
    {
        ["@odata.etag"] = $"\"{list.Id},1\"",
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["displayName"] = list.Title,
        ["description"] = list.Description,
        ["createdDateTime"] = list.Created,
        ["lastModifiedDateTime"] = list.Modified,
        ["eTag"] = $"\"{list.Id},1\"",
        ["webUrl"] = $"{call.Tenant.Site.WebUrl}/{Uri.EscapeDataString(list.Folder).Replace("%2F", "/", StringComparison.Ordinal)}",
        ["createdBy"] = Identities.App(call.Tenant),
        ["parentReference"] = new JsonObject { ["siteId"] = call.Tenant.Site.Id },
        ["list"] = new JsonObject { ["contentTypesEnabled"] = false, ["hidden"] = false, ["template"] = list.Template },
    };
}
