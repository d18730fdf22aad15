using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Columns;

/// <summary>Columns of a list: read, add, change, delete.</summary>
internal static class ColumnsApi
{
    private const int MostIndexes = 20;

    public static GraphAnswer All(GraphCall call, ListRow list) =>
        GraphAnswer.Collection(ColumnsTable.All(call.Db, list).Select(column => column.ToJson().Keep(call.Query.Select)));

    public static GraphAnswer Get(GraphCall call, ListRow list, string id) =>
        GraphAnswer.Ok(Find(call, list, id).ToJson().Keep(call.Query.Select));

    public static GraphAnswer Create(GraphCall call, ListRow list) => GraphAnswer.Created(Add(call, list, call.Json()).ToJson());

    public static Column Add(GraphCall call, ListRow list, JsonObject body)
    {
        var definition = ColumnDefinition.Create(body);
        var column = new Column(Guid.CreateVersion7(call.Now).ToString(), definition.Text("name")!, definition); // always written by Create
        if (ColumnsTable.All(call.Db, list).Any(other => other.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw GraphError.NameExists($"A column with the name '{column.Name}' already exists.");
        }
        Lookups.CheckTarget(call.Db, column);
        CheckIndex(call, list, column);
        ColumnsTable.Add(call.Db, list, column);
        ItemIndex.Rebuild(call.Db, list, column);
        return column;
    }

    public static GraphAnswer Change(GraphCall call, ListRow list, string id) => GraphAnswer.Ok(Change(call, list, Own(call, list, id), call.Json()).ToJson());

    public static Column Change(GraphCall call, ListRow list, Column known, JsonObject body)
    {
        var changed = known with { Definition = ColumnDefinition.Merge(known.Definition, body) };
        CheckIndex(call, list, changed);
        ColumnsTable.Change(call.Db, list, changed);
        ItemIndex.Rebuild(call.Db, list, changed);
        return changed;
    }

    public static GraphAnswer Delete(GraphCall call, ListRow list, string id)
    {
        var column = Own(call, list, id);
        if (column.Name == "Title")
        {
            throw GraphError.Invalid("The column 'Title' cannot be deleted.");
        }
        ColumnsTable.Delete(call.Db, list, column);
        ItemIndex.Drop(call.Db, list, column);
        return GraphAnswer.NoContent();
    }

    private static Column Own(GraphCall call, ListRow list, string id)
    {
        var column = Find(call, list, id);
        return column.BuiltIn ? throw GraphError.Invalid($"The column '{column.Name}' is read-only.") : column;
    }

    private static Column Find(GraphCall call, ListRow list, string id) =>
        ColumnsTable.All(call.Db, list).FirstOrDefault(column => column.Id.Equals(id, StringComparison.OrdinalIgnoreCase) || column.Name == id)
            ?? throw GraphError.NotFound("The specified column was not found");

    private static void CheckIndex(GraphCall call, ListRow list, Column column)
    {
        if (column.Unique && !column.Indexed)
        {
            throw GraphError.Invalid($"The column '{column.Name}' must be indexed to enforce unique values.");
        }
        if (column.Indexed && !column.CanBeIndexed)
        {
            throw GraphError.Invalid($"The column '{column.Name}' is of a type that cannot be indexed.");
        }
        if (column.Indexed && ColumnsTable.All(call.Db, list).Count(other => other.Indexed && other.Name != column.Name) >= MostIndexes)
        {
            throw GraphError.Invalid($"The list has the maximum number of indexed columns ({MostIndexes}).");
        }
    }
}
