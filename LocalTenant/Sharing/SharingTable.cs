using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Sharing;

/// <summary>The SQL of what files and folders are shared with; each permission is kept as Graph's JSON.</summary>
internal static class SharingTable
{
    public static IReadOnlyList<JsonObject> Of(Database database, ItemRow item) =>
        [.. database.All<string>("SELECT definition FROM sharing WHERE list_id = @ListId AND item_id = @Id ORDER BY id", new { item.ListId, item.Id }).Select(Json.Parse)];

    public static void Add(Database database, ItemRow item, JsonObject permission) => database.Execute(
        "INSERT INTO sharing (list_id, item_id, id, definition) VALUES (@ListId, @item, @id, @definition)",
        new { item.ListId, item = item.Id, id = permission.Text("id"), definition = Json.Write(permission) });

    public static bool Delete(Database database, ItemRow item, string id) =>
        database.Execute("DELETE FROM sharing WHERE list_id = @ListId AND item_id = @item AND id = @id", new { item.ListId, item = item.Id, id }) > 0;
}
