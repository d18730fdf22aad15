using System.Buffers.Text;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>The two templates a list can be made from, as Graph spells them.</summary>
internal static class ListTemplate
{
    public const string Generic = "genericList";

    public const string Library = "documentLibrary";
}

/// <summary>A list to be made: its immutable name (part of its address) and what people see.</summary>
internal sealed record NewList(string Name, string Title, string Description, string Template);

/// <summary>A list or library as stored.</summary>
internal sealed record ListRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Template { get; init; }

    public required string Created { get; init; }

    public required string Modified { get; init; }

    public bool IsLibrary => Template == ListTemplate.Library;

    /// <summary>The server-relative folder below the site.</summary>
    public string Folder => IsLibrary ? Name : "Lists/" + Name;

    public string DriveId => "b!" + Base64Url.EncodeToString(Guid.Parse(Id).ToByteArray());

    public string ItemContentType => (IsLibrary ? "0x010100" : "0x0100") + Guid.Parse(Id).ToString("N").ToUpperInvariant();

    public string FolderContentType => "0x012000" + Guid.Parse(Id).ToString("N").ToUpperInvariant();

    public static string? IdOfDrive(string drive)
    {
        var buffer = new byte[16];
        return drive.StartsWith("b!", StringComparison.Ordinal) && Base64Url.IsValid(drive.AsSpan(2), out var length) && length == 16
            && Base64Url.TryDecodeFromChars(drive.AsSpan(2), buffer, out _)
            ? new Guid(buffer).ToString()
            : null;
    }
}
