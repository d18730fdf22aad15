using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>A library seen as a drive.</summary>
internal static class DrivesApi
{
    private const long Quota = 1_099_511_627_776;

    public static GraphAnswer All(GraphCall call) => GraphAnswer.Collection(
        ListsTable.All(call.Db).Where(list => list.IsLibrary).Select(list => Show(call, list).Keep(call.Query.Select)));

    public static GraphAnswer Get(GraphCall call, ListRow library) => GraphAnswer.Ok(Show(call, library).Keep(call.Query.Select));

    public static ListRow Require(ListRow list) => list.IsLibrary
        ? list
        : throw GraphError.NotFound("The list is not a document library and has no drive.");

    private static JsonObject Show(GraphCall call, ListRow library) => new()
    {
        ["id"] = library.DriveId,
        ["name"] = library.Title,
        ["driveType"] = "documentLibrary",
        ["createdDateTime"] = library.Created,
        ["lastModifiedDateTime"] = library.Modified,
        ["webUrl"] = $"{call.Tenant.Site.WebUrl}/{Uri.EscapeDataString(library.Name)}",
        ["createdBy"] = Identities.App(call.Tenant),
        ["owner"] = new JsonObject { ["user"] = Identities.User(call.Tenant) },
        ["quota"] = new JsonObject { ["deleted"] = 0, ["remaining"] = Quota, ["state"] = "normal", ["total"] = Quota, ["used"] = 0 },
        ["sharePointIds"] = new JsonObject { ["listId"] = library.Id, ["siteId"] = call.Tenant.Site.CollectionId, ["webId"] = call.Tenant.Site.WebId },
    };
}
