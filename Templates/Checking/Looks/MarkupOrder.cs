using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Puts properties where Word's schema wants them: their order is fixed, and a program may refuse another.</summary>
internal static class MarkupOrder
{
    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["pPr"] =
        [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
            "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
            "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
        ],
        ["rPr"] =
        [
            "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
            "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
        ],
        ["tblPr"] = ["tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange"],
        ["tcPr"] = ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "cellIns", "cellDel", "cellMerge", "tcPrChange"],
        ["tblBorders"] = ["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"],
        ["tcBorders"] = ["top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br", "tr2bl"],
        ["tblCellMar"] = ["top", "left", "start", "bottom", "right", "end"],
        ["sectPr"] =
        [
            "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
            "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
        ],
    };

    /// <summary>The properties of an element («<c>pPr</c>» of a paragraph), made as its first child where it has none.</summary>
    public static XElement Properties(this XElement owner, string name)
    {
        if (owner.Child(name) is not { } properties)
        {
            properties = new XElement(owner.Name.Namespace + name);
            owner.AddFirst(properties);
        }

        return properties;
    }

    /// <summary>The child of that name, made in its place where there is none.</summary>
    public static XElement Put(this XElement properties, string name)
    {
        if (properties.Child(name) is { } present)
        {
            return present;
        }

        var added = new XElement(properties.Name.Namespace + name);
        if (!Orders.TryGetValue(properties.Name.LocalName, out var order))
        {
            properties.Add(added);
            return added;
        }

        var rank = Array.IndexOf(order, name);
        if (properties.Elements().LastOrDefault(element => Array.IndexOf(order, element.Name.LocalName) is >= 0 and var place && place <= rank) is { } before)
        {
            before.AddAfterSelf(added);
        }
        else
        {
            properties.AddFirst(added);
        }

        return added;
    }

    /// <summary>Sets an attribute of the element's own dialect.</summary>
    public static XElement Set(this XElement element, string name, object? value)
    {
        element.SetAttributeValue(element.Name.Namespace + name, value);
        return element;
    }
}
