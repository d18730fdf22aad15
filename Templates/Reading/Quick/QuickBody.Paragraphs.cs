using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

internal ref partial struct QuickBody
{
    private void TakeParagraph(in Place place)
    {
        var (owner, section, look, isFirst) = (OwnerOf(place), place.Section ?? bookmarks.Section, default(ParagraphLook), true);
        pieces = [];
        emptied.Begin(owner, place.Control);
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                if (isFirst && WordNames.Of(xml.Name) == WordName.ParagraphProperties)
                {
                    look = ReadLook();
                }
                else
                {
                    Take(place);
                }

                isFirst = false;
            }
        }

        given |= parts.Hides(look.Style);
        List<Unread> unread = [];
        BodyLines.AddNumber(counter.NextOf(NumberingOf(look)), owner, pieces, unread);
        emptied.AddTo(pieces);
        lines.Add(new BodyLine(pieces, owner, place.Control, section ?? place.Section ?? bookmarks.Section, place.Cell, parts.StyleNamed(look.Style), unread));
        bookmarks.EndOfParagraph();
        pieces = null;
    }

    private readonly XElement? NumberingOf(in ParagraphLook look) => look.IsNumbered
        ? new XElement(W + "numPr", look.Level is null ? null : new XElement(W + "ilvl", Val(look.Level)), look.List is null ? null : new XElement(W + "numId", Val(look.List)))
        : parts.NumberingOfStyle(look.Style);

    private ParagraphLook ReadLook()
    {
        var look = default(ParagraphLook);
        if (!Enter(out var depth))
        {
            return look;
        }

        while (NextTagIn(depth))
        {
            switch (WordNames.Of(xml.Name))
            {
                case WordName.Style when look.Style is null && xml.Token == XmlToken.Empty:
                    look = look with { Style = Value("w:val"u8) ?? "" };
                    break;
                case WordName.Numbering when !look.IsNumbered:
                    look = ReadNumbering(look with { IsNumbered = true });
                    break;
                case WordName.RunProperties:
                    _ = ReadRunStyle();
                    break;
                default:
                    SkipLook();
                    break;
            }
        }

        return look;
    }

    private ParagraphLook ReadNumbering(ParagraphLook look)
    {
        if (!Enter(out var depth))
        {
            return look;
        }

        while (NextTagIn(depth))
        {
            var name = Leaf();
            given |= !(name == WordName.Level && look.Level is null) && !(name == WordName.List && look.List is null);
            look = name == WordName.Level ? look with { Level = Value("w:val"u8) ?? "" } : look with { List = Value("w:val"u8) ?? "" };
        }

        return look;
    }

    private void TakeRun(in Place place)
    {
        var (text, style, hasStyle) = ("", (string?)null, false);
        if (!Enter(out var depth))
        {
            return;
        }

        while (NextTagIn(depth))
        {
            if (!hasStyle && WordNames.Of(xml.Name) == WordName.RunProperties)
            {
                (style, hasStyle) = (ReadRunStyle(), true);
            }
            else
            {
                text += ReadLetters();
            }
        }

        given |= parts.Hides(style);
        if (text.Length > 0)
        {
            pieces!.Add(new LinePiece(text, OwnerOf(place), place.Control, style == PlaceholderStyle && place.ShowsPlaceholder)); // Take has looked
        }
    }

    private string ReadLetters()
    {
        switch (WordNames.Of(xml.Name))
        {
            case WordName.Text:
                return ReadText();
            case WordName.Tab when xml.Token == XmlToken.Empty:
                return "\t";
            case WordName.Break when xml.Token == XmlToken.Empty:
                return "\n";
            case WordName.Hyphen when xml.Token == XmlToken.Empty:
                return "-";
            default:
                SkipLook();
                return "";
        }
    }

    private string ReadText()
    {
        var text = "";
        if (Enter(out var depth))
        {
            while (Next() && !(xml.Token == XmlToken.End && xml.Depth == depth))
            {
                text = XmlLetters.Decode(xml.Raw);
                given |= xml.Token != XmlToken.Text || text.Contains('\n', StringComparison.Ordinal);
            }
        }

        return text;
    }

    private string? ReadRunStyle()
    {
        var style = (string?)null;
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                if (style is null && Leaf() == WordName.RunStyle)
                {
                    style = Value("w:val"u8) ?? "";
                }
                else
                {
                    SkipLook();
                }
            }
        }

        return style;
    }

    private readonly record struct ParagraphLook(string? Style, bool IsNumbered, string? Level, string? List);
}
