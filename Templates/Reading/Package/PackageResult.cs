using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A package opened within the limits, or the reason why not.</summary>
internal abstract record PackageResult
{
    private PackageResult()
    {
    }

    public sealed record Opened(PackageFile File, string MainPart) : PackageResult
    {
        /// <summary>All parts unfolded; reading a form takes only those it needs, one after the other.</summary>
        public DocxParts Parts => File.All();
    }

    public sealed record Refused(RefusalKind Kind, string Detail) : PackageResult;
}
