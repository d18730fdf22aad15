using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Storage;

/// <summary>The service's own SQLite database. Connections are pooled and short-lived; every acknowledged write is on disk.</summary>
internal sealed class Database : IDisposable
{
    private const string FileName = "service.db";

    private readonly string connectionString;

    // SQLite has one writer; those of this process take their turns here instead of asking the file again and again whether it is free.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Opens the database of a data directory, making it and its tables when they are missing.</summary>
    public Database(DataDirectory directory)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = directory.File(FileName), DefaultTimeout = 30 }.ToString();
        using var connection = Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        Migrate(connection);
    }

    /// <summary>True when a data directory has a database already.</summary>
    public static bool ExistsIn(DataDirectory directory) => directory.Has(FileName);

    /// <summary>A new open connection; the caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        return connection;
    }

    /// <summary>Runs work in one write transaction, taken at once so that what it reads cannot change before it writes.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteTransaction, Task<T>> work)
    {
        await turn.WaitAsync();
        try
        {
            return await InTransactionAsync(work);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<T> InTransactionAsync<T>(Func<SqliteTransaction, Task<T>> work)
    {
        await using var connection = Open();
#pragma warning disable CA1849 // only the synchronous overload can take the write lock at once; SQLite has no asynchronous one
        await using var transaction = connection.BeginTransaction(deferred: false);
#pragma warning restore CA1849
        var result = await work(transaction);
        await transaction.CommitAsync();
        return result;
    }

    private static void Migrate(SqliteConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)");
        var applied = connection.Query<string>("SELECT name FROM migrations").ToHashSet(StringComparer.Ordinal);
        foreach (var name in Scripts().Where(name => !applied.Contains(name)))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Text(name), transaction: transaction);
            connection.Execute("INSERT INTO migrations (name) VALUES (@name)", new { name }, transaction);
            transaction.Commit();
        }
    }

    private static IEnumerable<string> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Text(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!; // listed just above
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
