using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads a form without building a tree of its body, when it is as plain as we write it: the same answer as the tolerant reading gives.</summary>
internal static class QuickReading
{
    /// <summary>The answer; null when the document is not plain, whatever else it is.</summary>
    public static ReadResult? TryRead(byte[] docx, IReadOnlyList<FormDefinition> forms)
    {
        using var package = QuickPackage.TryOpen(docx);
        try
        {
            return package is null || WrittenIn(package, forms) is not { } written ? null : TryRead(package, written);
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return null; // the tolerant reading says what is wrong
        }
    }

    private static ReadResult.Readable? TryRead(QuickPackage package, WrittenPart written) => Unedited.TryRead(package, written) is { } document
        ? new ReadResult.Readable(document)
        : TryLook(package, written);

    private static ReadResult.Readable? TryLook(QuickPackage package, WrittenPart written) =>
        QuickBody.Read(written.Printed, package.Main, package.Paper) is { } lines
            ? new ReadResult.Readable(new DocumentReading(written.Printed, lines, hadTrackedChanges: false, written).Read() with { Form = written.Form })
            : null;

    internal static WrittenPart? WrittenIn(QuickPackage package, IReadOnlyList<FormDefinition> forms)
    {
        foreach (var place in package.DataParts())
        {
            var content = package.Unfold(place);
            if ((QuickWritten.TryRead(package.NameAt(place), content, forms) ?? WrittenPart.TryRead(package.NameAt(place), content.ToArray(), forms)) is { } written)
            {
                return written;
            }
        }

        return null;
    }
}
