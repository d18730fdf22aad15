using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>The hidden bookmarks around the fields of a template, by which documents are read after a program dropped the tags.</summary>
internal sealed class TemplateBookmarks(FormDefinition form, XDocument document)
{
    /// <summary>The fields whose bookmark is gone.</summary>
    public IEnumerable<FieldDefinition> Lost()
    {
        var names = document.Descendants(W + "bookmarkStart").Select(NameOf).ToHashSet();
        return form.SingleFields.Where(field => field.Printed).Concat(form.RowFields).Where(field => !names.Contains(BookmarkPrefix + field.Tag));
    }

    /// <summary>Takes ours out and puts them where they belong; those of people stay, all with ids of their own.</summary>
    public void PutAnew()
    {
        var ours = document.Descendants(W + "bookmarkStart").Where(start => NameOf(start).StartsWith(BookmarkPrefix, StringComparison.Ordinal)).ToList();
        var ids = ours.Select(start => (string?)start.Attribute(W + "id")).ToHashSet();
        document.Descendants(W + "bookmarkEnd").Where(end => ids.Contains((string?)end.Attribute(W + "id"))).Remove();
        ours.ForEach(start => start.Remove());
        var next = NumberOthers();
        foreach (var field in form.SingleFields.Where(field => field.Printed).Concat(form.RowFields))
        {
            if (ControlOf(field) is { } control)
            {
                var first = field.Type == FieldType.Rows ? FirstOf(control, field) : control;
                var last = field.Type == FieldType.Rows ? LastOf(control, field) : control;
                first.AddBeforeSelf(Element("bookmarkStart", new XAttribute(W + "id", ++next), new XAttribute(W + "name", BookmarkPrefix + field.Tag)));
                last.AddAfterSelf(Element("bookmarkEnd", new XAttribute(W + "id", next)));
            }
        }
    }

    private XElement? ControlOf(FieldDefinition field) => document.Descendants(W + "sdt").FirstOrDefault(control => TagOf(control) == field.Tag);

    // The heading of a section that may be left out goes with it; a table is marked as a whole.
    private XElement FirstOf(XElement section, FieldDefinition rows)
    {
        if (Table(section, rows) is { } table)
        {
            return table;
        }

        var words = VietnameseText.Words(form.BlockOf(rows)!.Text); // sections are only for what is printed
        var above = section.ElementsBeforeSelf(W + "p").Reverse().Take(MostBetween).ToList();
        return above.Find(paragraph => WordsOf(paragraph) == words)
            ?? above.Find(paragraph => TextLikeness.Of(WordsOf(paragraph), words) >= TextLikeness.Alike)
            ?? (section.ElementsBeforeSelf().LastOrDefault() is { } near && near.Name == W + "p" && StyleOf(near) == "HtSection" ? near : section);
    }

    // Lines people put between a heading and its rows.
    private const int MostBetween = 3;

    private XElement LastOf(XElement section, FieldDefinition rows) => Table(section, rows) ?? section;

    private XElement? Table(XElement section, FieldDefinition rows) => form.BlockOf(rows) is { Block: "table" } ? section.Ancestors(W + "tbl").FirstOrDefault() : null;

    private int NumberOthers()
    {
        var last = 0;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mark in document.Descendants().Where(element => element.Name == W + "bookmarkStart" || element.Name == W + "bookmarkEnd"))
        {
            var id = (string?)mark.Attribute(W + "id") ?? "";
            mark.SetAttributeValue(W + "id", numbers.TryGetValue(id, out var number) ? number : numbers[id] = ++last);
        }

        return last;
    }

    private static string NameOf(XElement start) => (string?)start.Attribute(W + "name") ?? "";

    private static string WordsOf(XElement paragraph) => VietnameseText.Words(string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)));

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
}
