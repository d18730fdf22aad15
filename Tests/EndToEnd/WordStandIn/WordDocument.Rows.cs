using System.Xml.Linq;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <content>Controls by id and tag, and the rows of repeating sections.</content>
internal sealed partial class WordDocument
{
    private const string OfWord = "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.";

    /// <summary>The id of a tag's control, by its place among those of the same tag.</summary>
    public int IdOf(string tag, int index = 0) => Controls.Where(control => control.Tag == tag).ElementAt(index).Id;

    /// <summary>The id of a repeating section.</summary>
    public int SectionIdOf(string tag) => Controls.First(control => control.Tag == tag && control.Type == "RepeatingSection").Id;

    /// <summary>A control's tag, with its place where there are several.</summary>
    public string NameOf(int id)
    {
        var tag = Controls.First(control => control.Id == id).Tag;
        var same = Controls.Where(control => control.Tag == tag).ToList();
        return same.Count == 1 ? tag : $"{tag}[{same.FindIndex(control => control.Id == id)}]";
    }

    /// <summary>True when a control is, or holds, another.</summary>
    public bool Holds(int outer, int inner) =>
        Elements.FirstOrDefault(control => IdOf(control) == inner)?.AncestorsAndSelf(W + "sdt").Any(control => IdOf(control) == outer) == true;

    /// <summary>The text of a tag's control as it shows.</summary>
    public string TextOf(string tag, int index = 0) => Controls.Where(control => control.Tag == tag).ElementAt(index).Text;

    /// <summary>The ids of the controls in a row.</summary>
    public IReadOnlyList<int> IdsInItem(int section, int index) => [.. Items(section)[index].Descendants(W + "sdt").Select(IdOf)];

    /// <summary>A new row like another, its fields emptied, as Word makes it.</summary>
    public void InsertItem(int section, int like, int at)
    {
        var items = Items(section);
        var item = new XElement(items[like]);
        foreach (var control in item.DescendantsAndSelf(W + "sdt"))
        {
            Properties(control).Element(W + "id")?.SetAttributeValue(W + "val", NextId++);
        }

        if (at < items.Count)
        {
            items[at].AddBeforeSelf(item);
        }
        else
        {
            items[^1].AddAfterSelf(item);
        }

        foreach (var field in item.Descendants(W + "sdt").Where(control => Properties(control).Element(W + "tag") is not null).ToList())
        {
            Clear(IdOf(field));
        }
    }

    /// <summary>Takes a row away.</summary>
    public void DeleteItem(int section, int index) => Items(section)[index].Remove();

    /// <summary>Takes a row to another place.</summary>
    public void MoveItem(int section, int from, int to)
    {
        var item = Items(section)[from];
        item.Remove();
        var items = Items(section);
        if (to < items.Count)
        {
            items[to].AddBeforeSelf(item);
        }
        else
        {
            items[^1].AddAfterSelf(item);
        }
    }

    /// <summary>Another text in the first paragraph of a row.</summary>
    public void InsertHeading(int section, int index, string text)
    {
        var heading = Items(section)[index].Descendants(W + "p").First();
        var run = heading.Elements(W + "r").First();
        heading.Elements(W + "r").Remove();
        heading.Add(With(run, text));
    }

    /// <summary>Takes a control out and leaves its text, as a template without it would be.</summary>
    public void Unwrap(string tag)
    {
        foreach (var control in Elements.Where(control => Properties(control).Element(W + "tag")?.Attribute(W + "val")?.Value == tag).ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }
    }

    /// <summary>The first paragraph of each row.</summary>
    public IReadOnlyList<string> HeadingsOf(string section) => [.. Items(SectionIdOf(section)).Select(item => LineOf(item.Descendants(W + "p").First()))];

    private int NextId { get; set; } = 2_000_000;

    private XElement ElementOf(int id) => Elements.First(control => IdOf(control) == id);

    private List<XElement> Items(int section) => [.. ElementOf(section).Element(W + "sdtContent")!.Elements(W + "sdt")];

    private static int IdOf(XElement control) => (int?)Properties(control).Element(W + "id")?.Attribute(W + "val") ?? 0;

    // Word takes the carriage return for the end of a paragraph too.
    private static string[] Paragraphs(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    // The blank that the template's glossary keeps, else Word's own.
    private string PromptOf(XElement control)
    {
        var name = Properties(control).Element(W + "placeholder")?.Element(W + "docPart")?.Attribute(W + "val")?.Value;
        if (name is null || !entries.TryGetValue("word/glossary/document.xml", out var glossary))
        {
            return OfWord;
        }

        var part = XDocument.Load(new MemoryStream(glossary)).Descendants(W + "docPart").FirstOrDefault(each => each.Descendants(W + "name").Any(its => its.Attribute(W + "val")?.Value == name));
        return part is null ? OfWord : string.Concat(part.Descendants(W + "t").Select(text => text.Value));
    }
}
