using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>A body as its last reader sees it: insertions accepted, deletions gone, wrappers opened, one namespace.</summary>
internal sealed record CleanBody(XDocument Document, bool HadTrackedChanges)
{
    private static readonly HashSet<string> Tracks = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"];

    /// <summary>A new document; the given one stays as it is.</summary>
    public static CleanBody Of(XDocument document) => UsingUp(new XDocument(document));

    /// <summary>A new document; the given one is used up on the way, so that both are never whole at once. Each of its nodes is looked at once.</summary>
    public static CleanBody UsingUp(XDocument document)
    {
        var body = document.Root?.Elements().FirstOrDefault(element => BodyCopy.NameOf(element) == W + "body");
        var copy = new XElement(W + "body");
        var hadTrackedChanges = body is not null && HasTrackedChanges(body);
        if (body is not null)
        {
            TornControls.JoinRepeated(body);
            BodyCopy.Into(copy, body);
        }

        return new CleanBody(new XDocument(new XElement(W + "document", copy)), hadTrackedChanges);
    }

    private static bool HasTrackedChanges(XElement body) =>
        body.Descendants().Any(element => BodyCopy.NameOf(element) is var name && name.Namespace == W && Tracks.Contains(name.LocalName));
}

/// <summary>Copies the visible part of a body, element by element; what is seen and cannot be copied becomes an <see cref="Unread"/> mark.</summary>
internal static class BodyCopy
{
    private static readonly HashSet<string> Gone = ["del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "rt"];
    private static readonly HashSet<string> Opened = ["ins", "moveTo", "smartTag", "customXml"];

    /// <summary>Copies what is visible of the content; the source is used up.</summary>
    public static void Into(XElement copy, XElement source)
    {
        // A deleted paragraph mark joins its paragraph with the next one.
        XElement? joined = null;
        foreach (var element in Visible(source))
        {
            if (joined is not null && NameOf(element) == W + "p")
            {
                joined = Join(joined, Of(element));
                element.RemoveNodes();
                continue;
            }

            var added = Unread.MarkOf(element) ?? Of(element);
            element.RemoveNodes();
            joined = added.Name == W + "p" && (HasDeletedMark(added) || IsDroppedLetter(added)) ? added : null;
            if (joined is null || joined.Elements().Any(child => child.Name != W + "pPr"))
            {
                copy.Add(added);
            }
            else
            {
                // Nothing is left of it: the next paragraph stands for itself.
                joined = null;
            }
        }
    }

    /// <summary>The name of an element in the one dialect we read.</summary>
    public static XName NameOf(XElement element) => NameOf(element.Name);

    private static XName NameOf(XName name) => name.NamespaceName == StrictWord ? W + name.LocalName : name;

    /// <summary>A copy of an element in the one dialect we read.</summary>
    public static XElement Of(XElement source)
    {
        var copy = new XElement(NameOf(source));
        foreach (var attribute in source.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            copy.SetAttributeValue(NameOf(attribute.Name), attribute.Value);
        }

        if (source.HasElements)
        {
            Into(copy, source);
        }
        else
        {
            copy.Value = source.Value;
        }

        return copy;
    }

    // The joined paragraph looks like the later one, whose mark is left. Taken off first: a node with a parent would be cloned.
    private static XElement? Join(XElement joined, XElement next)
    {
        var goesOn = HasDeletedMark(next);
        var (look, content) = (next.Element(W + "pPr"), next.Elements().Where(child => child.Name != W + "pPr").ToList());
        next.RemoveNodes();
        joined.Element(W + "pPr")?.Remove();
        joined.AddFirst(look);
        joined.Add(content);
        return goesOn ? joined : null;
    }

    // Element children as people see them, with the wrappers opened; an explicit stack, since wrappers nest.
    private static IEnumerable<XElement> Visible(XElement parent)
    {
        var waiting = new Stack<IEnumerator<XElement>>();
        waiting.Push(parent.Elements().GetEnumerator());
        while (waiting.TryPeek(out var children))
        {
            if (!children.MoveNext())
            {
                waiting.Pop().Dispose();
            }
            else if (Inside(children.Current) is { } inner)
            {
                waiting.Push(inner.GetEnumerator());
            }
            else if (!IsGone(children.Current, parent))
            {
                yield return children.Current;
            }
        }
    }

    private static IEnumerable<XElement>? Inside(XElement element)
    {
        if (element.Name == Mc + "AlternateContent")
        {
            return (element.Element(Mc + "Fallback") ?? element.Element(Mc + "Choice"))?.Elements() ?? [];
        }

        // In the properties of a paragraph, run or row these names are marks, not wrappers.
        return IsWord(element, Opened) && !IsProperties(element.Parent) ? element.Elements() : null;
    }

    private static bool IsGone(XElement element, XElement parent) =>
        (IsWord(element, Gone) && !IsProperties(parent)) || IsHiddenRun(element) || IsDeleted(element, "tr", "trPr", "del") || IsDeleted(element, "tc", "tcPr", "cellDel") || Unread.IsForged(element);

    private static bool IsProperties(XElement? parent) => parent is not null && NameOf(parent) is var name && (name == W + "rPr" || name == W + "trPr");

    private static bool IsWord(XElement element, HashSet<string> names) => NameOf(element) is var name && name.Namespace == W && names.Contains(name.LocalName);

    private static bool IsHiddenRun(XElement element) => NameOf(element) == W + "r" && Child(element, "rPr", "vanish") is { } hidden && IsOn(hidden);

    private static bool IsDeleted(XElement element, string name, string properties, string mark) => NameOf(element) == W + name && Child(element, properties, mark) is not null;

    private static bool HasDeletedMark(XElement paragraph) =>
        paragraph.Element(W + "pPr")?.Element(W + "rPr") is { } mark && (mark.Element(W + "del") ?? mark.Element(W + "moveFrom")) is not null;

    // A first letter dropped over several lines stands in a paragraph of its own.
    private static bool IsDroppedLetter(XElement paragraph) =>
        (string?)paragraph.Element(W + "pPr")?.Element(W + "framePr")?.Attribute(W + "dropCap") is "drop" or "margin";

    private static XElement? Child(XElement element, string properties, string name) => element.Elements()
        .FirstOrDefault(child => NameOf(child) == W + properties)?.Elements().FirstOrDefault(child => NameOf(child) == W + name);

    /// <summary>True for a yes-or-no property that says yes.</summary>
    public static bool IsOn(XElement toggle) =>
        toggle.Attributes().FirstOrDefault(attribute => NameOf(attribute.Name) == W + "val")?.Value is null or "1" or "true" or "on";
}
