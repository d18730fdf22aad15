using System.Xml.Linq;
using static HocTap.Office.Templates.Authoring.Controls;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Gives the head of a template the heading of an organization: the lines at the right, the mark under the own name, the widths of both columns.</summary>
/// <remarks>The place is told by the styles of the head; a template without a title line keeps the head it has.</remarks>
internal static class HeadingFitter
{
    /// <param name="document">A template's body whose places for texts of the campaign are still there.</param>
    /// <param name="heading">The heading; the official one changes nothing in an official template.</param>
    /// <param name="page">The page with the columns the heading needs.</param>
    public static void Fit(XDocument document, HeadingVariant heading, PageLayout page)
    {
        if (WithStyle(document, "HtHeadTitle").FirstOrDefault() is not { Parent: { } cell } title || cell.Ancestors(W + "tbl").FirstOrDefault() is not { } table)
        {
            return;
        }

        FitMark(table, heading);
        FitName(table, "HtHeadSuperior", heading.SuperiorLook);
        FitName(table, "HtHeadOwn", heading.OwnLook);
        FitLines(cell, title, heading);
        FitColumns(table, [page.HeadLeft, page.HeadRight]);
    }

    private static void FitLines(XElement cell, XElement title, HeadingVariant heading)
    {
        title.AddBeforeSelf(heading.Right.Select(line => line.Text == $"{{{CampaignPrefix}headerTitle}}" ? new XElement(title) : Paragraph(StyleSheet.IdOf(line.Look), Run(line.Text))));
        title.Remove();
        if (heading.Right.Count == 0)
        {
            WithStyle(cell, "HtRule").ToList().ForEach(rule => rule.Remove());
        }
    }

    private static void FitMark(XElement table, HeadingVariant heading)
    {
        foreach (var mark in WithStyle(table, "HtHeadMark").ToList())
        {
            mark.ReplaceWith(heading.NameMark.Length > 0 ? Paragraph("HtHeadMark", Run(heading.NameMark)) : Paragraph("HtNameRule"));
        }
    }

    private static void FitName(XElement table, string style, string look)
    {
        foreach (var name in WithStyle(table, style).ToList())
        {
            name.Element(W + "pPr")!.Element(W + "pStyle")!.SetAttributeValue(W + "val", StyleSheet.IdOf(look)); // it was found by them
        }
    }

    private static void FitColumns(XElement table, int[] widths)
    {
        table.Element(W + "tblPr")?.Element(W + "tblW")?.SetAttributeValue(W + "w", widths.Sum());
        SetWidths(table.Elements(W + "tblGrid").Elements(W + "gridCol"), widths);
        foreach (var row in table.Elements(W + "tr"))
        {
            SetWidths(row.Elements(W + "tc").Elements(W + "tcPr").Elements(W + "tcW"), widths);
        }
    }

    private static void SetWidths(IEnumerable<XElement> elements, int[] widths)
    {
        foreach (var (element, width) in elements.Zip(widths))
        {
            element.SetAttributeValue(W + "w", width);
        }
    }

    private static IEnumerable<XElement> WithStyle(XContainer container, string style) =>
        container.Descendants(W + "p").Where(paragraph => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") == style);
}
