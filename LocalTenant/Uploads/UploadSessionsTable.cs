using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Uploads;

/// <summary>A file on its way: where it will go, and until when it may come.</summary>
internal sealed record UploadSession
{
    public required string Id { get; init; }

    public required string ListId { get; init; }

    public required long Parent { get; init; }

    public required string Name { get; init; }

    public required string Behavior { get; init; }

    public required long Deferred { get; init; }

    /// <summary>The size of the whole, known from the first piece on.</summary>
    public long? Total { get; init; }

    public required string Expires { get; init; }
}

/// <summary>A piece that has come, without its bytes.</summary>
internal sealed record UploadRange
{
    public required long Start { get; init; }

    public required long Length { get; init; }

    public long End => Start + Length;
}

/// <summary>The SQL of upload sessions and their pieces.</summary>
internal static class UploadSessionsTable
{
    public static void Add(Database database, UploadSession session) => database.Execute(
        "INSERT INTO upload_session (id, list_id, parent, name, behavior, deferred, expires) VALUES (@Id, @ListId, @Parent, @Name, @Behavior, @Deferred, @Expires)",
        session);

    public static UploadSession? ById(Database database, string id) => database.One<UploadSession>(
        "SELECT id AS Id, list_id AS ListId, parent AS Parent, name AS Name, behavior AS Behavior, deferred AS Deferred, total AS Total, expires AS Expires FROM upload_session WHERE id = @id",
        new { id });

    public static IReadOnlyList<UploadRange> Ranges(Database database, string id) => database.All<UploadRange>(
        "SELECT start AS Start, length(bytes) AS Length FROM upload_range WHERE session_id = @id ORDER BY start", new { id });

    public static void AddRange(Database database, UploadSession session, long start, byte[] bytes, long total)
    {
        database.Execute("UPDATE upload_session SET total = @total WHERE id = @Id", new { session.Id, total });
        database.Execute("INSERT INTO upload_range (session_id, start, bytes) VALUES (@Id, @start, @bytes)", new { session.Id, start, bytes });
    }

    public static byte[] Content(Database database, string id)
    {
        using var whole = new MemoryStream();
        foreach (var bytes in database.All<byte[]>("SELECT bytes FROM upload_range WHERE session_id = @id ORDER BY start", new { id }))
        {
            whole.Write(bytes);
        }
        return whole.ToArray();
    }

    public static void Delete(Database database, string id) => database.Execute("DELETE FROM upload_session WHERE id = @id", new { id });

    /// <summary>Forgets sessions whose time is over.</summary>
    public static void Sweep(Database database, DateTimeOffset now) => database.Execute("DELETE FROM upload_session WHERE expires <= @now", new { now = Stamp.Of(now) });
}
