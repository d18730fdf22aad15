using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Rights;

/// <summary>Who has which role on a list or an item.</summary>
internal sealed record RoleAssignment
{
    public required long PrincipalId { get; init; }

    public required long RoleId { get; init; }
}

/// <summary>The SQL of rights; item 0 stands for the list itself.</summary>
internal static class RightsTable
{
    public static bool AreOwn(Database database, string list, long item) =>
        database.One<long>("SELECT EXISTS (SELECT 1 FROM own_rights WHERE list_id = @list AND item_id = @item)", new { list, item }) == 1;

    /// <summary>What holds on it: its own, its list's, or what every site is born with.</summary>
    public static IReadOnlyList<RoleAssignment> Of(Database database, string list, long item) => (AreOwn(database, list, item), item) switch
    {
        (true, _) => Stored(database, list, item),
        (false, 0) => Roles.OfWeb,
        (false, _) => Of(database, list, 0),
    };

    public static void Break(Database database, string list, long item, IEnumerable<RoleAssignment> assignments)
    {
        database.Execute("INSERT INTO own_rights (list_id, item_id) VALUES (@list, @item)", new { list, item });
        foreach (var assignment in assignments)
        {
            Add(database, list, item, assignment);
        }
    }

    public static void Reset(Database database, string list, long item)
    {
        database.Execute("DELETE FROM role_assignment WHERE list_id = @list AND item_id = @item", new { list, item });
        database.Execute("DELETE FROM own_rights WHERE list_id = @list AND item_id = @item", new { list, item });
    }

    /// <summary>Gives every item below a list the list's rights again.</summary>
    public static void ResetBelow(Database database, string list)
    {
        database.Execute("DELETE FROM role_assignment WHERE list_id = @list AND item_id > 0", new { list });
        database.Execute("DELETE FROM own_rights WHERE list_id = @list AND item_id > 0", new { list });
    }

    public static void Add(Database database, string list, long item, RoleAssignment assignment) => database.Execute(
        "INSERT INTO role_assignment (list_id, item_id, principal_id, role_id) VALUES (@list, @item, @PrincipalId, @RoleId) ON CONFLICT DO NOTHING",
        new { list, item, assignment.PrincipalId, assignment.RoleId });

    /// <summary>Takes one role, or all of them, from a principal; false when there was none.</summary>
    public static bool Remove(Database database, string list, long item, long principal, long? role) => database.Execute(
        "DELETE FROM role_assignment WHERE list_id = @list AND item_id = @item AND principal_id = @principal AND (@role IS NULL OR role_id = @role)",
        new { list, item, principal, role }) > 0;

    private static IReadOnlyList<RoleAssignment> Stored(Database database, string list, long item) => database.All<RoleAssignment>(
        "SELECT principal_id AS PrincipalId, role_id AS RoleId FROM role_assignment WHERE list_id = @list AND item_id = @item ORDER BY principal_id, role_id", new { list, item });
}
