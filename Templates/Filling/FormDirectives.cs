using System.Xml.Linq;
using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>Writes into a template, before it is compiled, what our forms do beyond filling fields: blanks of the year, lines and sections that go, numbers of rows, the bound last row.</summary>
internal sealed class FormDirectives(FormDefinition form, int year)
{
    public void Put(XDocument document)
    {
        var controls = document.Descendants(W + "sdt").Where(control => TagOf(control) is not null).ToLookup(control => TagOf(control)!);
        foreach (var field in form.SingleFields.Concat(form.RowFields.SelectMany(rows => rows.Columns)).Where(field => field.Printed && field.Placeholder.Length > 0))
        {
            ShowBlank(controls[field.Tag], Placeholders.Printed(field, year));
        }

        foreach (var field in form.SingleFields.Where(field => field.Printed && field.Placeholder.Length == 0))
        {
            LetEmptyLinesGo(controls[field.Tag], field);
        }

        foreach (var rows in form.RowFields)
        {
            PutRows(controls[rows.Tag].FirstOrDefault(), rows);
        }
    }

    private static void ShowBlank(IEnumerable<XElement> controls, string blank)
    {
        foreach (var text in controls.Select(control => control.Descendants(W + "t").FirstOrDefault()).OfType<XElement>())
        {
            text.Value = blank;
        }
    }

    // A superior body that does not exist leaves no empty first line in the head, and a position nobody has is one of the lines left for signing.
    private static void LetEmptyLinesGo(IEnumerable<XElement> controls, FieldDefinition field)
    {
        foreach (var paragraph in controls.Select(control => control.Ancestors(W + "p").FirstOrDefault()).OfType<XElement>().ToList())
        {
            if (StyleOf(paragraph) is "HtHeadSuperior" or "HtHeadOwn")
            {
                Wrap(paragraph, field);
            }
            else if (StyleOf(paragraph) == "HtSignPosition" && paragraph.ElementsAfterSelf(W + "p").FirstOrDefault(IsLineToSign) is { } line)
            {
                Wrap(line, field);
            }
        }
    }

    private static bool IsLineToSign(XElement paragraph) => StyleOf(paragraph) == "HtSignPosition" && !paragraph.Descendants(W + "sdt").Any();

    private static void Wrap(XElement paragraph, FieldDefinition field) =>
        paragraph.ReplaceWith(Directives.WhenFilled(field.Tag, new XElement(paragraph)));

    private void PutRows(XElement? section, FieldDefinition rows)
    {
        if (section?.Element(W + "sdtContent")?.Elements(W + "sdt").FirstOrDefault() is not { } item)
        {
            return;
        }

        NumberHeading(item);
        switch (form.BlockOf(rows)?.Block)
        {
            case "table":
                BindLastRow(item);
                break;
            case "rows":
                LetSectionGo(section, rows);
                break;
        }
    }

    // In the sample item the numbers of «1. Công việc số 1» stand in runs of their own.
    private static void NumberHeading(XElement item)
    {
        var texts = item.Descendants(W + "t").Where(text => text.Value == "1" && text.Ancestors(W + "sdt").First() == item);
        foreach (var text in texts.ToList())
        {
            text.ReplaceNodes(Directives.RowNumber());
        }
    }

    private static void BindLastRow(XElement item)
    {
        foreach (var style in item.Descendants(W + "tr").Descendants(W + "pPr").Elements(W + "pStyle").ToList())
        {
            style.AddAfterSelf(Directives.InBoundRow(Element("keepNext")));
        }
    }

    private static void LetSectionGo(XElement section, FieldDefinition rows)
    {
        var start = section.ElementsBeforeSelf(W + "bookmarkStart").LastOrDefault(mark => (string?)mark.Attribute(W + "name") == BookmarkPrefix + rows.Tag);
        var end = section.ElementsAfterSelf(W + "bookmarkEnd").FirstOrDefault(mark => (string?)mark.Attribute(W + "id") == (string?)start?.Attribute(W + "id"));
        if (start is null || end is null)
        {
            return;
        }

        XElement[] inside = [start, .. start.ElementsAfterSelf().TakeWhile(element => element != end), end];
        start.AddBeforeSelf(Directives.WhenRows(rows.Tag, inside.Select(element => new XElement(element))));
        inside.Remove();
    }

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
}
