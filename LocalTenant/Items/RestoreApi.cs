using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>restoreVersion: what an older version holds becomes a new one.</summary>
internal static class RestoreApi
{
    public static GraphAnswer Restore(GraphCall call, ListRow list, ItemRow item, string label)
    {
        var version = VersionsApi.Find(call, item, label);
        var restored = item with { Fields = version.Fields };
        ItemWriting.Save(call, list, version.ContentId is { } content ? FileContents.Keep(call, restored, FileContents.Read(call.Db, content)) : restored);
        return GraphAnswer.NoContent();
    }
}
