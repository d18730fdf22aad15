namespace HocTap.Office.LocalTenant.Storage;

/// <summary>Single values that belong to the tenant as a whole.</summary>
internal static class Settings
{
    public static string GetOrAdd(this Database database, string name, Func<string> make)
    {
        if (database.One<string>("SELECT value FROM setting WHERE name = @name", new { name }) is { } known)
        {
            return known;
        }
        var value = make();
        database.Execute("INSERT INTO setting (name, value) VALUES (@name, @value)", new { name, value });
        return value;
    }

    /// <summary>The next number of the tenant's change log, which orders everything delta tells.</summary>
    public static long NextChange(this Database database) => database.One<long>(
        "INSERT INTO setting (name, value) VALUES ('change', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING CAST(value AS INTEGER)");

    public static long LastChange(this Database database) =>
        database.One<long>("SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'change'");
}
