using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Every change of an item goes through here: index, version, change number, the list's time.</summary>
internal static class ItemWriting
{
    public static ItemRow Add(GraphCall call, ListRow list, ItemRow item)
    {
        var added = item with { Id = ListsTable.NextItem(call.Db, list.Id), Change = call.Db.NextChange() };
        ItemsTable.Insert(call.Db, added);
        ItemIndex.Put(call.Db, added, ColumnsTable.All(call.Db, list), added.FieldValues);
        VersionsTable.Add(call.Db, added);
        ListsTable.Touch(call.Db, list.Id, call.Now);
        return added;
    }

    /// <summary>Saves a changed item as its next version.</summary>
    public static ItemRow Save(GraphCall call, ListRow list, ItemRow item)
    {
        var saved = item with { Etag = item.Etag + 1, Version = item.Version + 1, Modified = Stamp.Of(call.Now), Change = call.Db.NextChange() };
        ItemsTable.Save(call.Db, saved);
        ItemIndex.Put(call.Db, saved, ColumnsTable.All(call.Db, list), saved.FieldValues);
        VersionsTable.Add(call.Db, saved);
        ListsTable.Touch(call.Db, list.Id, call.Now);
        return saved;
    }

    /// <summary>Changes fields; an Office file also gets them written into itself.</summary>
    public static ItemRow ChangeFields(GraphCall call, ListRow list, ItemRow item, JsonObject sent)
    {
        call.Expect(item.Tag);
        var columns = ColumnsTable.All(call.Db, list);
        var fields = FieldWriting.Apply(call.Db, columns, item.FieldValues, sent);
        FieldWriting.RequireAll(columns, fields);
        var changed = item with { Fields = Json.Write(fields) };
        return Save(call, list, changed.IsFile ? FileContents.Demote(call, list, changed) : changed);
    }

    /// <summary>Leaves a tombstone for delta; a folder takes all below it along.</summary>
    public static void Delete(GraphCall call, ItemRow item)
    {
        if (item.IsFolder)
        {
            ItemsTable.Children(call.Db, item, 0, int.MaxValue).ToList().ForEach(child => Delete(call, child));
        }
        ItemIndex.Remove(call.Db, item);
        VersionsTable.Delete(call.Db, item);
        ItemsTable.Save(call.Db, item with { Deleted = 1, ContentId = null, Fields = "{}", Etag = item.Etag + 1, Change = call.Db.NextChange() });
        ListsTable.Touch(call.Db, item.ListId, call.Now);
    }
}
