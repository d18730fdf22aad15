using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>The one shape of broken markup that is mended before it is read: LibreOffice writes it where changes were tracked inside a control.</summary>
internal static class MendedMarkup
{
    /// <summary>The markup made whole; null when it is broken in any other way or not sound after all.</summary>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static byte[]? Of(byte[] markup)
    {
        if (EarlyEnds.PutRight(markup) is not { } sound)
        {
            return null;
        }

        var tree = SafeXml.ParseWhole(sound);
        return TornControls.Join(tree.Root!) ? DocxParts.WholeBytes(tree) : null;
    }
}
