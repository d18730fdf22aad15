using System.Text;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Tags;

/// <summary>Where found values and rows are put: a document, or one item of a section.</summary>
internal sealed class TagScope
{
    private readonly List<TaggedValue> values = [];
    private readonly List<TaggedRows> rows = [];

    /// <summary>All that was found.</summary>
    public TaggedContent Content => new(values, rows);

    /// <summary>Keeps the place of a value whose text is still to be read.</summary>
    public int Open(string tag)
    {
        values.Add(new TaggedValue(tag, ""));
        return values.Count - 1;
    }

    /// <summary>Tells the text of an opened value.</summary>
    public void Close(int place, string text)
    {
        if (text.Length > 0)
        {
            values[place] = new TaggedValue(values[place].Tag, text);
        }
    }

    /// <summary>Opens a section; its items are put into the list given back.</summary>
    public List<TaggedContent> OpenRows(string tag)
    {
        var items = new List<TaggedContent>();
        rows.Add(new TaggedRows(tag, items));
        return items;
    }
}

/// <summary>The tags of a document as texts, each made once: rows repeat them in one order, so the next one is looked for behind the last.</summary>
internal sealed class TagNames
{
    private readonly List<(byte[] Bytes, string Text)> names = [];
    private int last;

    public string Of(ReadOnlySpan<byte> raw)
    {
        for (var step = 1; step <= names.Count; step++)
        {
            var place = (last + step) % names.Count;
            if (raw.SequenceEqual(names[place].Bytes))
            {
                last = place;
                return names[place].Text;
            }
        }

        var text = XmlLetters.Decode(raw);
        if (names.Count < 64)
        {
            names.Add((raw.ToArray(), text));
        }

        return text;
    }
}

/// <summary>The letters of the controls that are open, in one buffer: a control inside another shares those of the outer one.</summary>
/// <remarks>What is told of a control is a text of its own, so all of them together are bounded: else each level of a deep nesting tells everything once more.</remarks>
internal sealed class TagText
{
    private char[] letters = new char[256];
    private int told;

    /// <summary>How many letters there are; where those of a control begin.</summary>
    public int Length { get; private set; }

    /// <summary>How many controls are open; without one no letter is kept.</summary>
    public int Open { get; set; }

    public void Add(ReadOnlySpan<byte> raw)
    {
        if (Open == 0)
        {
            return;
        }

        if (raw.Contains((byte)'&'))
        {
            Add(XmlLetters.Decode(raw).AsSpan());
            return;
        }

        Ensure(raw.Length);
        Length += Encoding.UTF8.GetChars(raw, letters.AsSpan(Length));
    }

    public void Add(ReadOnlySpan<char> text)
    {
        if (Open > 0)
        {
            Ensure(text.Length);
            text.CopyTo(letters.AsSpan(Length));
            Length += text.Length;
        }
    }

    /// <summary>The letters from a place on, without paragraph ends in front; the last of the open controls lets all of them go.</summary>
    /// <param name="start">The place.</param>
    /// <param name="isTold">False when nobody is told them.</param>
    /// <exception cref="TooLargeException">More is told than a reading may keep.</exception>
    public string Close(int start, bool isTold)
    {
        var text = isTold ? Told(letters.AsSpan(start, Length - start).TrimStart('\n')) : "";
        Open--;
        Length = Open == 0 ? 0 : Length;
        return text;
    }

    private string Told(ReadOnlySpan<char> text)
    {
        told += text.Length;
        return told <= ReadingLimits.ToldLetters ? new string(text) : throw new TooLargeException("The controls tell too much.");
    }

    private void Ensure(int more)
    {
        if (letters.Length - Length < more)
        {
            Array.Resize(ref letters, Math.Max(letters.Length * 2, Length + more));
        }
    }
}
