namespace HocTap.Office.LocalTenant.Storage;

/// <summary>A small secret in the data directory, made once and readable by its owner only.</summary>
internal static class SecretFile
{
    public static string GetOrAdd(string path, Func<string> make)
    {
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }
        var value = make();
        Write(path, value);
        return value;
    }

    // Written aside and renamed: a kill in between must not leave half a secret.
    private static void Write(string path, string value)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var writer = new StreamWriter(path + ".new", options))
        {
            writer.Write(value);
        }
        File.Move(path + ".new", path, overwrite: true);
    }
}
