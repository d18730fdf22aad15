using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The styles of a template; every paragraph of the body has one of them, so people change the look in one place.</summary>
internal static class StyleSheet
{
    private static readonly string[] Faces = ["ascii", "hAnsi", "eastAsia", "cs"];

    public static XDocument Build(LayoutProfile profile)
    {
        var (line, gap, indent) = (profile.ExactLineTwips, profile.ParagraphGapTwips, profile.FirstLineTwips);
        return new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), Element("styles",
            new XAttribute(XNamespace.Xmlns + "w", W),
            Defaults(profile),
            Element("style", new XAttribute(W + "type", "paragraph"), new XAttribute(W + "default", 1), new XAttribute(W + "styleId", "Normal"),
                Element("name", Val("Normal")), Element("qFormat")),
            Placeholder(),
            Style("HtHead", "HT Đầu văn bản", Exact(0, 0, line), "center"),
            Style("HtRule", "HT Đường kẻ", Exact(0, 0, profile.RuleGapTwips), null, border: Rule(profile)),
            Style("HtTitle", "HT Tên loại", Exact(line, 0, line), "center", keepNext: true),
            Style("HtSubtitle", "HT Trích yếu", Exact(0, 0, line), "center", keepNext: true),
            Style("HtHyphens", "HT Gạch dưới trích yếu", Exact(0, gap, line), "center", keepNext: true),
            Style("HtBody", "HT Thân văn bản", Exact(0, gap, line), "both", indent),
            Style("HtSection", "HT Mục", Exact(gap, gap, line), "left", indent, keepNext: true),
            Style("HtHeading", "HT Tiểu mục", Exact(0, gap, line), "left", indent, keepNext: true),
            Style("HtLead", "HT Gạch đầu dòng", Exact(0, gap, line), "left", indent, keepNext: true),
            Style("HtClosing", "HT Câu kết", Exact(0, gap, line), "both", indent, keepNext: true),
            Style("HtSign", "HT Khối ký", Exact(0, 0, line), "center", keepNext: true),
            Style("HtSignName", "HT Họ tên người ký", Exact(0, 0, line), "center"),
            Style("HtPageNumber", "HT Số trang", Exact(0, 0, line), "center"),
            Style("HtEnd", "HT Cuối văn bản", Exact(0, 0, 20), null)));
    }

    private static XElement Defaults(LayoutProfile profile) => Element("docDefaults",
        Element("rPrDefault", Element("rPr",
            Element("rFonts", Faces.Select(face => new XAttribute(W + face, profile.Font))),
            Element("color", Val("000000")),
            Element("sz", Val(profile.Looks["body"].Points * 2)),
            Element("szCs", Val(profile.Looks["body"].Points * 2)),
            Element("lang", Val("vi-VN"), new XAttribute(W + "eastAsia", "vi-VN")))),
        Element("pPrDefault"));

    // Official paper is black: what an empty place shows is printed like any other text.
    private static XElement Placeholder() => Element("style",
        new XAttribute(W + "type", "character"), new XAttribute(W + "styleId", PlaceholderStyle),
        Element("name", Val("Placeholder Text")), Element("uiPriority", Val(99)), Element("semiHidden"));

    private static XElement Style(
        string id, string name, XElement spacing, string? align, int indent = 0, bool keepNext = false, XElement? border = null) => Element("style",
        new XAttribute(W + "type", "paragraph"), new XAttribute(W + "customStyle", 1), new XAttribute(W + "styleId", id),
        Element("name", Val(name)),
        Element("basedOn", Val("Normal")),
        Element("qFormat"),
        Element("pPr",
            keepNext ? Element("keepNext") : null,
            Element("widowControl"),
            border,
            spacing,
            indent > 0 ? Element("ind", new XAttribute(W + "firstLine", indent)) : null,
            align is null ? null : Element("jc", Val(align))));

    private static XElement Exact(int before, int after, int line) => Element("spacing",
        new XAttribute(W + "before", before), new XAttribute(W + "after", after),
        new XAttribute(W + "line", line), new XAttribute(W + "lineRule", "exact"));

    private static XElement Rule(LayoutProfile profile) => Element("pBdr", Element("top",
        Val("single"), new XAttribute(W + "sz", profile.RuleEighthPoints), new XAttribute(W + "space", 1), new XAttribute(W + "color", "auto")));
}
