using System.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>Tells how a text file is encoded, by its byte order mark or by where its zero bytes are. Bytes that are no text throw while it is read: they would print as wrong letters in an official paper.</summary>
internal static class TextEncoding
{
    private const int BytesOfSample = 4096;

    /// <summary>The strict encoding of a file.</summary>
    public static Encoding Of(string path)
    {
        Span<byte> sample = stackalloc byte[BytesOfSample];
        using var stream = File.OpenRead(path);
        return Of(sample[..stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)]);
    }

    private static Encoding Of(ReadOnlySpan<byte> sample) => sample switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        _ => WithoutMark(sample),
    };

    // Every head has ASCII letters, whose other half is zero in UTF-16; no text in UTF-8 has a zero.
    private static Encoding WithoutMark(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == 0)
            {
                (even, odd) = at % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        return even + odd == 0
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
            : new UnicodeEncoding(bigEndian: even > odd, byteOrderMark: false, throwOnInvalidBytes: true);
    }
}
