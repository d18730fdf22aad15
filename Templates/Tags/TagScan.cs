using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Tags;

/// <summary>Finds the tagged controls in one pass over the bytes of a part, and vouches that it embeds and fetches nothing.</summary>
/// <remarks>
/// What would need a tree to be read rightly (tracked deletions, hidden text, alternative contents, fields, text boxes) makes it give up: a caller then
/// takes <see cref="TagTree"/>, which tells the same of all that this one reads.
/// </remarks>
internal ref struct TagScan
{
    private readonly TagNames tags;
    private readonly TagText text;
    private readonly bool isJudged;
    private XmlScanner xml;
    private bool given;

    private TagScan(ReadOnlySpan<byte> part, TagNames tags, TagText text, bool isJudged)
    {
        xml = new XmlScanner(part, ReadingLimits.ScannedNodes);
        (this.tags, this.text, this.isJudged) = (tags, text, isJudged);
    }

    /// <summary>Adds what a part tells; false when it cannot be told this way.</summary>
    /// <param name="scope">Where to.</param>
    /// <param name="part">The part.</param>
    /// <param name="tags">The tags met so far.</param>
    /// <param name="text">The letters of the document.</param>
    /// <param name="isJudged">True when others have seen that its fields fetch nothing.</param>
    /// <exception cref="TooLargeException">More is told than a reading may keep.</exception>
    public static bool Into(TagScope scope, ReadOnlySpan<byte> part, TagNames tags, TagText text, bool isJudged)
    {
        var scan = new TagScan(part, tags, text, isJudged);
        while (scan.Next())
        {
            scan.Take(scope, null);
        }

        return !scan.given && !scan.xml.Refused;
    }

    private bool Next() => !given && xml.Read();

    // Inside an element of that depth, up to its end.
    private bool NextIn(int depth) => Next() && !(xml.Token == XmlToken.End && xml.Depth == depth);

    private void Take(TagScope scope, List<TaggedContent>? section)
    {
        if (xml.Token is XmlToken.Start or XmlToken.Empty)
        {
            TakeElement(scope, section);
        }
    }

    private void TakeElement(TagScope scope, List<TaggedContent>? section)
    {
        var name = xml.Name;
        if (!name.StartsWith("w:"u8))
        {
            given = TagWords.IsDoubtful(name);
            return;
        }

        switch (TagWords.Of(name[2..]))
        {
            case TagWord.Control when xml.Token == XmlToken.Start:
                TakeControl(scope, section);
                break;
            case TagWord.Text:
                TakeText();
                break;
            case TagWord.Paragraph:
                // Also before the first one of a control: taken off at its end.
                text.Add("\n");
                break;
            case TagWord.Tab:
                text.Add("\t");
                break;
            case TagWord.Break:
                text.Add("\n");
                break;
            case TagWord.Hyphen:
                text.Add("-");
                break;
            case TagWord.Properties:
                SkipProperties();
                break;
            case TagWord.Doubtful:
                given = true;
                break;
            case TagWord.Field:
                given = !isJudged;
                break;
            default:
                break;
        }
    }

    private void TakeControl(TagScope scope, List<TaggedContent>? section)
    {
        var (depth, control, isKnown) = (xml.Depth, default(TagControl), false);
        while (NextIn(depth))
        {
            if (xml.Token == XmlToken.Start && !isKnown && xml.Name.SequenceEqual("w:sdtPr"u8))
            {
                (control, isKnown) = (ReadProperties(), true);
            }
            else if (xml.Token == XmlToken.Start && isKnown && xml.Name.SequenceEqual("w:sdtContent"u8))
            {
                TakeContent(scope, section, control);
            }
            else if (xml.Token != XmlToken.Text && !xml.Name.SequenceEqual("w:sdtEndPr"u8))
            {
                given = true;
            }
            else
            {
                SkipProperties();
            }
        }
    }

    private void TakeContent(TagScope scope, List<TaggedContent>? section, TagControl control)
    {
        if (control.IsSection)
        {
            TakeAll(scope, scope.OpenRows(control.Tag ?? ""));
        }
        else if (control.IsItem && section is not null)
        {
            var item = new TagScope();
            TakeAll(item, null);
            section.Add(item.Content);
        }
        else if (control.Tag is { } tag)
        {
            var (place, start) = (scope.Open(tag), text.Length);
            text.Open++;
            TakeAll(scope, section);
            scope.Close(place, text.Close(start, isTold: !control.ShowsPrompt));
        }
        else
        {
            TakeAll(scope, section);
        }
    }

    private void TakeAll(TagScope scope, List<TaggedContent>? section)
    {
        var depth = xml.Depth;
        while (NextIn(depth))
        {
            Take(scope, section);
        }
    }

    private TagControl ReadProperties()
    {
        var (depth, control) = (xml.Depth, default(TagControl));
        while (NextIn(depth))
        {
            var name = xml.Name;
            given = TagWords.IsWrapper(name);
            if (xml.Depth != depth + 1 || xml.Token is not (XmlToken.Start or XmlToken.Empty))
            {
                continue;
            }

            control = name.SequenceEqual("w:tag"u8) && xml.TryAttribute("w:val"u8, out var tag) ? control with { Tag = tags.Of(tag) }
                : name.SequenceEqual("w:showingPlcHdr"u8) ? control with { ShowsPrompt = true }
                : name.SequenceEqual("w15:repeatingSection"u8) ? control with { IsSection = true }
                : name.SequenceEqual("w15:repeatingSectionItem"u8) ? control with { IsItem = true }
                : control;
        }

        return control;
    }

    // Hidden text and tracked marks are told by properties.
    private void SkipProperties()
    {
        if (xml.Token == XmlToken.Start)
        {
            var depth = xml.Depth;
            while (NextIn(depth))
            {
                given = xml.Token != XmlToken.Text && (TagWords.IsWrapper(xml.Name) || TagWords.Of(xml.Name[2..]) == TagWord.Doubtful);
            }
        }
    }

    private void TakeText()
    {
        if (xml.Token == XmlToken.Start)
        {
            var depth = xml.Depth;
            while (NextIn(depth))
            {
                given = xml.Token != XmlToken.Text;
                text.Add(xml.Raw);
            }
        }
    }
}

/// <summary>What the properties of a control tell.</summary>
internal readonly record struct TagControl(string? Tag, bool ShowsPrompt, bool IsSection, bool IsItem);
