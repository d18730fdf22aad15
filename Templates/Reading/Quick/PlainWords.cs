using System.Buffers;
using System.Text;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The words of the paragraphs of a body exactly as we write it, found without telling anything else in it apart.</summary>
internal static class PlainWords
{
    /// <summary>Writes each paragraph that has words as a line break and its words, in UTF-8.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="body">A body that is known to be ours, byte for byte.</param>
    public static void WriteTo(IBufferWriter<byte> output, ReadOnlySpan<byte> body)
    {
        var line = new ArrayBufferWriter<char>(1024);
        for (var at = body.IndexOf((byte)'<'); at >= 0;)
        {
            var tag = body[(at + 1)..];
            if (tag.StartsWith("w:t"u8))
            {
                TakeText(line, tag);
            }
            else if (tag.StartsWith("/w:p>"u8))
            {
                WriteLine(output, line.WrittenSpan);
                line.ResetWrittenCount();
            }
            else if (tag.StartsWith("w:br"u8) && tag[4] is (byte)'/' or (byte)' ')
            {
                line.Write("\n");
            }

            at = tag.IndexOf((byte)'<') is >= 0 and var next ? at + 1 + next : -1;
        }
    }

    // Of the tabs only those in a run have no attributes: the others say where a paragraph's tabs stop.
    private static void TakeText(ArrayBufferWriter<char> line, ReadOnlySpan<byte> tag)
    {
        if (tag.StartsWith("w:tab/>"u8) || tag.StartsWith("w:tab />"u8))
        {
            line.Write("\t");
        }
        else if (tag[3] is (byte)'>' or (byte)' ')
        {
            var letters = tag[(tag.IndexOf((byte)'>') + 1)..];
            letters = letters[..letters.IndexOf((byte)'<')];
            if (letters.Contains((byte)'&'))
            {
                line.Write(XmlLetters.Decode(letters));
            }
            else
            {
                line.Advance(Encoding.UTF8.GetChars(letters, line.GetSpan(letters.Length)));
            }
        }
    }

    private static void WriteLine(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        if (!VietnameseText.AreWords(text))
        {
            text = VietnameseText.Words(text.ToString());
        }

        if (text.Length > 0)
        {
            output.Write("\n"u8);
            Encoding.UTF8.GetBytes(text, output);
        }
    }
}
