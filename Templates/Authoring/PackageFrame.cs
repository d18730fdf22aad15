using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The parts every template has around its body.</summary>
internal static class PackageFrame
{
    public const string HeaderId = "rId3";
    public const string FirstFooterId = "rId6";
    public const string FormPropertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

    // One fixed id: a document holds one part of ours, and a later reader finds it by its namespace anyway.
    private const string FormItemId = "{6C0F2A2B-6B43-4C5E-9E57-2B0C5B1E0F01}";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static XDocument ContentTypes() => Xml(new XElement(Types + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("xml", "application/xml"),
        Override(DocumentPath, WordType + "document.main+xml"),
        Override("word/styles.xml", WordType + "styles+xml"),
        Override("word/settings.xml", WordType + "settings+xml"),
        Override("word/numbering.xml", WordType + "numbering+xml"),
        Override(GlossaryPath, WordType + "document.glossary+xml"),
        Override("word/header1.xml", WordType + "header+xml"),
        Override(FirstFooterPath, WordType + "footer+xml"),
        Override(CorePath, "application/vnd.openxmlformats-package.core-properties+xml"),
        Override(FormPropertiesPath, FormPropertiesType)));

    public static XDocument PackageRelations() => RelationsOf(
        Relation("rId1", RelationTypes + "officeDocument", DocumentPath),
        Relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", CorePath));

    public static XDocument DocumentRelations() => RelationsOf(
        Relation("rId1", RelationTypes + "styles", "styles.xml"),
        Relation("rId2", RelationTypes + "settings", "settings.xml"),
        Relation(HeaderId, RelationTypes + "header", "header1.xml"),
        Relation("rId4", RelationTypes + "customXml", "../" + FormPath),
        Relation("rId5", RelationTypes + "numbering", "numbering.xml"),
        Relation(FirstFooterId, RelationTypes + "footer", "footer1.xml"),
        Relation("rId7", RelationTypes + "glossaryDocument", "glossary/document.xml"));

    public static XDocument FormRelations(string properties) => RelationsOf(Relation("rId1", RelationTypes + "customXmlProps", properties));

    public static XDocument FormProperties() => Xml(new XElement(StoreItem + "datastoreItem",
        new XAttribute(XNamespace.Xmlns + "ds", StoreItem),
        new XAttribute(StoreItem + "itemID", FormItemId),
        new XElement(StoreItem + "schemaRefs", new XElement(StoreItem + "schemaRef", new XAttribute(StoreItem + "uri", Form)))));

    public static XDocument Settings() => Xml(Element("settings",
        new XAttribute(XNamespace.Xmlns + "w", W),
        Element("zoom", new XAttribute(W + "percent", 100)),
        Element("defaultTabStop", Val(567)),
        Element("characterSpacingControl", Val("doNotCompress")),
        Element("compat",
            Compatibility("compatibilityMode", "15"),
            Compatibility("overrideTableStyleFontSizeAndJustification", "1"),
            Compatibility("doNotFlipMirrorIndents", "1")),
        Element("themeFontLang", Val("vi-VN"))));

    /// <summary>The numbers of a table's rows: counted by Word, so that rows added, moved or deleted there are numbered anew.</summary>
    public static XDocument Numbering() => Xml(Element("numbering",
        new XAttribute(XNamespace.Xmlns + "w", W),
        Element("abstractNum", new XAttribute(W + "abstractNumId", 0),
            Element("multiLevelType", Val("singleLevel")),
            Element("lvl", new XAttribute(W + "ilvl", 0),
                Element("start", Val(1)),
                Element("numFmt", Val("decimal")),
                Element("suff", Val("nothing")),
                Element("lvlText", Val("%1")),
                Element("lvlJc", Val("left")),
                Element("pPr", Element("ind", new XAttribute(W + "left", 0), new XAttribute(W + "firstLine", 0))))),
        Element("num", new XAttribute(W + "numId", RowNumbering), Element("abstractNumId", Val(0)))));

    public static XDocument PageNumberHeader() => Xml(Element("hdr",
        new XAttribute(XNamespace.Xmlns + "w", W),
        Controls.Paragraph("HtPageNumber", Element("fldSimple", new XAttribute(W + "instr", " PAGE "), Controls.Run("2")))));

    /// <summary>The empty foot of the first page; higher than the margin, it makes the page shorter.</summary>
    public static XDocument FirstFooter(PageLayout page, int shorterBy)
    {
        var footer = Controls.Paragraph("HtEdge");
        if (shorterBy > 0)
        {
            footer.Element(W + "pPr")!.Add(Element("spacing", new XAttribute(W + "before", page.Bottom - page.Footer + shorterBy))); // made by Paragraph
        }

        return Xml(Element("ftr", new XAttribute(XNamespace.Xmlns + "w", W), footer));
    }

    private static XElement Compatibility(string name, string value) => Element("compatSetting",
        new XAttribute(W + "name", name), new XAttribute(W + "uri", "http://schemas.microsoft.com/office/word"), Val(value));

    private static XDocument RelationsOf(params XElement[] relations) => Xml(new XElement(Relations + "Relationships", relations));

    private static XElement Relation(string id, string type, string target) => new(Relations + "Relationship",
        new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target));

    private static XElement Default(string extension, string type) => new(Types + "Default",
        new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string part, string type) => new(Types + "Override",
        new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type));

    private static XDocument Xml(XElement root) => new(new XDeclaration("1.0", "UTF-8", "yes"), root);
}
