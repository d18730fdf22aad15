using System.Globalization;
using System.Text.Json;
using Dapper;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Reads an index no further than it must: a range between two keys, so many entries in order. What it costs does not grow with the list.</summary>
internal sealed class IndexScan
{
    // The last character there is: behind every text that begins alike.
    private const string Last = "\U0010FFFF";

    private readonly Database database;
    private readonly string source;
    private readonly string id;
    private readonly string value;
    private readonly DynamicParameters given = new();

    private IndexScan(Database database, ListRow list, string source, string id, string value)
    {
        (this.database, this.source, this.id, this.value) = (database, source, id, value);
        given.Add("list", list.Id);
    }

    /// <summary>The number of an item is its key in SharePoint's table and needs no index of its own.</summary>
    public static bool IsNumber(Column column) => column is { BuiltIn: true, Name: "ID" };

    public static IndexScan Of(Database database, ListRow list, Column column)
    {
        if (IsNumber(column))
        {
            return new(database, list, "item WHERE list_id = @list AND deleted = 0 AND id > 0", "id", "id");
        }
        var scan = new IndexScan(database, list, "indexed_value WHERE list_id = @list AND column_name = @column", "item_id", "value");
        scan.given.Add("column", column.Name);
        return scan;
    }

    /// <summary>The items whose key holds every condition, no more than so many.</summary>
    public IReadOnlyList<long> Holding(IReadOnlyList<Condition> conditions, IReadOnlySet<long>? among, int most)
    {
        var wanted = conditions.Select((condition, at) => " AND " + Compare(condition, string.Create(CultureInfo.InvariantCulture, $"key{at}")));
        return Read(string.Concat(wanted) + Among(among), most);
    }

    /// <summary>The first items in order of their keys, equal keys in order of their numbers.</summary>
    public IReadOnlyList<long> Ordered(bool descending, IReadOnlySet<long>? among, int most) =>
        Read($"{Among(among)} ORDER BY {value}{(descending ? " DESC" : "")}, {id}", most);

    private IReadOnlyList<long> Read(string rest, int most)
    {
        given.Add("most", most);
        return database.All<long>($"SELECT {id} FROM {source}{rest} LIMIT @most", given);
    }

    private string Among(IReadOnlySet<long>? ids)
    {
        if (ids is null)
        {
            return "";
        }
        given.Add("ids", JsonSerializer.Serialize(ids));
        return $" AND {id} IN (SELECT value FROM json_each(@ids))";
    }

    private string Compare(Condition condition, string key)
    {
        given.Add(key, condition.Value);
        if (condition is { Operator: "startswith", Value: string start })
        {
            given.Add(key + "end", start + Last);
        }
        return condition.Operator switch
        {
            "eq" => $"{value} IS @{key}",
            "ne" => $"{value} IS NOT @{key}",
            "startswith" => $"{value} >= @{key} AND {value} < @{key}end",
            "lt" => $"{value} < @{key}",
            "gt" => $"{value} > @{key}",
            "le" => $"{value} <= @{key}",
            _ => $"{value} >= @{key}",
        };
    }
}
