using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>Puts the values into the controls of one copy of a template's body.</summary>
internal sealed class BodyFiller(FormDefinition form, int year, LayoutProfile profile, HeadingVariant heading)
{
    // Far above every id a template uses, so that repeated rows never meet it.
    private int lastRowControl = 100_000;

    public void Fill(XDocument document, FormValues values)
    {
        foreach (var rows in form.RowFields)
        {
            FillRows(document, rows, values.RowsOf(rows.Tag));
        }

        var controls = document.Descendants(W + "sdt").Where(control => TagOf(control) is not null).ToLookup(control => TagOf(control)!);
        foreach (var field in form.SingleFields.Where(field => field.Printed))
        {
            foreach (var control in controls[field.Tag].ToList())
            {
                FillControl(control, field, values[field.Tag]);
                CloseEmptyLine(control, field, values[field.Tag]);
            }
        }
    }

    private void FillRows(XDocument document, FieldDefinition field, IReadOnlyList<FormRow> rows)
    {
        var section = document.Descendants(W + "sdt").FirstOrDefault(control => TagOf(control) == field.Tag);
        if (section is null)
        {
            return;
        }

        var content = section.Element(W + "sdtContent")!;
        var sample = content.Elements(W + "sdt").First();
        if (rows.Count == 0 && form.BlockOf(field)?.Block == "rows")
        {
            RemoveWithHeading(section, field);
            return;
        }

        // A table without rows keeps its sample: an empty row to write in by hand.
        if (rows.Count > 0)
        {
            sample.Remove();
            content.Add(rows.Select((row, index) => FillRow(new XElement(sample), field, row, index + 1)));
        }

        if (form.BlockOf(field) is { Block: "table" } block)
        {
            new SignaturePage(form, block, profile, heading).KeepLastRows([.. content.Elements()], rows);
        }
    }

    private XElement FillRow(XElement item, FieldDefinition rows, FormRow row, int number)
    {
        foreach (var id in item.Descendants(W + "sdtPr").Elements(W + "id"))
        {
            id.SetAttributeValue(W + "val", ++lastRowControl);
        }

        NumberHeading(item, number);
        foreach (var column in rows.Columns.Where(column => column.Printed))
        {
            foreach (var control in item.Descendants(W + "sdt").Where(control => TagOf(control) == column.Tag).ToList())
            {
                FillControl(control, column, row[column.Tag]);
            }
        }

        return item;
    }

    // In the sample item the numbers of «1. Công việc số 1» stand in runs of their own.
    private static void NumberHeading(XElement item, int number)
    {
        var texts = item.Descendants(W + "t").Where(text => text.Value == "1" && text.Ancestors(W + "sdt").First() == item);
        foreach (var text in texts.ToList())
        {
            text.Value = number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private void FillControl(XElement control, FieldDefinition field, string value)
    {
        var content = control.Element(W + "sdtContent")!;
        if (value.Length == 0)
        {
            ShowBlank(content, field);
            return;
        }

        control.Element(W + "sdtPr")!.Elements(W + "showingPlcHdr").Remove();
        var look = Runs.PropertiesIn(content);
        if (content.Element(W + "p") is { } sample)
        {
            content.ReplaceNodes(Printed(field, value).Split('\n').Select(line => FilledParagraph(sample, line, look)));
        }
        else
        {
            content.ReplaceNodes(Runs.Of(Printed(field, value), look));
        }
    }

    private void ShowBlank(XElement content, FieldDefinition field)
    {
        if (field.Placeholder.Length > 0)
        {
            content.Descendants(W + "t").First().Value = Placeholders.Printed(field, year);
        }
    }

    private static XElement FilledParagraph(XElement sample, string line, XElement? look) =>
        Element("p", sample.Element(W + "pPr") is { } properties ? new XElement(properties) : null, line.Length == 0 ? null : Runs.Of(line, look));

    private string Printed(FieldDefinition field, string value) =>
        field.Type == FieldType.Lines ? LineMarks.Put(value, profile) : PrintedText.Of(field, value);

    // A superior body that does not exist leaves no empty first line in the head, and a position nobody has is one of the lines left for signing.
    private static void CloseEmptyLine(XElement control, FieldDefinition field, string value)
    {
        if (value.Length > 0 || field.Placeholder.Length > 0 || control.Ancestors(W + "p").FirstOrDefault() is not { } paragraph)
        {
            return;
        }

        if (StyleSheet.IsHeadName(StyleOf(paragraph)))
        {
            paragraph.Remove();
        }
        else if (StyleOf(paragraph) == "HtSignPosition")
        {
            paragraph.ElementsAfterSelf(W + "p").FirstOrDefault(next => StyleOf(next) == "HtSignPosition" && !next.Descendants(W + "sdt").Any())?.Remove();
        }
    }

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static void RemoveWithHeading(XElement section, FieldDefinition field)
    {
        var start = section.ElementsBeforeSelf(W + "bookmarkStart").Last(mark => (string?)mark.Attribute(W + "name") == BookmarkPrefix + field.Tag);
        var end = section.ElementsAfterSelf(W + "bookmarkEnd").First(mark => (string?)mark.Attribute(W + "id") == (string?)start.Attribute(W + "id"));
        var inside = start.ElementsAfterSelf().TakeWhile(element => element != end);
        foreach (var element in (XElement[])[start, .. inside, end])
        {
            element.Remove();
        }
    }
}
