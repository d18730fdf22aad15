using System.Text.RegularExpressions;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Gives the numbers in the heading of a row («1. Công việc số 1») runs of their own again: Word joins runs of the same look when it saves.</summary>
internal static partial class RowNumbers
{
    /// <summary>True when the heading of the row has its number, or the form's rows have none.</summary>
    public static bool Has(XElement section, FormDefinition form, FieldDefinition rows) => !IsCounted(form, rows) || HeadingIn(section) is not null;

    /// <summary>True when the rows of a table count themselves, by their own paragraphs or by a style of them, or the form's rows do not.</summary>
    /// <param name="section">The rows.</param>
    /// <param name="form">The form.</param>
    /// <param name="rows">Their field.</param>
    /// <param name="counting">The ids of the styles that count.</param>
    public static bool IsCounting(XElement section, FormDefinition form, FieldDefinition rows, IReadOnlySet<string> counting) =>
        form.BlockOf(rows)?.Columns.Any(column => column.Field.Length == 0) != true
        || section.Descendants(W + "pPr").Any(look => look.Element(W + "numPr") is not null || ((string?)look.Element(W + "pStyle")?.Attribute(W + "val") is { } style && counting.Contains(style)));

    public static void PartOff(XDocument document, FormDefinition form, FieldDefinition rows)
    {
        var section = document.Descendants(W + "sdt").FirstOrDefault(control => TagOf(control) == rows.Tag);
        if (section is null || !IsCounted(form, rows) || HeadingIn(section) is not { } heading)
        {
            return;
        }

        foreach (var run in Fixed(heading).ToList())
        {
            PartOff(run);
        }
    }

    private static bool IsCounted(FormDefinition form, FieldDefinition rows) => form.BlockOf(rows)?.Row.Any(item => item.Text.Contains("{n}", StringComparison.Ordinal)) == true;

    // The first paragraph of the row whose own words say «1».
    private static XElement? HeadingIn(XElement section) => section.Descendants(W + "p").FirstOrDefault(paragraph => Number().IsMatch(string.Concat(Fixed(paragraph).SelectMany(run => run.Elements(W + "t")).Select(text => text.Value))));

    private static IEnumerable<XElement> Fixed(XElement paragraph) => paragraph.Descendants(W + "r").Where(run => run.Ancestors(W + "sdt").FirstOrDefault() == paragraph.Ancestors(W + "sdt").FirstOrDefault());

    private static void PartOff(XElement run)
    {
        foreach (var text in run.Elements(W + "t").Where(text => Number().IsMatch(text.Value) && text.Value != "1").ToList())
        {
            var pieces = Number().Split(text.Value);
            var parted = pieces.SelectMany((piece, index) => index == 0 ? [piece] : new[] { "1", piece }).Where(piece => piece.Length > 0);
            text.ReplaceWith(parted.Select(piece => Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), piece)));
        }
    }

    [GeneratedRegex("(?<![0-9])1(?![0-9])")]
    private static partial Regex Number();
}
