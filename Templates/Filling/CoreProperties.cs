using System.Xml.Linq;

namespace HocTap.Office.Templates.Filling;

/// <summary>The document's own title for lists and windows; no author and no moment, so equal input gives equal bytes.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Terms = "http://purl.org/dc/elements/1.1/";

    public static XDocument Build(string title) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Terms),
            new XElement(Terms + "title", title),
            new XElement(Terms + "language", "vi-VN")));
}
