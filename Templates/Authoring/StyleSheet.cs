using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The styles of a template; every paragraph of the body has one of them, so people change the look in one place.</summary>
internal static class StyleSheet
{
    private static readonly string[] Faces = ["ascii", "hAnsi", "eastAsia", "cs"];

    // The paragraphs around the tables of head and foot: too low to be seen or to push anything to a new page.
    private const int EdgeTwips = 20;

    /// <summary>The id of the style that prints a look of the profile.</summary>
    public static string IdOf(string look) => $"Ht{char.ToUpperInvariant(look[0])}{look[1..]}";

    /// <summary>The look that a style of ours prints; "" for no style, and a name no profile has for one that prints none.</summary>
    public static string LookOf(string? style) => style is { Length: > 2 } ? $"{char.ToLowerInvariant(style[2])}{style[3..]}" : "";

    /// <summary>True for the styles of the names in a head, whose line goes when there is no name.</summary>
    public static bool IsHeadName(string? style) => style is "HtHeadSuperior" or "HtHeadOwn" or "HtHeadStateSuperior" or "HtHeadStateOwn";

    public static XDocument Build(LayoutProfile profile)
    {
        var (line, gap, indent) = (profile.ExactLineTwips, profile.ParagraphGapTwips, profile.FirstLineTwips);
        return new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), Element("styles",
            new XAttribute(XNamespace.Xmlns + "w", W),
            Defaults(profile),
            Element("style", new XAttribute(W + "type", "paragraph"), new XAttribute(W + "default", 1), new XAttribute(W + "styleId", "Normal"),
                Element("name", Val("Normal")), Element("qFormat")),
            Placeholder(),
            Head("HtHeadSuperior", "HT Cơ quan cấp trên", "headSuperior"),
            Head("HtHeadOwn", "HT Cơ quan ban hành", "headOwn"),
            Head("HtHeadMark", "HT Dấu sao", "headMark"),
            Head("HtHeadTitle", "HT Tiêu đề", "headTitle"),
            Head("HtHeadStateSuperior", "HT Cơ quan chủ quản (Quốc hiệu)", "headStateSuperior"),
            Head("HtHeadStateOwn", "HT Cơ quan ban hành (Quốc hiệu)", "headStateOwn"),
            Head("HtHeadNation", "HT Quốc hiệu", "headNation"),
            Head("HtHeadMotto", "HT Tiêu ngữ", "headMotto"),
            Rule("HtRule", "HT Đường kẻ", 0),
            Rule("HtNameRule", "HT Đường kẻ dưới tên cơ quan", 0),
            Head("HtHeadDate", "HT Địa danh - ngày tháng", "headDate"),
            Style("HtTitle", "HT Tên loại", "title", Exact(line, 0, line), "center", keepNext: true),
            Style("HtTitleMore", "HT Tên loại - dòng tiếp", "title", Exact(0, 0, line), "center", keepNext: true),
            Style("HtSubtitle", "HT Trích yếu", "subtitle", Exact(0, 0, line), "center", keepNext: true),
            Style("HtHyphens", "HT Gạch dưới trích yếu", null, Exact(0, gap, line), "center", keepNext: true),
            Rule("HtSubtitleRule", "HT Đường kẻ dưới trích yếu", gap),
            Style("HtBasis", "HT Căn cứ", "basis", Exact(0, gap, line), "both", indent),
            Style("HtBody", "HT Thân văn bản", "body", Exact(0, gap, line), "both", indent),
            Style("HtSection", "HT Mục", "section", Exact(gap, gap, line), "left", indent, keepNext: true),
            Style("HtHeading", "HT Tiểu mục", "heading", Exact(0, gap, line), "left", indent, keepNext: true),
            Style("HtLead", "HT Gạch đầu dòng", "body", Exact(0, gap, line), "left", indent, keepNext: true),
            Style("HtClosing", "HT Câu kết", "body", Exact(0, 2 * gap, line), "both", indent, keepNext: true),
            Style("HtTableGap", "HT Cách biểu", null, Exact(0, 0, profile.TableGapTwips), null, keepNext: true),
            Style("HtCellHead", "HT Đầu cột của biểu", "tableHead", Single(profile.CellGapTwips), "center", keepNext: true),
            Style("HtCell", "HT Ô của biểu", "tableCell", Single(profile.CellGapTwips), "left"),
            Style("HtCellNumber", "HT Số thứ tự của biểu", "tableCell", Single(profile.CellGapTwips), "center"),
            Sign("HtSignTitle", "HT Quyền hạn ký", "signTitle"),
            Sign("HtSignNote", "HT Ghi chú chỗ ký", "signNote"),
            Sign("HtSignPosition", "HT Chức vụ người ký", "signPosition"),
            Style("HtSignName", "HT Họ tên người ký", "signName", Exact(0, 0, line), "center"),
            Style("HtRecipientsTitle", "HT Nơi nhận", "recipientsTitle", Exact(0, 0, line), "left", keepNext: true),
            Style("HtRecipient", "HT Nơi nhận - từng dòng", "recipient", Single(0), "left"),
            Style("HtPageNumber", "HT Số trang", "pageNumber", Exact(0, 0, line), "center"),
            Style("HtEdge", "HT Mép văn bản", null, Exact(0, 0, EdgeTwips), null)));

        XElement Head(string id, string name, string look) => Style(id, name, look, Exact(0, 0, line), "center");

        XElement Rule(string id, string name, int after) => Style(id, name, null, Exact(profile.RuleSpaceTwips, after, profile.RuleGapTwips), null, keepNext: true, border: Border(profile));

        XElement Sign(string id, string name, string look) => Style(id, name, look, Exact(0, 0, line), "center", keepNext: true);

        XElement Style(string id, string name, string? look, XElement spacing, string? align, int first = 0, bool keepNext = false, XElement? border = null) =>
            Paragraph(id, name, look is null ? null : profile.Looks[look], spacing, align, first, keepNext, border);
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

    private static XElement Paragraph(
        string id, string name, TextLook? look, XElement spacing, string? align, int first, bool keepNext, XElement? border) => Element("style",
        new XAttribute(W + "type", "paragraph"), new XAttribute(W + "customStyle", 1), new XAttribute(W + "styleId", id),
        Element("name", Val(name)),
        Element("basedOn", Val("Normal")),
        Element("qFormat"),
        Element("pPr",
            keepNext ? Element("keepNext") : null,
            Element("widowControl"),
            border,
            spacing,
            first > 0 ? Element("ind", new XAttribute(W + "firstLine", first)) : null,
            align is null ? null : Element("jc", Val(align))),
        look is null ? null : LookOf(look));

    private static XElement LookOf(TextLook look) => Element("rPr",
        look.Bold ? [Element("b"), Element("bCs")] : Array.Empty<XElement>(),
        look.Italic ? [Element("i"), Element("iCs")] : Array.Empty<XElement>(),
        Element("sz", Val(look.Points * 2)),
        Element("szCs", Val(look.Points * 2)),
        look.Underline ? Element("u", Val("single")) : null);

    private static XElement Single(int gap) => Element("spacing",
        new XAttribute(W + "before", gap), new XAttribute(W + "after", gap),
        new XAttribute(W + "line", 240), new XAttribute(W + "lineRule", "auto"));

    private static XElement Exact(int before, int after, int line) => Element("spacing",
        new XAttribute(W + "before", before), new XAttribute(W + "after", after),
        new XAttribute(W + "line", line), new XAttribute(W + "lineRule", "exact"));

    private static XElement Border(LayoutProfile profile) => Element("pBdr", Element("top",
        Val("single"), new XAttribute(W + "sz", profile.RuleEighthPoints), new XAttribute(W + "space", 1), new XAttribute(W + "color", "auto")));
}
