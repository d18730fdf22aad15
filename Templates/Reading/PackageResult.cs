using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A package opened within the limits, or the reason why not.</summary>
internal abstract record PackageResult
{
    private PackageResult()
    {
    }

    public sealed record Opened(DocxParts Parts, string MainPart) : PackageResult;

    public sealed record Refused(RefusalKind Kind, string Detail) : PackageResult;
}
