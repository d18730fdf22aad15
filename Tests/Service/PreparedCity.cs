using Microsoft.Data.Sqlite;

namespace HocTap.Office.Tests.Service;

/// <summary>The sample city after a first start, made once in a run: an app of its own then starts from a copy, as it would after a restart.</summary>
internal static class PreparedCity
{
    private static readonly Lazy<Task<string>> Folder = new(PrepareAsync);

    /// <summary>A fresh folder with the city in it; its taker deletes it.</summary>
    public static async Task<string> CopyAsync()
    {
        var (source, target) = (await Folder.Value, Directory.CreateTempSubdirectory("hoctap-").FullName);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(file => !IsBesideDatabase(file)))
        {
            Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
        }

        return target;
    }

    // SQLite's own copy: a log that is still being folded in may vanish under an ordinary one.
    private static void Copy(string file, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // a file lies in a folder
        if (!file.EndsWith(".db", StringComparison.Ordinal))
        {
            File.Copy(file, copy);
            return;
        }

        using var from = new SqliteConnection($"Data Source={file};Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static bool IsBesideDatabase(string file) => file.EndsWith(".db-wal", StringComparison.Ordinal) || file.EndsWith(".db-shm", StringComparison.Ordinal);

    /// <summary>Deletes the prepared folder when there is one.</summary>
    public static async Task DeleteAsync()
    {
        if (Folder.IsValueCreated)
        {
            Directory.Delete(await Folder.Value, recursive: true);
        }
    }

    private static async Task<string> PrepareAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-city-").FullName;
        await using (await OfficeApp.StartAsync(folder: folder))
        {
            // The first start is all that is wanted.
        }

        SqliteConnection.ClearAllPools();
        return folder;
    }
}
