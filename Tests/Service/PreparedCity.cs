namespace HocTap.Office.Tests.Service;

/// <summary>The sample city after a first start, made once in a run: an app of its own then starts from a copy, as it would after a restart.</summary>
internal static class PreparedCity
{
    private static readonly Lazy<Task<string>> Folder = new(PrepareAsync);

    /// <summary>A fresh folder with the city in it; its taker deletes it.</summary>
    public static async Task<string> CopyAsync()
    {
        var (source, target) = (await Folder.Value, Directory.CreateTempSubdirectory("hoctap-").FullName);
        // An index of shared memory holds nothing of its own, and may vanish while we copy.
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // a file lies in a folder
            File.Copy(file, copy);
        }

        return target;
    }

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

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return folder;
    }
}
