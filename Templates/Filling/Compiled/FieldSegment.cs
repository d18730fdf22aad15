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
    public override void Write(FillRun run)
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
}

/// <summary>The content of a filled control: runs in one paragraph, or a paragraph for each line.</summary>
/// <param name="before">What stands in front of the first paragraph or run (the properties of a cell).</param>
/// <param name="paragraph">The start of a paragraph with its properties; empty when the control stands inside one.</param>
/// <param name="run">The start of a run with its properties.</param>
/// <param name="after">What stands behind the last paragraph or run.</param>
internal sealed class FieldContent(byte[] before, Segment[] paragraph, byte[] run, byte[] after)
{
    public void Write(FillRun filling, string text)
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

    private void WriteParagraphs(FillRun filling, ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            WriteParagraph(filling, text[..end].TrimEnd('\r'));
            text = text[(end + 1)..];
        }

        WriteParagraph(filling, text);
    }

    private void WriteParagraph(FillRun filling, ReadOnlySpan<char> line)
    {
        Segment.WriteAll(paragraph, filling);
        if (line.Length > 0)
        {
            WriteRun(filling.Output, line);
        }

        filling.Output.Write("</w:p>"u8);
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
        output.Write("</w:r>"u8);
    }

    private static void WriteLetters(Utf8Buffer output, ReadOnlySpan<char> letters)
    {
        if (letters.Length > 0)
        {
            output.Write("<w:t xml:space=\"preserve\">"u8);
            XmlEscape.Text(output, letters);
            output.Write("</w:t>"u8);
        }
    }
}
