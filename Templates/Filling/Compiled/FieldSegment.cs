using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A control with a tag: as it stands while nothing is given for it, else with the text given.</summary>
/// <param name="tag">The tag.</param>
/// <param name="standing">The whole control as it stands.</param>
/// <param name="head">The control up to its content, no longer showing a prompt.</param>
/// <param name="content">How a text is written into it.</param>
/// <param name="tail">The rest, from the end of the content on.</param>
/// <param name="showsPrompt">True when what stands is a prompt, so that it stands for an empty text too.</param>
internal sealed class FieldSegment(string tag, Segment[] standing, Segment[] head, FieldContent content, Literal tail, bool showsPrompt) : Segment
{
    public string Tag => tag;

    public override void Write(FillState run)
    {
        if (!run.Values.TryGetText(tag, out var text) || (text.Length == 0 && showsPrompt))
        {
            WriteAll(standing, run);
            return;
        }

        WriteAll(head, run);
        content.Write(run, text);
        tail.Write(run);
    }

    public override bool Record(RowRecorder recorder)
    {
        recorder.Begin(this);
        return RecordAll(head, recorder) && content.Record(recorder) && tail.Record(recorder) && recorder.End();
    }
}

/// <summary>The content of a filled control: runs in one paragraph, or a paragraph for each line.</summary>
/// <param name="before">What stands in front of the first paragraph or run (the properties of a cell).</param>
/// <param name="paragraph">The start of a paragraph with its properties; empty when the control stands inside one.</param>
/// <param name="run">The start of a run with its properties.</param>
/// <param name="after">What stands behind the last paragraph or run.</param>
internal sealed class FieldContent(byte[] before, Segment[] paragraph, byte[] run, byte[] after)
{
    private static ReadOnlySpan<byte> LettersStart => "<w:t xml:space=\"preserve\">"u8;

    private static ReadOnlySpan<byte> LettersEnd => "</w:t>"u8;

    private static ReadOnlySpan<byte> RunEnd => "</w:r>"u8;

    private static ReadOnlySpan<byte> ParagraphEnd => "</w:p>"u8;

    public void Write(FillState filling, string text)
    {
        filling.Output.Write(before);
        var rest = VietnameseText.Composed(text).AsSpan();
        if (paragraph.Length == 0)
        {
            WriteRun(filling.Output, rest);
        }
        else
        {
            WriteParagraphs(filling, rest);
        }

        filling.Output.Write(after);
    }

    /// <summary>One line of letters.</summary>
    public bool Record(RowRecorder recorder) =>
        recorder.Add(before) && Segment.RecordAll(paragraph, recorder) && recorder.Add(run) && recorder.Add(LettersStart) && recorder.Add(RowHole.Text)
        && recorder.Add(LettersEnd) && recorder.Add(RunEnd) && recorder.Add(paragraph.Length == 0 ? [] : ParagraphEnd) && recorder.Add(after);

    private void WriteParagraphs(FillState filling, ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            WriteParagraph(filling, text[..end].TrimEnd('\r'));
            text = text[(end + 1)..];
        }

        WriteParagraph(filling, text);
    }

    private void WriteParagraph(FillState filling, ReadOnlySpan<char> line)
    {
        Segment.WriteAll(paragraph, filling);
        if (line.Length > 0)
        {
            WriteRun(filling.Output, line);
        }

        filling.Output.Write(ParagraphEnd);
    }

    // Tabs and line ends are Word's own signs.
    private void WriteRun(Utf8Buffer output, ReadOnlySpan<char> text)
    {
        output.Write(run);
        for (var sign = text.IndexOfAny('\t', '\n'); sign >= 0; sign = text.IndexOfAny('\t', '\n'))
        {
            WriteLetters(output, text[..sign].TrimEnd('\r'));
            output.Write(text[sign] == '\t' ? "<w:tab/>"u8 : "<w:br/>"u8);
            text = text[(sign + 1)..];
        }

        WriteLetters(output, text);
        output.Write(RunEnd);
    }

    private static void WriteLetters(Utf8Buffer output, ReadOnlySpan<char> letters)
    {
        if (letters.Length > 0)
        {
            output.Write(LettersStart);
            XmlEscape.Text(output, letters);
            output.Write(LettersEnd);
        }
    }
}
