using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A package opened within the limits, or the reason why not.</summary>
internal abstract record PackageResult
{
    private PackageResult()
    {
    }

    /// <param name="File">The file.</param>
    /// <param name="MainPart">The part with the body.</param>
    /// <param name="Markup">The unfolded bytes of all parts that may print something.</param>
    public sealed record Opened(PackageFile File, string MainPart, long Markup) : PackageResult
    {
        /// <summary>The parts to be changed and written again.</summary>
        public DocxParts Parts => File.Parts();
    }

    public sealed record Refused(RefusalKind Kind, string Detail) : PackageResult;
}
