using System.Security.Cryptography;
using System.Text;
using HocTap.Office.AddIn;
using HocTap.Office.Templates.Forms;
using Microsoft.Extensions.FileProviders;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Which release of the pages is served: a name made from what the files and the views are, equal on every node that serves the same.</summary>
/// <remarks>Edited files make another release at the next page, without a restart.</remarks>
internal sealed class Release(IWebHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Where the files of the AddIn library are below the web root.</summary>
    public const string Root = "_content/HocTap.Office.AddIn";

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private static readonly string Views = string.Join(' ', new[] { typeof(Words), typeof(Release), typeof(FormCode) }.Select(type => type.Module.ModuleVersionId));

    private readonly Lock looking = new();
    private (DateTimeOffset At, string Stamps, string Name) known;

    /// <summary>The name of the release that is served now: twelve hexadecimal digits.</summary>
    public string Name
    {
        get
        {
            lock (looking)
            {
                if (clock.GetUtcNow() - known.At is var age && (age > Glance || age < TimeSpan.Zero))
                {
                    Look();
                }

                return known.Name;
            }
        }
    }

    /// <summary>The files, by their path below <see cref="Root"/>, in the order of their paths.</summary>
    public IReadOnlyList<(string Path, IFileInfo File)> Files => [.. FilesIn("").OrderBy(file => file.Path, StringComparer.Ordinal)];

    private void Look()
    {
        var files = Files;
        var stamps = string.Join('\n', files.Select(file => $"{file.Path} {file.File.Length} {file.File.LastModified.UtcTicks}"));
        known = (clock.GetUtcNow(), stamps, stamps == known.Stamps ? known.Name : NameOf(files));
    }

    private static string NameOf(IReadOnlyList<(string Path, IFileInfo File)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Views));
        foreach (var (path, file) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            using var content = file.CreateReadStream();
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private IEnumerable<(string Path, IFileInfo File)> FilesIn(string folder)
    {
        foreach (var entry in environment.WebRootFileProvider.GetDirectoryContents($"{Root}/{folder}"))
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry.IsDirectory)
            {
                foreach (var file in FilesIn(path))
                {
                    yield return file;
                }
            }
            else if (Path.GetExtension(path) is not (".gz" or ".br"))
            {
                yield return (path, entry);
            }
        }
    }
}
