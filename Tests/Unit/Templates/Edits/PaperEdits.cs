using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>What people and programs do to a body, by name.</summary>
internal static class PaperEdits
{
    private static readonly XNamespace W = Docx.W;

    public static XElement Paragraph(string text, string style = "HtBody") =>
        new(W + "p", new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", style))), Docx.Run(text));

    public static XElement Line(XElement body, string start) => body.Descendants(W + "p").First(paragraph => TextOf(paragraph).StartsWith(start, StringComparison.Ordinal));

    /// <summary>Gives a line other words, its controls gone.</summary>
    public static void Reword(this XElement line, string text) => line.ReplaceNodes(line.Element(W + "pPr"), Docx.Run(text));

    /// <summary>The item of a work, from 0.</summary>
    public static XElement Item(XElement body, int number) => Docx.Control(body, PlanDocument.Rows).Element(W + "sdtContent")!.Elements(W + "sdt").ElementAt(number);

    /// <summary>A control emptied in Word shows a prompt, ours or Word's own.</summary>
    public static void Empty(XElement body, string tag, string prompt)
    {
        var control = Docx.Control(body, tag);
        control.Element(W + "sdtPr")!.Element(W + "id")!.AddAfterSelf(new XElement(W + "showingPlcHdr"));
        var run = new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "rStyle", new XAttribute(W + "val", "PlaceholderText"))), new XElement(W + "t", prompt));
        var content = control.Element(W + "sdtContent")!;
        content.ReplaceNodes(content.Element(W + "p") is null ? run : new XElement(W + "p", run));
    }

    /// <summary>All controls opened and all bookmarks gone: what copying into a mail and back leaves.</summary>
    public static void LeaveOnlyText(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }

        body.Descendants().Where(element => element.Name == W + "bookmarkStart" || element.Name == W + "bookmarkEnd").Remove();
    }

    public static void LeaveNoStyles(XElement body) => body.Descendants(W + "pStyle").Remove();

    public static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value));
}
