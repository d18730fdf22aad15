using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>A body as its last reader sees it: insertions accepted, deletions gone, wrappers opened, one namespace.</summary>
internal sealed record CleanBody(XDocument Document, bool HadTrackedChanges)
{
    private static readonly HashSet<string> Gone = ["del", "moveFrom", "drawing", "pict", "object", "instrText", "delText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "txbxContent"];
    private static readonly HashSet<string> Opened = ["ins", "moveTo", "smartTag", "customXml"];

    public static CleanBody Of(XDocument document)
    {
        UseOneNamespace(document);
        var tracked = HasTrackedChanges(document);
        ChooseAlternatives(document);
        RemoveDeletedRows(document);
        MergeDeletedParagraphMarks(document);
        foreach (var element in Named(document, Gone))
        {
            element.Remove();
        }

        foreach (var wrapper in Named(document, Opened))
        {
            wrapper.ReplaceWith(wrapper.Nodes());
        }

        RemoveHiddenText(document);
        return new CleanBody(document, tracked);
    }

    private static void UseOneNamespace(XDocument document)
    {
        if (document.Root?.Name.NamespaceName != StrictWord)
        {
            return;
        }

        foreach (var element in document.Descendants().Where(element => element.Name.NamespaceName == StrictWord).ToList())
        {
            element.Name = W + element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
                .Select(attribute => attribute.Name.NamespaceName == StrictWord ? new XAttribute(W + attribute.Name.LocalName, attribute.Value) : attribute).ToList());
        }
    }

    private static bool HasTrackedChanges(XDocument document) =>
        document.Descendants().Any(element => element.Name.Namespace == W && element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo");

    private static List<XElement> Named(XDocument document, HashSet<string> names) =>
        [.. document.Descendants().Where(element => element.Name.Namespace == W && names.Contains(element.Name.LocalName) && element.Parent?.Name != W + "rPr" && element.Parent?.Name != W + "trPr")];

    private static void ChooseAlternatives(XDocument document)
    {
        foreach (var alternative in document.Descendants(Mc + "AlternateContent").Reverse().ToList())
        {
            alternative.ReplaceWith((alternative.Element(Mc + "Fallback") ?? alternative.Element(Mc + "Choice"))?.Nodes());
        }
    }

    private static void RemoveDeletedRows(XDocument document) =>
        document.Descendants(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + "del") is not null).ToList().ForEach(row => row.Remove());

    // A deleted paragraph mark joins its paragraph with the next one.
    private static void MergeDeletedParagraphMarks(XDocument document)
    {
        var merged = document.Descendants(W + "p").Where(HasDeletedMark).Reverse().ToList();
        foreach (var paragraph in merged)
        {
            if (paragraph.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name == W + "p")
            {
                paragraph.Add(next.Elements().Where(element => element.Name != W + "pPr"));
                next.Remove();
            }
        }
    }

    private static bool HasDeletedMark(XElement paragraph) =>
        paragraph.Element(W + "pPr")?.Element(W + "rPr") is { } mark && (mark.Element(W + "del") ?? mark.Element(W + "moveFrom")) is not null;

    private static void RemoveHiddenText(XDocument document) =>
        document.Descendants(W + "r").Where(run => run.Element(W + "rPr")?.Element(W + "vanish") is { } hidden && IsOn(hidden)).ToList().ForEach(run => run.Remove());

    private static bool IsOn(XElement toggle) => (string?)toggle.Attribute(W + "val") is null or "1" or "true" or "on";
}
