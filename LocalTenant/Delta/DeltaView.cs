using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Delta;

/// <summary>The two faces of one change log: a list's items, or a library's files and folders.</summary>
internal abstract record DeltaView(string Address)
{
    /// <summary>What a first enumeration begins with.</summary>
    public virtual IEnumerable<JsonNode> First(GraphCall call, ListRow list) => [];

    public JsonNode Show(GraphCall call, ListRow list, ItemRow item) => item.Deleted == 0 ? Present(call, list, item) : Gone(call, list, item);

    protected abstract JsonObject Present(GraphCall call, ListRow list, ItemRow item);

    protected abstract JsonObject Gone(GraphCall call, ListRow list, ItemRow item);

    public sealed record Items(GraphCall Call, ListRow List) : DeltaView($"{Call.Root}/sites/{Call.Tenant.Site.Id}/lists/{List.Id}/items/delta")
    {
        private readonly Dictionary<long, string> folders = [];

        protected override JsonObject Present(GraphCall call, ListRow list, ItemRow item)
        {
            var json = ItemJson.Of(call, list, item);
            if (json.ContainsKey("parentReference"))
            {
                json["parentReference"] = Parent(call, list, item);
            }
            return json;
        }

        protected override JsonObject Gone(GraphCall call, ListRow list, ItemRow item) => ItemJson.Deleted(call, list, item);

        private JsonObject Parent(GraphCall call, ListRow list, ItemRow item) => new()
        {
            ["id"] = item.Parent is { } parent ? FolderId(call, list, parent) : list.Id,
            ["path"] = string.Join('/', $"{list.Folder}/{item.Directory}".TrimEnd('/').Split('/').Select(Uri.EscapeDataString)),
            ["siteId"] = call.Tenant.Site.Id,
        };

        private string FolderId(GraphCall call, ListRow list, long number)
        {
            if (!folders.TryGetValue(number, out var id))
            {
                folders[number] = id = ItemsTable.ById(call.Db, list.Id, number)?.UniqueId ?? list.Id;
            }
            return id;
        }
    }

    public sealed record Files(GraphCall Call, ListRow Library) : DeltaView($"{Call.Root}/drives/{Library.DriveId}/root/delta")
    {
        public override IEnumerable<JsonNode> First(GraphCall call, ListRow list) => [Present(call, list, DriveItemsApi.ById(call, list, "root"))];

        // SharePoint leaves the tag of the content out of its delta.
        protected override JsonObject Present(GraphCall call, ListRow list, ItemRow item)
        {
            var json = DriveItemJson.Of(call, list, item);
            json.Remove("cTag");
            return json;
        }

        protected override JsonObject Gone(GraphCall call, ListRow list, ItemRow item) => DriveItemJson.Deleted(call, list, item);
    }
}
