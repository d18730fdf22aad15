namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>What is around the controls of a part. It is looked through once, when the first control that holds nothing asks.</summary>
/// <param name="xml">The part.</param>
internal sealed class ControlParents(byte[] xml)
{
    private Dictionary<int, ContentPlace>? places;

    /// <summary>What the control that starts there stands around.</summary>
    public ContentPlace PlaceAt(int start) => (places ??= Read())[start];

    private Dictionary<int, ContentPlace> Read()
    {
        var (found, open) = (new Dictionary<int, ContentPlace>(), new Stack<ContentPlace>([ContentPlace.Runs]));
        var tags = new MarkupTags(xml);
        while (tags.MoveNext())
        {
            if (tags.IsEnd)
            {
                open.Pop();
                continue;
            }

            if (tags.Name.SequenceEqual("w:sdt"u8))
            {
                found[tags.Start] = open.Peek();
            }

            if (!tags.IsEmpty)
            {
                open.Push(ContentPlaces.IsWrapper(tags.Name) ? open.Peek() : ContentPlaces.ByParent(tags.Name));
            }
        }

        return found;
    }
}
