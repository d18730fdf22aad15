using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

internal ref partial struct QuickBody
{
    private void TakeControl(in Place place)
    {
        var (control, hasProperties, hasContent) = (default(ControlLook), false, false);
        if (!Enter(out var depth))
        {
            return;
        }

        while (NextTagIn(depth))
        {
            switch (WordNames.Of(xml.Name))
            {
                case WordName.ControlProperties when !hasProperties && !hasContent:
                    (control, hasProperties) = (ReadControl(), true);
                    break;
                case WordName.ControlContent:
                    hasContent = true;
                    given |= pieces is not null && control.Tag is null; // LibreOffice drops tags and may have torn the control
                    var inside = Inside(place, control);
                    Walk(inside);
                    emptied.Pass(OwnerOf(inside), inside.Control);
                    break;
                default:
                    SkipLook();
                    break;
            }
        }
    }

    private readonly Place Inside(in Place place, in ControlLook control)
    {
        var inside = place with { ShowsPlaceholder = place.ShowsPlaceholder || control.ShowsPrompt };
        var tag = control.Tag ?? "";
        return shape.Sections.Contains(tag) ? inside with { Section = tag }
            : shape.Singles.Contains(tag) || shape.Columns.Contains(tag) ? inside with { Tag = tag, Control = place.Tag == tag ? place.Control : control.Element }
            : shape.Aliases.TryGetValue(control.Alias ?? "", out var known) ? inside with { Alias = known, Control = place.Control ?? control.Element }
            : inside;
    }

    private ControlLook ReadControl()
    {
        var control = new ControlLook(null, null, false, new XElement(W + "sdt"));
        if (!Enter(out var depth))
        {
            return control;
        }

        while (NextTagIn(depth))
        {
            switch (WordNames.Of(xml.Name))
            {
                case WordName.Tag when control.Tag is null && xml.Token == XmlToken.Empty:
                    control = control with { Tag = Value("w:val"u8) ?? "" };
                    break;
                case WordName.Alias when control.Alias is null && xml.Token == XmlToken.Empty:
                    control = control with { Alias = Value("w:val"u8) ?? "" };
                    break;
                case WordName.ShowsPrompt when xml.Token == XmlToken.Empty:
                    control = control with { ShowsPrompt = true };
                    break;
                case WordName.RunProperties:
                    _ = ReadRunStyle();
                    break;
                default:
                    SkipLook();
                    break;
            }
        }

        return control;
    }

    private void OpenBookmark()
    {
        given |= xml.Token != XmlToken.Empty;
        if (xml.TryAttribute("w:name"u8, out var name) && name.StartsWith("_ht_"u8))
        {
            var id = Value("w:id"u8);
            given |= id is null;
            started.Add(id ?? "");
            bookmarks.Open(texts.Of(name)[BookmarkPrefix.Length..], id);
        }
    }

    private void CloseBookmark()
    {
        given |= xml.Token != XmlToken.Empty;
        var id = Value("w:id"u8) ?? "";
        ends.Add(id);
        bookmarks.Close(id);
    }

    /// <summary>What the properties of a control tell; the element stands for the control, which is told from others by it.</summary>
    private readonly record struct ControlLook(string? Tag, string? Alias, bool ShowsPrompt, XElement? Element);
}
