using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>What a clerk keeps once for all documents of an organization («thông tin chung của đơn vị»): fragment <c>GET /pane/defaults?campaign&amp;organization</c> (handler of <c>GET /api/defaults</c>).</summary>
public sealed record UnitDefaultsModel
{
    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>The campaign's year.</summary>
    public required int Year { get; init; }

    /// <summary>The organization's code.</summary>
    public required string Organization { get; init; }

    /// <summary>The organization's name.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The version for <c>If-Match</c>; 0 while nothing is kept.</summary>
    public required int Version { get; init; }

    /// <summary>The fields that can be kept, under the titles the forms give them.</summary>
    public required IReadOnlyList<(string Title, IReadOnlyList<FieldDefinition> Fields)> Groups { get; init; }

    /// <summary>What is kept, by tag.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Why nothing can be kept now, a Vietnamese sentence; empty when it can.</summary>
    public required string CannotKeep { get; init; }
}
