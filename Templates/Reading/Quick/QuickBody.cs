using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Tags;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads the lines of a body in one pass over its bytes; the same lines as <see cref="BodyLines"/> tells of the same body.</summary>
/// <remarks>
/// It knows the elements of <see cref="WordName"/> in the places where we and Word write them. At anything else (tracked changes, pictures, fields,
/// merged cells, properties behind the content …) it gives up, and the tolerant reading decides. What it reads embeds and fetches nothing.
/// </remarks>
internal ref partial struct QuickBody
{
    private readonly FormShape shape;
    private readonly PaperParts parts;
    private readonly ListCounter counter;
    private readonly OpenBookmarks bookmarks;
    private readonly EmptiedPlace emptied;
    private readonly TagNames texts = new();
    private readonly List<BodyLine> lines = [];
    private readonly HashSet<string> ends = [];
    private readonly List<string> started = [];
    private XmlScanner xml;
    private List<LinePiece>? pieces;
    private bool given;

    private QuickBody(FormDefinition form, ReadOnlySpan<byte> part, PaperParts parts)
    {
        xml = new XmlScanner(part);
        (shape, this.parts, counter, bookmarks) = (FormShape.Of(form), parts, new ListCounter(parts), new OpenBookmarks(form));
        emptied = new EmptiedPlace(shape);
    }

    /// <summary>The lines in reading order; null where only a tree tells them.</summary>
    public static IReadOnlyList<BodyLine>? Read(FormDefinition form, ReadOnlySpan<byte> part, PaperParts parts)
    {
        var body = new QuickBody(form, part, parts);
        body.ReadDocument();
        return body.given || body.xml.Refused ? null : body.lines;
    }

    private void ReadDocument()
    {
        given = !(Next() && WordNames.Of(xml.Name) == WordName.Document && Enter(out _));
        var bodies = 0;
        while (NextTagIn(0))
        {
            given |= WordNames.Of(xml.Name) != WordName.Body || ++bodies > 1;
            Walk(default);
        }

        while (Next())
        {
            // What follows is white space, or the scanner refuses it.
        }

        given |= bodies == 0 || !ends.IsSupersetOf(started);
    }

    private bool Next() => !given && xml.Read();

    // False for an element that has no content to go into.
    private readonly bool Enter(out int depth)
    {
        depth = xml.Depth;
        return xml.Token == XmlToken.Start;
    }

    // The next tag inside the element of that depth; what stands between tags is no text of Word's.
    private bool NextTagIn(int depth)
    {
        while (Next() && !(xml.Token == XmlToken.End && xml.Depth == depth))
        {
            if (xml.Token is XmlToken.Start or XmlToken.Empty)
            {
                return true;
            }
        }

        return false;
    }

    // A name that counts only without content.
    private readonly WordName Leaf() => xml.Token == XmlToken.Empty ? WordNames.Of(xml.Name) : WordName.Unknown;

    private readonly string? Value(ReadOnlySpan<byte> attribute) => xml.TryAttribute(attribute, out var raw) ? texts.Of(raw) : null;

    private void Walk(in Place place)
    {
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                Take(place);
            }
        }
    }

    private void Take(in Place place)
    {
        switch (WordNames.Of(xml.Name))
        {
            case WordName.Paragraph when pieces is null:
                TakeParagraph(place);
                break;
            case WordName.Run when pieces is not null:
                TakeRun(place);
                break;
            case WordName.Control:
                TakeControl(place);
                break;
            case WordName.BookmarkStart:
                OpenBookmark();
                emptied.Pass(OwnerOf(place), place.Control);
                break;
            case WordName.BookmarkEnd:
                CloseBookmark();
                break;
            case WordName.Table when pieces is null:
                TakeTable(place);
                break;
            case WordName.Row when place.Table is not null && place.Row is null && pieces is null:
                Walk(place with { Row = new QuickRow(new XElement(W + "tr")) });
                break;
            case WordName.Cell when place.Row is not null && pieces is null:
                TakeCell(place, place.Row);
                break;
            default:
                SkipLook();
                break;
        }
    }

    // Looks hold looks only.
    private void SkipLook()
    {
        given |= WordNames.Of(xml.Name) != WordName.Look;
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                given |= WordNames.Of(xml.Name) != WordName.Look;
            }
        }
    }

    private readonly string? OwnerOf(in Place place) => place.Tag ?? bookmarks.Field ?? place.Alias;

    /// <summary>What is around an element.</summary>
    internal readonly record struct Place(
        string? Tag, string? Alias, XElement? Control, string? Section, CellPlace? Cell, bool ShowsPlaceholder, XElement? Table, QuickRow? Row);
}
