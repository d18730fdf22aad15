using Dapper;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.LocalTenant.Storage;

/// <summary>
/// The one SQLite connection of a tenant. WAL with synchronous=NORMAL: a commit is in the operating system's
/// hands when it returns, so it survives a killed process; a power cut may lose the last commits, never the file.
/// Calls take turns under <see cref="Gate"/>: SQLite has one writer anyway and a tenant has few callers.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection connection;

    private Database(SqliteConnection connection) => this.connection = connection;

    public Lock Gate { get; } = new();

    public static Database Open(string path)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        connection.Open();
        connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;");
        var database = new Database(connection);
        Migrations.Run(database);
        return database;
    }

    public int Execute(string sql, object? values = null) => connection.Execute(sql, values);

    public T? One<T>(string sql, object? values = null) => connection.QueryFirstOrDefault<T>(sql, values);

    public IReadOnlyList<T> All<T>(string sql, object? values = null) => connection.Query<T>(sql, values).AsList();

    /// <summary>Runs the work in a transaction, or in a savepoint when one is open; an exception undoes it.</summary>
    public T Atomically<T>(Func<T> work)
    {
        Execute("SAVEPOINT work");
        try
        {
            var result = work();
            Execute("RELEASE work");
            return result;
        }
        catch
        {
            Execute("ROLLBACK TO work; RELEASE work");
            throw;
        }
    }

    public void Dispose() => connection.Dispose();
}
