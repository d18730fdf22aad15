namespace HocTap.Office.Templates.Reading;

/// <summary>The elements of a body that quick reading knows.</summary>
internal enum WordName
{
    /// <summary>Any other element: quick reading gives up.</summary>
    Unknown,

    /// <summary>How something looks, or where a program last broke a page: no text, and nothing that changes how text is read.</summary>
    Look,
    Paragraph,
    ParagraphProperties,
    Style,
    Numbering,
    Level,
    List,
    Run,
    RunProperties,
    RunStyle,
    Text,
    Tab,
    Break,
    Hyphen,
    Control,
    ControlProperties,
    ControlContent,
    Tag,
    Alias,
    ShowsPrompt,
    Table,
    Grid,
    GridColumn,
    Row,
    Cell,
    CellProperties,
    Span,
    BookmarkStart,
    BookmarkEnd,
    Document,
    Body,
}

/// <summary>Finds the elements by their qualified names, as bytes.</summary>
internal static class WordNames
{
    private const int Slots = 512;

    private static readonly (byte[] Name, WordName Element)[] Table = Build();

    public static WordName Of(ReadOnlySpan<byte> name)
    {
        for (var slot = SlotOf(name); Table[slot].Name is { } known; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(known))
            {
                return Table[slot].Element;
            }
        }

        return WordName.Unknown;
    }

    private static int SlotOf(ReadOnlySpan<byte> name) => ((name.Length * 7) + (name[^1] * 31) + (name[name.Length / 2] * 5) + (name[Math.Min(2, name.Length - 1)] * 3)) % Slots;

    private static (byte[] Name, WordName Element)[] Build()
    {
        var table = new (byte[] Name, WordName Element)[Slots];
        foreach (var (name, element) in Elements().Concat(Looks().Select(look => (look, WordName.Look))))
        {
            var bytes = System.Text.Encoding.ASCII.GetBytes(name.Contains(':', StringComparison.Ordinal) ? name : $"w:{name}");
            var slot = SlotOf(bytes);
            while (table[slot].Name is not null)
            {
                slot = (slot + 1) % Slots;
            }

            table[slot] = (bytes, element);
        }

        return table;
    }

    private static IEnumerable<(string Name, WordName Element)> Elements() =>
    [
        ("p", WordName.Paragraph), ("pPr", WordName.ParagraphProperties), ("pStyle", WordName.Style), ("numPr", WordName.Numbering), ("ilvl", WordName.Level), ("numId", WordName.List),
        ("r", WordName.Run), ("rPr", WordName.RunProperties), ("rStyle", WordName.RunStyle), ("t", WordName.Text), ("tab", WordName.Tab), ("br", WordName.Break), ("cr", WordName.Break),
        ("noBreakHyphen", WordName.Hyphen), ("sdt", WordName.Control), ("sdtPr", WordName.ControlProperties), ("sdtContent", WordName.ControlContent), ("tag", WordName.Tag),
        ("alias", WordName.Alias), ("showingPlcHdr", WordName.ShowsPrompt), ("tbl", WordName.Table), ("tblGrid", WordName.Grid), ("gridCol", WordName.GridColumn), ("tr", WordName.Row),
        ("tc", WordName.Cell), ("tcPr", WordName.CellProperties), ("gridSpan", WordName.Span), ("bookmarkStart", WordName.BookmarkStart), ("bookmarkEnd", WordName.BookmarkEnd),
        ("document", WordName.Document), ("body", WordName.Body),
    ];

    private static string[] Looks() =>
    [
        "b", "bCs", "i", "iCs", "u", "sz", "szCs", "color", "lang", "kern", "spacing", "w", "noProof", "highlight", "shd", "caps", "smallCaps", "position", "vertAlign",
        "keepNext", "keepLines", "pageBreakBefore", "widowControl", "ind", "jc", "contextualSpacing", "outlineLvl", "suppressAutoHyphens", "rtl", "bidi",
        "tblPr", "tblW", "tblLayout", "tblCellMar", "tblBorders", "tblLook", "tblStyle", "tblInd", "tblHeader", "left", "right", "top", "bottom", "start", "end", "insideH", "insideV",
        "trPr", "cantSplit", "trHeight", "tcW", "tcBorders", "tcMar", "vAlign", "noWrap", "hideMark",
        "id", "lock", "placeholder", "docPart", "text", "richText", "sdtEndPr", "w15:repeatingSection", "w15:repeatingSectionItem", "w15:sectionTitle", "w15:appearance", "w15:color",
        "sectPr", "headerReference", "footerReference", "pgSz", "pgMar", "titlePg", "cols", "docGrid", "pgNumType",
        "proofErr", "lastRenderedPageBreak",
    ];
}
