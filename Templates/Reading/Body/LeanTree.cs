using System.Text;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Builds the tree of a body straight from its markup, without what no reading looks at; runs that were cut for no reason anybody sees are one again.</summary>
/// <remarks>What is left out: looks but for styles, fonts and hidden text; marks of proofing, comments, permissions, revision ids; deleted content.</remarks>
internal sealed class LeanTree
{
    private static readonly HashSet<string> Attributes = ["val", "id", "name", "fldCharType", "font", "char", "ascii", "hAnsi", "w", "dropCap"];
    private static readonly HashSet<string> Unseen =
    [
        "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "sectPr", "delInstrText", "delText",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange",
    ];

    private static readonly HashSet<string> Emptied = ["del", "moveFrom", "rt"];

    // Of these only what is named here says anything about words.
    private static readonly Dictionary<string, HashSet<string>> Properties = new()
    {
        ["rPr"] = ["rStyle", "rFonts", "vanish", "strike", "dstrike", "ins", "del", "moveFrom", "moveTo"],
        ["pPr"] = ["pStyle", "numPr", "framePr", "rPr"],
        ["tcPr"] = ["gridSpan", "vMerge", "cellIns", "cellDel", "cellMerge"],
        ["trPr"] = ["ins", "del", "gridBefore"],
        ["tblPr"] = [],
        ["tblPrEx"] = [],
        ["sdtPr"] = ["tag", "alias", "showingPlcHdr"],
    };

    private readonly XmlReader reader;
    private readonly Stack<XElement> open = new();
    private readonly StringBuilder words = new();
    private readonly JoinedRuns runs = new();
    private readonly char[] buffer = new char[4096];
    private XElement? root;
    private int nodes;
    private int letters;

    private LeanTree(XmlReader reader) => this.reader = reader;

    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more to read than any form.</exception>
    public static XDocument Load(Func<Stream> content)
    {
        using var stream = content();
        using var reader = SafeXml.Open(stream);
        return new XDocument(new LeanTree(reader).Load());
    }

    private XElement? Load()
    {
        while (reader.Read())
        {
            SafeXml.CheckDepth(reader);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Take();
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.TryPeek(out var top) && top.Name.LocalName is "t" or "instrText":
                    TakeWords();
                    break;
                default:
                    break;
            }
        }

        runs.Flush();
        return root;
    }

    private void Take()
    {
        if (IsUnseen())
        {
            SkipContent();
            return;
        }

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        var isEmpty = reader.IsEmptyElement;
        Count(1);
        TakeAttributes(element);
        open.Push(element);
        if (IsWord() && Emptied.Contains(reader.LocalName))
        {
            SkipContent();
            isEmpty = true;
        }

        if (isEmpty)
        {
            Close();
        }
    }

    private bool IsUnseen() => IsWord() && (Unseen.Contains(reader.LocalName) || IsForeignBookmark()
        || (open.TryPeek(out var owner) && Properties.TryGetValue(owner.Name.LocalName, out var kept) && !kept.Contains(reader.LocalName)));

    private bool IsWord() => reader.NamespaceURI == StrictWord || reader.NamespaceURI == W.NamespaceName;

    private bool IsForeignBookmark() =>
        reader.LocalName == "bookmarkStart" && reader.GetAttribute("name", reader.NamespaceURI)?.StartsWith(BookmarkPrefix, StringComparison.Ordinal) != true;

    // Node by node: every level is looked at, and nothing is kept.
    private void SkipContent()
    {
        var (depth, goesOn) = (reader.Depth, !reader.IsEmptyElement);
        while (goesOn && reader.Read())
        {
            SafeXml.CheckDepth(reader);
            goesOn = reader.Depth > depth;
        }
    }

    // Only Word's own say anything, so that none has many.
    private void TakeAttributes(XElement element)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (Attributes.Contains(reader.LocalName) && IsWord())
            {
                Count(1);
                CountLetters(reader.Value.Length);
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
        }

        reader.MoveToElement();
    }

    private void TakeWords()
    {
        while (reader.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
        {
            CountLetters(read);
            words.Append(buffer, 0, read);
        }
    }

    // An element joins its parent once it is complete: adding is then one step however deep it stands, and what was joined never has to be found again.
    private void Close()
    {
        var element = open.Pop();
        if (words.Length > 0)
        {
            element.Value = words.ToString();
            words.Clear();
        }

        if (!open.TryPeek(out var parent))
        {
            root = element;
        }
        else if (runs.TryJoin(element, parent))
        {
            nodes -= element.DescendantsAndSelf().Sum(part => 1 + part.Attributes().Count());
        }
        else
        {
            parent.Add(element);
        }
    }

    private void Count(int more)
    {
        nodes += more;
        if (nodes > ReadingLimits.Nodes)
        {
            throw new TooLargeException("The XML has too many nodes.");
        }
    }

    private void CountLetters(int more)
    {
        letters += more;
        if (letters > ReadingLimits.Letters)
        {
            throw new TooLargeException("The XML has too many letters.");
        }
    }
}

/// <summary>Puts runs in the same look that follow each other together while a tree is built; many programs cut words into runs of a letter.</summary>
internal sealed class JoinedRuns
{
    private readonly StringBuilder words = new();
    private XElement? run;
    private XElement? text;

    /// <summary>True for an element that goes up in the one before it, or that says nothing, before it has a parent.</summary>
    public bool TryJoin(XElement element, XElement parent)
    {
        if (!IsWord(element.Name))
        {
            return false;
        }

        if (element is { Name.LocalName: "rPr", HasElements: false })
        {
            return IsWord(parent.Name) && parent.Name.LocalName == "r";
        }

        return element.Name.LocalName == "r" && OnlyText(element) is { } next && Join(element, next, parent);
    }

    public void Flush()
    {
        if (text is not null)
        {
            text.Value = words.ToString();
            (run, text) = (null, null);
        }

        words.Clear();
    }

    private bool Join(XElement next, XElement nextText, XElement parent)
    {
        if (run is not null && parent.LastNode == run && HaveSameLook(run, next))
        {
            words.Append(nextText.Value);
            return true;
        }

        Flush();
        (run, text) = (next, nextText);
        words.Append(nextText.Value);
        return false;
    }

    private static XElement? OnlyText(XElement run) => run.LastNode is XElement { Name.LocalName: "t", HasElements: false } last && IsWord(last.Name)
        && (last == run.FirstNode || (run.FirstNode is XElement { Name.LocalName: "rPr", NextNode: var second } && second == last)) ? last : null;

    private static bool HaveSameLook(XElement one, XElement other)
    {
        var (look, next) = (one.FirstNode as XElement, other.FirstNode as XElement);
        return look?.Name.LocalName == "t" ? next?.Name.LocalName == "t" : XNode.DeepEquals(look, next);
    }

    private static bool IsWord(XName name) => name.Namespace == W || name.NamespaceName == StrictWord;
}
