namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>What a control stands around, which decides what its text is written as.</summary>
internal enum ContentPlace
{
    /// <summary>Runs in a paragraph.</summary>
    Runs,

    /// <summary>Paragraphs and tables.</summary>
    Blocks,

    /// <summary>One cell of a table.</summary>
    Cell,

    /// <summary>More than a cell: rows, or several cells.</summary>
    Rows,
}

/// <summary>Tells what a control stands around: by what it holds, and when it holds nothing by what holds it.</summary>
internal static class ContentPlaces
{
    /// <param name="around">What is around the controls of the part.</param>
    /// <param name="start">Where the control starts.</param>
    /// <param name="content">What it holds.</param>
    public static ContentPlace Of(ControlParents around, int start, ReadOnlySpan<byte> content) => ByContent(content) ?? around.PlaceAt(start);

    /// <summary>True for what marks a place and shows nothing.</summary>
    public static bool IsMark(ReadOnlySpan<byte> name) => name is [(byte)'w', (byte)':', ..] && Local(name) is
        "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "permStart" or "permEnd" or "proofErr";

    /// <summary>True for an element that may stand anywhere and only wraps what is in it.</summary>
    public static bool IsWrapper(ReadOnlySpan<byte> name) => Local(name) is
        "sdt" or "sdtContent" or "customXml" or "ins" or "del" or "moveFrom" or "moveTo" or "AlternateContent" or "Choice" or "Fallback";

    private static ContentPlace? ByContent(ReadOnlySpan<byte> content)
    {
        ContentPlace? place = null;
        foreach (var child in new MarkupChildren(content))
        {
            var here = Local(child.Name) switch
            {
                "p" or "tbl" => ContentPlace.Blocks,
                "tc" => ContentPlace.Cell,
                "tr" => ContentPlace.Rows,
                "sdtPr" or "sdtEndPr" or "customXmlPr" => null,
                _ when IsMark(child.Name) => null,
                _ when IsWrapper(child.Name) => ByContent(child.Inner),
                _ => (ContentPlace?)ContentPlace.Runs,
            };
            if (here is ContentPlace.Cell && place is ContentPlace.Cell)
            {
                return ContentPlace.Rows;
            }

            place ??= here;
        }

        return place;
    }

    /// <summary>What an element of that name is made of, wrappers and marks left out.</summary>
    public static ContentPlace ByParent(ReadOnlySpan<byte> name) => Local(name) switch
    {
        "tbl" => ContentPlace.Rows,
        "tr" => ContentPlace.Cell,
        "body" or "tc" or "hdr" or "ftr" or "footnote" or "endnote" or "txbxContent" or "docPartBody" => ContentPlace.Blocks,
        _ => ContentPlace.Runs,
    };

    private static string Local(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(name[(name.IndexOf((byte)':') + 1)..]);
}
