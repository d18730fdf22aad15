using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>An item of a list, a file or a folder, as stored.</summary>
internal sealed record ItemRow
{
    public required string ListId { get; init; }

    public required long Id { get; init; }

    public required string UniqueId { get; init; }

    public required string DriveItemId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The number of the folder it is in; 0 is the library's root, which itself has none.</summary>
    public long? Parent { get; init; }

    public required string Name { get; init; }

    /// <summary>The folder's path below the library, without slashes at the ends.</summary>
    public required string Directory { get; init; }

    public required string Fields { get; init; }

    /// <summary>Grows with every change of anything.</summary>
    public required long Etag { get; init; }

    /// <summary>The number people see: one for each saved version.</summary>
    public required long Version { get; init; }

    /// <summary>Grows with every change of the content.</summary>
    public required long Ctag { get; init; }

    public long? ContentId { get; init; }

    public required long Size { get; init; }

    public string? Hash { get; init; }

    public required string Created { get; init; }

    public required string Modified { get; init; }

    public required long Change { get; init; }

    public required long Deleted { get; init; }

    public bool IsFile => Kind == "file";

    public bool IsFolder => Kind == "folder";

    public bool IsRoot => IsFolder && Id == 0;

    public string Tag => $"\"{UniqueId},{Etag}\"";

    public string DriveTag => $"\"{{{UniqueId.ToUpperInvariant()}}},{Etag}\"";

    /// <summary>Its own path below the library.</summary>
    public string Path => IsRoot ? "" : Directory.Length == 0 ? Name : $"{Directory}/{Name}";

    public JsonObject FieldValues => Json.Parse(Fields);
}
