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
        /// <summary>The parts to be changed and written again.</summary>
        public DocxParts Parts => File.Parts();
    }

    public sealed record Refused(RefusalKind Kind, string Detail) : PackageResult;
}
