using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What was found for one field: nothing at all, one text, or texts that contradict each other.</summary>
internal readonly record struct FoundText(bool Found, string Text, bool Contradicts)
{
    public static FoundText Nothing => new(false, "", false);

    public static FoundText Of(string text) => new(true, text, false);
}

/// <summary>Reads fields that stand inside a line: what is printed in their place, control and words beside it together.</summary>
internal sealed class SingleReader
{
    private readonly PaperFrame frame;
    private readonly WrittenPart? written;
    private readonly ILookup<string, string> owned;

    public SingleReader(IReadOnlyList<BodyLine> lines, PaperFrame frame, WrittenPart? written)
    {
        (this.frame, this.written) = (frame, written);
        owned = lines.SelectMany(line => line.Shape.Fields).ToLookup(part => part.Owner, part => part.Text);
    }

    public FoundText Read(FieldDefinition field)
    {
        var own = Owned(field);
        if (own.Contradicts || frame.PlaceOf(field.Tag) is not { } place)
        {
            return own;
        }

        var text = place.TextOf(field.Tag, part => Placeholders.IsOne(field, part.Text) ? "" : part.Text);
        return place.IsOwned(field.Tag) ? FoundText.Of(text) : WithoutControl(field, own, text);
    }

    // The place lost its control: its words count, unless the control went elsewhere and says something else.
    private FoundText WithoutControl(FieldDefinition field, FoundText own, string text)
    {
        if (own.Text.Length > 0)
        {
            return new FoundText(true, own.Text, text.Length > 0 && text != VietnameseText.Words(own.Text));
        }

        // Words alone have single spaces; the same words are the same value.
        var before = written?.Values[field.Tag] ?? "";
        return FoundText.Of(text == VietnameseText.Words(before) ? before : text);
    }

    private FoundText Owned(FieldDefinition field)
    {
        var copies = owned[field.Tag].Where(copy => !Placeholders.IsOne(field, copy)).Distinct().ToList();
        return owned.Contains(field.Tag) ? new FoundText(true, copies.FirstOrDefault() ?? "", copies.Count > 1) : FoundText.Nothing;
    }
}
