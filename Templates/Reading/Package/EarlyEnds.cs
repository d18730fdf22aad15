using System.Buffers;

namespace HocTap.Office.Templates.Reading;

/// <summary>Puts end tags right that LibreOffice writes too early: of a tracked change that begins with a control it ends the change inside the control.</summary>
/// <remarks>
/// <c>&lt;w:ins&gt;&lt;w:sdt&gt;…&lt;w:sdtContent&gt;&lt;/w:ins&gt;…&lt;/w:sdtContent&gt;&lt;/w:sdt&gt;</c>: the end goes behind the control. Whatever else is wrong stays
/// wrong. One pass over the bytes, nothing kept but the names of open elements.
/// </remarks>
internal sealed class EarlyEnds(byte[] markup)
{
    private static readonly byte[][] Changes = ["w:ins"u8.ToArray(), "w:del"u8.ToArray(), "w:moveFrom"u8.ToArray(), "w:moveTo"u8.ToArray()];

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private readonly List<OpenElement> open = [];
    private readonly List<(int Place, byte[] Instead)> moves = [];

    /// <summary>The markup with these end tags in their places; null where it breaks in any other way or not at all.</summary>
    public static byte[]? PutRight(byte[] markup)
    {
        var ends = new EarlyEnds(markup);
        return ends.Walk() && ends.moves.Count > 0 ? ends.Moved() : null;
    }

    private bool Walk()
    {
        var place = 0;
        while (Next("<"u8, place) is >= 0 and var start)
        {
            var inner = markup.AsSpan(start + 1);
            var end = inner.StartsWith("!--"u8) ? After("-->"u8, start)
                : inner.StartsWith("![CDATA["u8) ? After("]]>"u8, start)
                : inner.StartsWith("?"u8) ? After("?>"u8, start)
                : inner.StartsWith("!"u8) ? -1 // a DTD
                : EndOfTag(start);
            if (end < 0 || (inner[0] is not ((byte)'!' or (byte)'?') && !Take(start, end)))
            {
                return false;
            }

            place = end;
        }

        return open.Count == 0;
    }

    private int Next(ReadOnlySpan<byte> words, int from) => markup.AsSpan(from).IndexOf(words) is >= 0 and var found ? from + found : -1;

    private int After(ReadOnlySpan<byte> words, int from) => Next(words, from) is >= 0 and var found ? found + words.Length : -1;

    // A tag ends at the first sharp bracket outside quotes.
    private int EndOfTag(int start)
    {
        var place = start;
        while (markup.AsSpan(place).IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is >= 0 and var found)
        {
            place += found + 1;
            var sign = markup[place - 1];
            if (sign == (byte)'>')
            {
                return place;
            }

            var closing = markup.AsSpan(place).IndexOf(sign);
            if (closing < 0)
            {
                return -1;
            }

            place += closing + 1;
        }

        return -1;
    }

    private bool Take(int start, int end)
    {
        if (markup[start + 1] == (byte)'/')
        {
            return Close(start, NameAt(start + 2, end));
        }

        if (markup[end - 2] != (byte)'/')
        {
            open.Add(new OpenElement(NameAt(start + 1, end).ToArray()));
        }

        return open.Count <= ReadingLimits.Depth;
    }

    private ReadOnlySpan<byte> NameAt(int start, int end)
    {
        var rest = markup.AsSpan(start..end);
        return rest[..rest.IndexOfAny(NameEnds)];
    }

    private bool Close(int start, ReadOnlySpan<byte> name)
    {
        if (open.Count > 0 && name.SequenceEqual(open[^1].Name))
        {
            open.RemoveAt(open.Count - 1);
            EndWhatWaits(start);
            return true;
        }

        if (!IsEarly(name))
        {
            return false;
        }

        open[^3].EndsBehindControl = true;
        moves.Add((start, []));
        return true;
    }

    private bool IsEarly(ReadOnlySpan<byte> name) => open.Count >= 3
        && open[^1].Name.AsSpan().SequenceEqual("w:sdtContent"u8) && open[^2].Name.AsSpan().SequenceEqual("w:sdt"u8)
        && name.SequenceEqual(open[^3].Name) && IsChange(name) && !open[^3].EndsBehindControl;

    private static bool IsChange(ReadOnlySpan<byte> name)
    {
        foreach (var change in Changes)
        {
            if (name.SequenceEqual(change))
            {
                return true;
            }
        }

        return false;
    }

    private void EndWhatWaits(int lastEnd)
    {
        if (open.Count > 0 && open[^1].EndsBehindControl)
        {
            moves.Add((EndOfTag(lastEnd), [.. "</"u8, .. open[^1].Name, .. ">"u8])); // its end was found before
            open.RemoveAt(open.Count - 1);
        }
    }

    private byte[] Moved()
    {
        using var result = new MemoryStream(markup.Length);
        var from = 0;
        foreach (var (place, instead) in moves)
        {
            result.Write(markup.AsSpan(from..place));
            result.Write(instead);
            from = instead.Length > 0 ? place : EndOfTag(place);
        }

        result.Write(markup.AsSpan(from));
        return result.ToArray();
    }

    private sealed class OpenElement(byte[] name)
    {
        public byte[] Name => name;

        public bool EndsBehindControl { get; set; }
    }
}
