using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A part of a package and what its bytes tell, each worked out when it is first asked for. Immutable to the eye; thread-safe.</summary>
/// <param name="content">The unfolded bytes.</param>
internal sealed class KnownPart(byte[] content)
{
    private readonly Lazy<IReadOnlyList<PackageRelation>> relations = new(() => [.. PackageMap.Relations(SafeXml.Parse(content))]);
    private readonly Lazy<bool> safeRelations = new(() => PackageSafety.CheckRelations(content) is null);
    private readonly Lazy<bool> safeMarkup = new(() => PackageSafety.CheckMarkup(content) is null);
    private readonly Lazy<DeclaredTypes> types = new(() => DeclaredTypes.Of(SafeXml.Parse(content)));
    private Paper? lastPaper;

    public byte[] Content => content;

    /// <exception cref="System.Xml.XmlException">It is no sound XML; so for all that follow.</exception>
    public IReadOnlyList<PackageRelation> Relations => relations.Value;

    /// <summary>True for relations that fetch and embed nothing.</summary>
    public bool HasSafeRelations => safeRelations.Value;

    /// <summary>True for markup that fetches and embeds nothing.</summary>
    public bool IsSafeMarkup => safeMarkup.Value;

    /// <summary>What a part of content types declares.</summary>
    public DeclaredTypes Types => types.Value;

    /// <summary>What this part, the style sheet, tells about paragraphs together with the numbering.</summary>
    public PaperParts PaperWith(KnownPart? numbering)
    {
        if (lastPaper is { } last && last.Numbering == numbering)
        {
            return last.Parts;
        }

        var parts = PaperParts.Of(Content, numbering?.Content);
        lastPaper = new Paper(numbering, parts);
        return parts;
    }

    private sealed record Paper(KnownPart? Numbering, PaperParts Parts);
}

/// <summary>What the content types of a package declare.</summary>
/// <param name="IsDocument">True for a Word document without macros.</param>
/// <param name="Markup">The parts declared to be Word's XML.</param>
internal sealed record DeclaredTypes(bool IsDocument, IReadOnlyList<string> Markup)
{
    public static DeclaredTypes Of(System.Xml.Linq.XDocument types)
    {
        var kinds = PackageMap.ContentTypes(types);
        return new DeclaredTypes(PackageMap.HasMain(kinds) && !PackageMap.HasMacros(kinds), [.. PackageMap.XmlParts(types)]);
    }
}
