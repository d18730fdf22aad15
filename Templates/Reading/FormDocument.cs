using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.Templates.Reading;

/// <summary>A form as read from a document («văn bản đã đọc»).</summary>
public sealed record FormDocument
{
    /// <summary>What the document says it is for; null when its own XML part is gone or incomplete. Never trusted without a check.</summary>
    public required DocumentIdentity? Identity { get; init; }

    /// <summary>The form, told by the XML part or by the printed structure.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The registered template it was made with, as its XML part tells; null for an official one and where the part is gone.</summary>
    public TemplateMark? Template { get; init; }

    /// <summary>The name of the layout profile it was filled for, as its XML part tells; null where the part does not. It may name one that the product does not have.</summary>
    public string? LayoutProfile { get; init; }

    /// <summary>The name of the heading it was filled under, as its XML part tells; null where the part does not. It may name one that the product does not have.</summary>
    public string? Heading { get; init; }

    /// <summary>The values: printed ones as the paper shows them, unprinted ones from the XML part.</summary>
    public required FormValues Values { get; init; }

    /// <summary>An outcome per printed field; keys are tags and <c>rows[0].tag</c>.</summary>
    public required IReadOnlyDictionary<string, FieldOutcome> Outcomes { get; init; }

    /// <summary>What a person should look at, ids D01 to D09; the form's own rules are judged apart, by <see cref="RuleChecker"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The year its title is printed for; null when the title tells none.</summary>
    public required int? PrintedYear { get; init; }

    /// <summary>SHA-256, lower case hex, of the values and the visible text; equal for equal content however the package was rewritten, row ids left out.</summary>
    public required string ContentHash { get; init; }
}
