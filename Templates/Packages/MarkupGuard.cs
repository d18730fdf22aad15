using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Packages;

/// <summary>Passes XML on to a parser and refuses a tag or a section longer than any program writes: parsers hold them whole, and twice as much while they grow.</summary>
/// <remarks>Follows quotes, comments, sections and instructions as a parser does. Where the bytes are no UTF-8 it bounds the part instead.</remarks>
internal sealed class MarkupGuard(Stream source) : ReadOnlyStream
{
    private State state = State.Start;
    private byte quote;
    private int tag;
    private int matched;
    private long total;

    private enum State
    {
        Start,
        OtherEncoding,
        Text,
        Opened,
        Tag,
        Quote,
        Declaration,
        Comment,
        Section,
        Instruction,
    }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        Look(buffer[..read]);
        total += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (state == State.Start && bytes.Length > 0)
        {
            // UTF-16 and UTF-32 begin with a mark or have a zero in their first letter.
            state = bytes[0] is 0xFE or 0xFF || bytes[..Math.Min(4, bytes.Length)].Contains((byte)0) ? State.OtherEncoding : State.Text;
        }

        if (state == State.OtherEncoding)
        {
            if (total + bytes.Length > ReadingLimits.OtherEncoding)
            {
                throw new TooLargeException("The XML has too many letters.");
            }

            return;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (state == State.Text)
            {
                var next = bytes[i..].IndexOf((byte)'<');
                if (next < 0)
                {
                    return;
                }

                (i, state, tag, matched) = (i + next, State.Opened, 0, 0);
            }
            else
            {
                Step(bytes[i]);
            }
        }
    }

    private void Step(byte letter)
    {
        switch (state)
        {
            case State.Opened:
                state = letter switch { (byte)'!' => State.Declaration, (byte)'?' => State.Instruction, _ => State.Tag };
                break;
            case State.Tag when letter == '>':
                state = State.Text;
                break;
            case State.Tag when letter is (byte)'"' or (byte)'\'':
                (state, quote) = (State.Quote, letter);
                break;
            case State.Quote when letter == quote:
                state = State.Tag;
                break;
            case State.Declaration:
                state = letter switch { (byte)'-' when matched == 1 => State.Comment, (byte)'[' => State.Section, (byte)'>' => State.Text, _ => State.Declaration };
                matched = state == State.Declaration && letter == '-' ? 1 : 0;
                break;
            case State.Comment:
                Close(letter, (byte)'-', 2);
                break;
            case State.Section:
                Close(letter, (byte)']', 2);
                break;
            case State.Instruction:
                Close(letter, (byte)'?', 1);
                break;
            default:
                break;
        }

        if (state is State.Tag or State.Quote or State.Declaration or State.Section or State.Instruction && ++tag > ReadingLimits.Tag)
        {
            throw new TooLargeException("A tag of the XML is too long.");
        }
    }

    // «-->», «]]>», «?>»: so many marks and a bracket; one mark too many counts as well.
    private void Close(byte letter, byte mark, int marks)
    {
        if (letter == '>' && matched >= marks)
        {
            state = State.Text;
        }

        matched = letter == mark ? matched + 1 : 0;
    }
}
