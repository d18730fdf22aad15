using System.Xml.Linq;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Text boxes («khung chữ») opened in a body: what stands in one becomes paragraphs behind the paragraph it hangs on, as near as a page without places can say.</summary>
internal static class OpenedBoxes
{
    private static readonly XName Boxed = Form + "boxed";

    /// <summary>True when a clean body has words in boxes.</summary>
    public static bool HasBoxes(CleanBody body) => body.Document.Descendants().Any(element => Unread.Of(element, null) is { Kind: UnreadKind.TextBox } box && !TypedText.IsBlank(box.Text));

    /// <summary>True for a paragraph that came out of a box.</summary>
    public static bool IsBoxed(XElement? paragraph) => paragraph?.Attribute(Boxed) is not null;

    /// <summary>Opens the boxes of a document in place.</summary>
    public static XDocument In(XDocument document)
    {
        // From the last to the first, so that boxes inside boxes and several on one paragraph keep their order.
        foreach (var content in document.Descendants().Where(IsContent).Reverse().ToList())
        {
            if (!IsOtherWay(content) && content.Ancestors().FirstOrDefault(IsParagraph) is { } anchor)
            {
                var blocks = content.Elements().ToList();
                content.RemoveNodes();
                blocks.SelectMany(block => block.DescendantsAndSelf().Where(IsParagraph)).ToList().ForEach(paragraph => paragraph.SetAttributeValue(Boxed, "1"));
                anchor.AddAfterSelf(blocks);
            }
        }

        return document;
    }

    private static bool IsContent(XElement element) => BodyCopy.NameOf(element) == W + "txbxContent";

    private static bool IsParagraph(XElement element) => BodyCopy.NameOf(element) == W + "p";

    // The same box is written twice, in the new and in the old drawing language: the one that is read otherwise counts here as well.
    private static bool IsOtherWay(XElement content) =>
        content.Ancestors(Mc + "Choice").Any(choice => choice.Parent?.Element(Mc + "Fallback")?.Descendants().Any(IsContent) == true);
}
