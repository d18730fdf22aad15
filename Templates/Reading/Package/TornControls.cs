using System.Text;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Makes one control of the pieces into which LibreOffice tears it at tracked changes and comments, each with its own words and no others.</summary>
/// <remarks>
/// It writes a control anew for each stretch of words that was added, deleted or left, and behind the words of each but the first those of the whole
/// control, deleted ones included; of the first it writes the whole alone. So the words of the first are what the others leave of the whole, and a
/// control whose pieces do not add up so is none that we know. Without tracked changes the markup is sound, and only the words stand there twice.
/// </remarks>
internal static class TornControls
{
    private static readonly HashSet<string> Starts = ["bookmarkStart", "commentRangeStart"];
    private static readonly HashSet<string> Ends = ["bookmarkEnd", "commentRangeEnd"];

    /// <summary>Joins all torn controls; false when the pieces of one do not add up, the tree then being of no use.</summary>
    public static bool Join(XElement root)
    {
        foreach (var paragraph in root.Descendants(W + "p").Where(HasTorn).ToList())
        {
            if (!Groups(paragraph, HasChange).All(TryJoin))
            {
                return false;
            }
        }

        return !root.Descendants(W + "sdt").Any(control => IsChange(control.Parent!) && IsTorn(control));
    }

    /// <summary>Joins the pieces of controls that were torn at comments; pieces that do not add up stay.</summary>
    public static void JoinRepeated(XElement root)
    {
        foreach (var group in root.Descendants(W + "p").Where(HasNeighbours).SelectMany(paragraph => Groups(paragraph, IsRepeated)).ToList())
        {
            TryJoin(group);
        }
    }

    private static bool HasNeighbours(XElement paragraph) => paragraph.Elements(W + "sdt").Skip(1).Any();

    // This program writes no tags; where there are any, a person has put two controls side by side.
    private static bool IsRepeated(List<XElement> group) => group.Count > 1 && group.TrueForAll(element => element.Name == W + "sdt" && TagOf(element) is null);

    private static bool HasChange(List<XElement> group) => group.Exists(element => IsChange(element) && IsTorn(ControlOf(element)!));

    private static bool HasTorn(XElement paragraph) => paragraph.Elements().Any(element => IsChange(element) && ControlOf(element) is { } control && IsTorn(control));

    // No program but this one puts a change right inside a control that stands in a change.
    private static bool IsTorn(XElement control) => control.Element(W + "sdtContent")?.Elements().Any(IsChange) == true;

    private static bool IsChange(XElement element) => element.Name == W + "ins" || element.Name == W + "del" || element.Name == W + "moveFrom" || element.Name == W + "moveTo";

    private static XElement? ControlOf(XElement element) =>
        element.Name == W + "sdt" ? element : IsChange(element) && element.FirstNode is XElement only && only == element.LastNode && only.Name == W + "sdt" ? only : null;

    // Pieces of one control follow each other; marks may stand between them.
    private static List<List<XElement>> Groups(XElement paragraph, Func<List<XElement>, bool> isWanted)
    {
        var (groups, look) = (new List<List<XElement>>(), (XElement?)null);
        foreach (var element in paragraph.Elements().Where(element => !Starts.Contains(element.Name.LocalName) && !Ends.Contains(element.Name.LocalName)))
        {
            var next = ControlOf(element) is { } control ? LookOf(control) : null;
            if (next is not null && look is not null && XNode.DeepEquals(look, next))
            {
                groups[^1].Add(element);
            }
            else if (next is not null)
            {
                groups.Add([element]);
            }

            look = next;
        }

        return [.. groups.Where(isWanted)];
    }

    private static XElement LookOf(XElement control)
    {
        var look = new XElement(control.Element(W + "sdtPr") ?? new XElement(W + "sdtPr"));
        look.Elements(W + "id").Remove();
        return look;
    }

    private static bool TryJoin(List<XElement> group)
    {
        var pieces = group.ConvertAll(element => (Element: element, Content: ControlOf(element)!.Element(W + "sdtContent")!));
        var words = pieces.ConvertAll(piece => WordsOf(piece.Content));
        if (words.Exists(text => text is null) || OwnWords(words!) is not { } own)
        {
            return false;
        }

        var content = new XElement(W + "sdtContent",
            pieces.SelectMany(piece => Marks(piece.Content, Starts)),
            pieces.Zip(own, (piece, text) => Piece(piece.Element, piece.Content, text)),
            pieces.SelectMany(piece => Marks(piece.Content, Ends)),
            pieces.SelectMany(piece => piece.Content.Descendants(W + "commentReference").Select(mark => new XElement(W + "r", mark))));
        var control = new XElement(W + "sdt", ControlOf(group[0])!.Element(W + "sdtPr"), content);
        group.Skip(1).Remove();
        group[0].ReplaceWith(control);
        return true;
    }

    private static IEnumerable<XElement> Marks(XElement content, HashSet<string> names) => content.Descendants().Where(element => element.Name.Namespace == W && names.Contains(element.Name.LocalName));

    private static List<string>? OwnWords(List<string> words)
    {
        var (whole, others) = (words[0], new List<string>());
        foreach (var text in words.Skip(1))
        {
            if (!text.EndsWith(whole, StringComparison.Ordinal))
            {
                return null;
            }

            others.Add(text[..^whole.Length]);
        }

        var rest = string.Concat(others);
        return whole.EndsWith(rest, StringComparison.Ordinal) ? [whole[..^rest.Length], .. others] : null;
    }

    // Words, breaks and tabs; null where there is anything else.
    private static string? WordsOf(XElement content)
    {
        var text = new StringBuilder();
        foreach (var part in content.Descendants(W + "r").Elements().Where(part => part.Name != W + "rPr"))
        {
            var words = part.Name.LocalName switch
            {
                "t" or "delText" => part.Value,
                "br" => "\n",
                "tab" => "\t",
                "commentReference" => "",
                _ => null,
            };
            if (words is null)
            {
                return null;
            }

            text.Append(words);
        }

        return text.ToString();
    }

    private static XElement? Piece(XElement element, XElement content, string words)
    {
        if (words.Length == 0)
        {
            return null;
        }

        var isGone = element.Name.LocalName is "del" or "moveFrom";
        var run = new XElement(W + "r", content.Descendants(W + "r").FirstOrDefault()?.Element(W + "rPr"), Parts(words, isGone ? "delText" : "t"));
        return IsChange(element) ? new XElement(element.Name, element.Attributes(), run) : run;
    }

    private static IEnumerable<XElement> Parts(string words, string name)
    {
        var start = 0;
        while (start < words.Length)
        {
            var end = words.AsSpan(start).IndexOfAny('\n', '\t') is >= 0 and var found ? start + found : words.Length;
            if (end > start)
            {
                yield return new XElement(W + name, new XAttribute(XNamespace.Xml + "space", "preserve"), words[start..end]);
            }

            if (end < words.Length)
            {
                yield return new XElement(W + (words[end] == '\n' ? "br" : "tab"));
            }

            start = end + 1;
        }
    }
}
