using System.Text.Json.Nodes;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Lists;

namespace HocTap.Office.LocalTenant.Rest.Views;

/// <summary>A view of a list as stored.</summary>
internal sealed record ViewRow
{
    public required string Id { get; init; }

    public required string ListId { get; init; }

    public required string Title { get; init; }

    /// <summary>The name of its page, taken from the first title and never changed.</summary>
    public required string Page { get; init; }

    public required long IsDefault { get; init; }

    public required long Hidden { get; init; }

    /// <summary>A JSON array of internal names.</summary>
    public required string Fields { get; init; }

    /// <summary>CAML inside Query: Where, OrderBy, GroupBy.</summary>
    public required string Query { get; init; }

    public required long RowLimit { get; init; }

    public required long Paged { get; init; }

    /// <summary>0 this folder, 1 files below it, 2 files and folders below it, 3 files of this folder.</summary>
    public required long Scope { get; init; }

    public string? Formatter { get; init; }

    public IReadOnlyList<string> FieldNames => [.. JsonNode.Parse(Fields)!.AsArray().Select(name => name!.GetValue<string>())]; // we wrote it

    public XElement Caml => XElement.Parse($"<Query>{Query}</Query>");

    public string Address(ListRow list, string site) => list.IsLibrary ? $"{site}/{list.Folder}/Forms/{Page}.aspx" : $"{site}/{list.Folder}/{Page}.aspx";
}
