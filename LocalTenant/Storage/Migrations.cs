using System.Globalization;
using System.Reflection;

namespace HocTap.Office.LocalTenant.Storage;

/// <summary>Brings the database to the newest numbered script; the number reached is SQLite's user_version.</summary>
internal static class Migrations
{
    public static void Run(Database database)
    {
        var reached = database.One<long>("PRAGMA user_version");
        foreach (var (number, name) in Scripts().Where(script => script.Number > reached))
        {
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Read(name)}; PRAGMA user_version={number}; COMMIT;"));
        }
    }

    private static IOrderedEnumerable<(int Number, string Name)> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Number: int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Name: name))
            .OrderBy(script => script.Number);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!; // named by the assembly itself
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
