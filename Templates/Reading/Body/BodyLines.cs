using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Walks a cleaned body and tells for every piece of text which field it belongs to: by tag, else by hidden bookmark, else by alias.</summary>
internal sealed class BodyLines
{
    private readonly HashSet<string> single;
    private readonly HashSet<string> columns;
    private readonly EmptiedPlace emptied;
    private readonly HashSet<string> sections;
    private readonly Dictionary<string, string> aliases;
    private readonly OpenBookmarks bookmarks;
    private readonly OpenFields fields;
    private readonly PaperParts parts;
    private readonly ListCounter counter;
    private readonly TableCells cells = new();
    private readonly List<BodyLine> lines = [];
    private List<LinePiece>? current;
    private List<Unread> unread = [];

    private BodyLines(FormDefinition form, XElement body, PaperParts parts)
    {
        var shape = FormShape.Of(form);
        (single, sections, columns, aliases) = (shape.Singles, shape.Sections, shape.Columns, shape.Aliases);
        emptied = new EmptiedPlace(shape);
        (bookmarks, fields) = (new OpenBookmarks(form, body), new OpenFields(form, body));
        (this.parts, counter) = (parts, new ListCounter(parts));
    }

    public static IReadOnlyList<BodyLine> Read(FormDefinition form, XDocument document, PaperParts parts)
    {
        var body = document.Root?.Element(W + "body") ?? new XElement(W + "body");
        var reading = new BodyLines(form, body, parts);
        reading.Walk(body, new Place(null, null, null, null, null, false));
        return reading.lines;
    }

    private void Walk(XElement parent, Place place)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name.Namespace != W)
            {
                AddUnread(element, place);
                continue;
            }

            switch (element.Name.LocalName)
            {
                case "p":
                    WalkParagraph(element, place);
                    break;
                case "tc":
                    Walk(element, place with { Cell = cells.PlaceOf(element, place.Cell) });
                    break;
                case "sdt":
                    WalkControl(element, place);
                    break;
                case "bookmarkStart":
                    bookmarks.Open(element);
                    emptied.Pass(OwnerOf(place), place.Control);
                    break;
                case "bookmarkEnd":
                    bookmarks.Close((string?)element.Attribute(W + "id") ?? "");
                    break;
                case "r":
                    AddRun(element, place);
                    break;
                case "sdtPr" or "pPr" or "tblPr" or "trPr" or "tcPr":
                    break;
                default:
                    Walk(element, place);
                    break;
            }
        }
    }

    private void WalkParagraph(XElement paragraph, Place place)
    {
        var outer = (current, unread);
        (current, unread) = ([], []);
        var (owner, section) = (OwnerOf(place), SectionOf(place));
        var number = counter.Next(paragraph);
        emptied.Begin(owner, place.Control);
        fields.BeginParagraph();
        Walk(paragraph, place);
        AddNumber(number, owner, current, unread);
        emptied.AddTo(current);
        if (current.Count > 0 || unread.Count > 0 || !fields.EndedEarlierText)
        {
            lines.Add(new BodyLine([.. current], owner, place.Control, section ?? SectionOf(place), place.Cell, parts.StyleOf(paragraph), [.. unread]) { Paragraph = paragraph });
        }

        bookmarks.EndOfParagraph();
        (current, unread) = outer;
    }

    // What Word counts stands before the words and belongs to whom they belong; an empty paragraph shows none.
    public static void AddNumber(string? number, string? owner, List<LinePiece>? current, List<Unread> unread)
    {
        if (current is not [var first, ..] || number is "")
        {
            return;
        }

        if (number is null)
        {
            unread.Add(new Unread(UnreadKind.Number, "", owner ?? first.Owner));
            return;
        }

        current.Insert(0, first with { Text = number, Owner = owner ?? first.Owner, IsPlaceholder = false });
    }

    private void WalkControl(XElement control, Place place)
    {
        var tag = TagOf(control) ?? "";
        var showsPlaceholder = control.Element(W + "sdtPr")?.Element(W + "showingPlcHdr") is not null;
        var inside = place with { ShowsPlaceholder = place.ShowsPlaceholder || showsPlaceholder };
        if (sections.Contains(tag))
        {
            inside = inside with { Section = tag };
        }
        else if (single.Contains(tag) || columns.Contains(tag))
        {
            // A control nested into its own kind by a paste is still one place.
            inside = inside with { Tag = tag, Control = place.Tag == tag ? place.Control : control };
        }
        else if (aliases.TryGetValue(AliasOf(control) ?? "", out var known))
        {
            inside = inside with { Alias = known, Control = place.Control ?? control };
        }

        foreach (var content in control.Elements(W + "sdtContent"))
        {
            Walk(content, inside);
            emptied.Pass(OwnerOf(inside), inside.Control);
        }
    }

    private void AddRun(XElement run, Place place)
    {
        if (parts.Hides(run))
        {
            return;
        }

        var (text, owner) = (new StringBuilder(), OwnerOf(place));
        foreach (var element in run.Elements())
        {
            if (element.Name.Namespace != W)
            {
                AddText(text.ToString(), run, place);
                text.Clear();
                AddUnread(element, place);
            }
            else if (element.Name.LocalName == "fldChar")
            {
                unread.AddRange(fields.Take(element) ? [new Unread(UnreadKind.Field, "", owner)] : []);
            }
            else if (element.Name.LocalName == "ruby")
            {
                AddText(text.ToString(), run, place);
                text.Clear();
                Walk(element, place);
            }
            else if (element.Name.LocalName == "instrText")
            {
                fields.TakeInstruction(element.Value);
            }
            else if (!fields.HidesText && RunText.Of(element, run) is var (letters, complete))
            {
                text.Append(letters);
                unread.AddRange(complete ? [] : [new Unread(UnreadKind.Sign, "", owner)]);
            }
        }

        AddText(text.ToString(), run, place);
    }

    // A prompt is a prompt where both the control and the run say so; known prompts are told by their words as well, whatever a program left out.
    private void AddText(string text, XElement run, Place place)
    {
        if (text.Length > 0)
        {
            fields.TakeResult();
            unread.AddRange(IsStruck(run) ? [new Unread(UnreadKind.Struck, text, OwnerOf(place))] : []);
            var styled = (string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val") == PlaceholderStyle;
            current?.Add(new LinePiece(text, OwnerOf(place), place.Control, styled && place.ShowsPlaceholder));
        }
    }

    private static bool IsStruck(XElement run) =>
        run.Element(W + "rPr")?.Elements().Any(mark => (mark.Name == W + "strike" || mark.Name == W + "dstrike") && BodyCopy.IsOn(mark)) == true;

    private void AddUnread(XElement element, Place place)
    {
        if (Unread.Of(element, OwnerOf(place)) is not { } found)
        {
            return;
        }

        unread.Add(found);
        if (found is { Kind: UnreadKind.Formula, Text.Length: > 0 })
        {
            current?.Add(new LinePiece(found.Text, found.Owner, place.Control, false));
        }
    }

    private string? OwnerOf(Place place) => place.Tag ?? bookmarks.Field ?? fields.Owner ?? place.Alias;

    private string? SectionOf(Place place) => place.Section ?? bookmarks.Section;

    private sealed record Place(string? Tag, string? Alias, XElement? Control, string? Section, CellPlace? Cell, bool ShowsPlaceholder);
}
