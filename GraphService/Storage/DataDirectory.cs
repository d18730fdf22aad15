namespace HocTap.Office.GraphService.Storage;

/// <summary>The one folder of all local state (<c>Data:Directory</c>); deleting it deletes everything this instance keeps.</summary>
internal sealed class DataDirectory
{
    private readonly string path;

    /// <summary>Takes the configured folder, <c>.data</c> beside the solution when none is configured. It is made when something is first put into it.</summary>
    public DataDirectory(IConfiguration configuration) => path = Path.GetFullPath(configuration["Data:Directory"] ?? Path.Combine(SolutionFolder(), ".data"));

    /// <summary>True when a file of ours is there already.</summary>
    public bool Has(string name) => System.IO.File.Exists(Path.Combine(path, name));

    /// <summary>The full path of a file of ours, its folder made when missing.</summary>
    public string File(string name) => Path.Combine(System.IO.Directory.CreateDirectory(path).FullName, name);

    /// <summary>The full path of a folder of ours, made when missing.</summary>
    public string Folder(string name) => System.IO.Directory.CreateDirectory(Path.Combine(path, name)).FullName;

    private static string SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "HocTap.Office.sln")))
            {
                return folder.FullName;
            }
        }

        return System.IO.Directory.GetCurrentDirectory();
    }
}
