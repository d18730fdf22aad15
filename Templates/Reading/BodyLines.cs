using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>A stretch of text of one line: the field it belongs to (null for fixed text), the control it stands in, and whether it is only a placeholder.</summary>
internal sealed record LinePiece(string Text, string? Owner, XElement? Control, bool IsPlaceholder);

/// <summary>A paragraph in reading order, with the field that owns it as a whole, the rows section and the cell of a table it stands in.</summary>
internal sealed record BodyLine(IReadOnlyList<LinePiece> Pieces, string? Owner, XElement? Control, string? Section, CellPlace? Cell)
{
    /// <summary>All its text as the eye sees it.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Its text without placeholders.</summary>
    public string Value => string.Concat(Pieces.Where(piece => !piece.IsPlaceholder).Select(piece => piece.Text));

    /// <summary>True when no field owns any of it.</summary>
    public bool IsFixed => Owner is null && Pieces.All(piece => piece.Owner is null);

    /// <summary>The field that owns it, or else the first piece of it that has one.</summary>
    public string? FirstOwner => Owner ?? Pieces.FirstOrDefault(piece => piece.Owner is not null)?.Owner;
}

/// <summary>Walks a cleaned body and tells for every piece of text which field it belongs to: by tag, else by hidden bookmark, else by alias.</summary>
internal sealed class BodyLines
{
    private readonly HashSet<string> single;
    private readonly HashSet<string> columns;
    private readonly HashSet<string> sections;
    private readonly Dictionary<string, string> aliases;
    private readonly Dictionary<string, string> openBookmarks = [];
    private readonly TableCells cells = new();
    private readonly List<BodyLine> lines = [];
    private List<LinePiece>? current;

    private BodyLines(FormDefinition form)
    {
        single = [.. form.SingleFields.Select(field => field.Tag)];
        sections = [.. form.RowFields.Select(field => field.Tag)];
        columns = [.. form.RowFields.SelectMany(field => field.Columns).Select(field => field.Tag)];
        aliases = form.SingleFields.Concat(form.RowFields.SelectMany(field => field.Columns)).ToDictionary(field => field.Label, field => field.Tag);
    }

    public static IReadOnlyList<BodyLine> Read(FormDefinition form, XDocument document)
    {
        var reading = new BodyLines(form);
        if (document.Root?.Element(W + "body") is { } body)
        {
            reading.Walk(body, new Place(null, null, null, null, null, false));
        }

        return reading.lines;
    }

    private void Walk(XElement parent, Place place)
    {
        foreach (var element in parent.Elements().Where(element => element.Name.Namespace == W))
        {
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
                    OpenBookmark(element);
                    break;
                case "bookmarkEnd":
                    CloseBookmark((string?)element.Attribute(W + "id") ?? "");
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
        var outer = current;
        current = [];
        var (owner, section) = (OwnerOf(place), SectionOf(place));
        Walk(paragraph, place);
        lines.Add(new BodyLine(current, owner, place.Control, section ?? SectionOf(place), place.Cell));
        current = outer;
    }

    private void WalkControl(XElement control, Place place)
    {
        var tag = TagOf(control) ?? "";
        var showsPlaceholder = control.Element(W + "sdtPr")?.Element(W + "showingPlcHdr") is not null;
        var inside = place with { IsPlaceholder = place.IsPlaceholder || showsPlaceholder };
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
        }
    }

    private void OpenBookmark(XElement start)
    {
        var name = (string?)start.Attribute(W + "name") ?? "";
        if (name.StartsWith(BookmarkPrefix, StringComparison.Ordinal) && (string?)start.Attribute(W + "id") is { } id)
        {
            openBookmarks[id] = name[BookmarkPrefix.Length..];
        }
    }

    // LibreOffice starts a bookmark over several paragraphs twice, under two ids, and ends only the second.
    private void CloseBookmark(string id)
    {
        if (openBookmarks.TryGetValue(id, out var name))
        {
            foreach (var same in openBookmarks.Where(open => open.Value == name).Select(open => open.Key).ToList())
            {
                openBookmarks.Remove(same);
            }
        }
    }

    private void AddRun(XElement run, Place place)
    {
        var text = RunText(run);
        if (text.Length > 0)
        {
            var styled = (string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val") == PlaceholderStyle;
            current?.Add(new LinePiece(text, OwnerOf(place), place.Control, place.IsPlaceholder || styled));
        }
    }

    private string? OwnerOf(Place place) => place.Tag ?? openBookmarks.Values.FirstOrDefault(single.Contains) ?? place.Alias;

    private string? SectionOf(Place place) => place.Section ?? openBookmarks.Values.FirstOrDefault(sections.Contains);

    private static string RunText(XElement run)
    {
        var text = new StringBuilder();
        foreach (var element in run.Elements().Where(element => element.Name.Namespace == W))
        {
            text.Append(element.Name.LocalName switch
            {
                "t" => element.Value,
                "tab" or "ptab" => "\t",
                "br" when (string?)element.Attribute(W + "type") is null or "textWrapping" => "\n",
                "cr" => "\n",
                "noBreakHyphen" => "-",
                _ => "",
            });
        }

        return text.ToString();
    }

    private sealed record Place(string? Tag, string? Alias, XElement? Control, string? Section, CellPlace? Cell, bool IsPlaceholder);
}
