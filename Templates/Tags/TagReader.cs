using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Tags;

/// <summary>Reads the tagged content controls of any Word document («đọc theo thẻ»), whatever form it is: body first, then headers and footers.</summary>
/// <remarks>
/// Plain documents are read in one pass over their bytes; others are parsed, with the same result. Tracked insertions count, deletions and hidden text
/// do not. The limits and refusals are those of <see cref="FormReader"/>. Thread-safe.
/// </remarks>
public static class TagReader
{
    /// <summary>Reads a document; whatever is wrong with it is part of the result.</summary>
    /// <param name="docx">The file; at most 20 MB.</param>
    public static TagResult Read(byte[] docx)
    {
        ArgumentNullException.ThrowIfNull(docx);
        return Quickly(docx) is { } quick ? new TagResult.Readable(quick) : Tolerantly(docx);
    }

    /// <summary>The content by one pass over the bytes; null for a document that is not plain.</summary>
    internal static TaggedContent? Quickly(byte[] docx)
    {
        if (docx.Length > PackageReader.LargestFile)
        {
            return null;
        }

        using var package = QuickPackage.TryOpen(docx);
        try
        {
            return package is null ? null : Quickly(package);
        }
        catch (Exception refusal) when (refusal is InvalidDataException or TooLargeException)
        {
            return null; // the tolerant reading says what is wrong
        }
    }

    /// <summary>The content by parsing, or the refusal.</summary>
    internal static TagResult Tolerantly(byte[] docx)
    {
        var opened = docx.Length > PackageReader.LargestFile ? PackageReader.TooLargeFile : PackageReader.Read(docx);
        return opened switch
        {
            PackageResult.Opened package => OfParts(package),
            PackageResult.Refused refused => new TagResult.Refused(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static TaggedContent? Quickly(QuickPackage package)
    {
        var (content, tags, text) = (new TagScope(), new TagNames(), new TagText());
        if (!TagScan.Into(content, package.Main, tags, text, isJudged: false))
        {
            return null;
        }

        foreach (var part in package.HeadersAndFooters())
        {
            if (!TagScan.Into(content, part, tags, text, isJudged: true))
            {
                return null;
            }
        }

        return content.Content;
    }

    private static TagResult OfParts(PackageResult.Opened package)
    {
        try
        {
            return new TagResult.Readable(TagTree.Of(package.Parts, package.MainPart));
        }
        catch (TooLargeException)
        {
            return new TagResult.Refused(PackageReader.TooLong.Kind, PackageReader.TooLong.Detail);
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return new TagResult.Refused(PackageReader.BrokenPackage.Kind, PackageReader.BrokenPackage.Detail);
        }
    }
}
