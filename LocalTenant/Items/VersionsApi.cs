using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>The versions of an item or of a file.</summary>
internal static class VersionsApi
{
    public static GraphAnswer OfItem(GraphCall call, ListRow list, ItemRow item) =>
        GraphAnswer.Collection(VersionsTable.Of(call.Db, item).Select(version => Show(call, version)));

    public static GraphAnswer One(GraphCall call, ListRow list, ItemRow item, string label) => GraphAnswer.Ok(Show(call, Find(call, item, label)));

    public static GraphAnswer OfFile(GraphCall call, ItemRow item) =>
        GraphAnswer.Collection(VersionsTable.Of(call.Db, item).Select(version => Sized(call, version)));

    public static GraphAnswer OneOfFile(GraphCall call, ItemRow item, string label) => GraphAnswer.Ok(Sized(call, Find(call, item, label)));

    public static VersionRow Find(GraphCall call, ItemRow item, string label) =>
        VersionsTable.Of(call.Db, item).FirstOrDefault(version => version.Label == label || (label == "current" && version.Version == item.Version))
            ?? throw GraphError.NotFound();

    private static JsonObject Show(GraphCall call, VersionRow version)
    {
        var json = Header(call, version);
        if (call.Query.Shape.Expand.TryGetValue("fields", out var shape))
        {
            json["fields"] = Json.Parse(version.Fields).Keep(shape.Select);
        }
        return json;
    }

    private static JsonObject Sized(GraphCall call, VersionRow version)
    {
        var json = Header(call, version);
        json["size"] = version.Size;
        return json;
    }

    private static JsonObject Header(GraphCall call, VersionRow version) => new()
    {
        ["id"] = version.Label,
        ["lastModifiedBy"] = Identities.App(call.Tenant),
        ["lastModifiedDateTime"] = version.Modified,
    };
}
