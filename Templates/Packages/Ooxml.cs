using System.Xml.Linq;

namespace HocTap.Office.Templates.Packages;

/// <summary>The XML names of a Word package.</summary>
internal static class Ooxml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace StoreItem = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    public static readonly XNamespace Form = "urn:hoctap:form:1";

    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string RelationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string DocumentPath = "word/document.xml";
    public const string GlossaryPath = "word/glossary/document.xml";
    public const string DocumentRelationsPath = "word/_rels/document.xml.rels";
    public const string FirstFooterPath = "word/footer1.xml";
    public const string FormPath = "customXml/item1.xml";
    public const string FormPropertiesPath = "customXml/itemProps1.xml";
    public const string FormRelationsPath = "customXml/_rels/item1.xml.rels";
    public const string CorePath = "docProps/core.xml";
    public const string ContentTypesPath = "[Content_Types].xml";

    /// <summary>The prefix of the hidden bookmarks around fields; they survive where tags do not.</summary>
    public const string BookmarkPrefix = "_ht_";

    /// <summary>The prefix of tags that mark places for texts of the campaign in a template.</summary>
    public const string CampaignPrefix = "campaign.";

    public const string PlaceholderStyle = "PlaceholderText";

    /// <summary>The numbering of the rows of a table, the only list a template has.</summary>
    public const int RowNumbering = 1;

    public static XAttribute Val(object value) => new(W + "val", value);

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    public static string? TagOf(XElement control) => PropertyOf(control, "tag");

    public static string? AliasOf(XElement control) => PropertyOf(control, "alias");

    /// <summary>The letters of an element itself, without those of elements inside it: nested ones would be counted once for each level.</summary>
    public static string OwnText(XElement element) => string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value));

    private static string? PropertyOf(XElement control, string name) =>
        (string?)control.Element(W + "sdtPr")?.Element(W + name)?.Attribute(W + "val");
}
