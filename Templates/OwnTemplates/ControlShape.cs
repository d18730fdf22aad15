using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Brings controls back to where the filler expects them: one-line ones inside their paragraph, others around their paragraphs, all inside their cell.</summary>
/// <remarks>Word itself moves them: a control that is all of a paragraph is saved around it, one that is all of a cell around the cell.</remarks>
internal static class ControlShape
{
    private static readonly HashSet<string> Marks = ["bookmarkStart", "bookmarkEnd", "proofErr", "pPr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd"];

    public static void Settle(IEnumerable<TemplateControl> controls)
    {
        foreach (var control in controls.Where(control => !control.IsSection))
        {
            IntoCell(control);
            if (control.Field is { IsBlock: true } || IsRowCell(control))
            {
                AroundParagraph(control);
            }
            else
            {
                IntoParagraph(control);
            }
        }
    }

    // In a table's row the fields of several paragraphs are those that a column is for.
    private static bool IsRowCell(TemplateControl control) => control is { Rows: not null, Field.Type: Forms.FieldType.Multi };

    private static void IntoCell(TemplateControl control)
    {
        if (control.Content?.Elements().Where(IsNoMark).ToList() is not [{ } cell] || cell.Name != W + "tc")
        {
            return;
        }

        cell.Remove();
        control.Element.ReplaceWith(cell);
        var inside = cell.Elements().Where(element => element.Name != W + "tcPr").ToList();
        inside.ForEach(element => element.Remove());
        control.Content.ReplaceNodes(inside);
        cell.Add(control.Element);
    }

    private static void IntoParagraph(TemplateControl control)
    {
        if (control.Content?.Elements().Where(IsNoMark).ToList() is not [{ } paragraph] || paragraph.Name != W + "p")
        {
            return;
        }

        paragraph.Remove();
        control.Element.ReplaceWith(paragraph);
        var inside = paragraph.Elements().Where(element => element.Name != W + "pPr").ToList();
        inside.ForEach(element => element.Remove());
        control.Content.ReplaceNodes(inside);
        paragraph.Add(control.Element);
    }

    private static void AroundParagraph(TemplateControl control)
    {
        if (control.Element.Parent is not { } paragraph || paragraph.Name != W + "p" || control.Content is not { } content
            || paragraph.Elements().Any(element => element != control.Element && IsNoMark(element)))
        {
            return;
        }

        var runs = content.Elements().ToList();
        runs.ForEach(run => run.Remove());
        control.Element.Remove();
        paragraph.ReplaceWith(control.Element);
        paragraph.Add(runs);
        content.ReplaceNodes(paragraph);
    }

    private static bool IsNoMark(XElement element) => !Marks.Contains(element.Name.LocalName);
}
