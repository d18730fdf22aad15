using System.Buffers;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>Writes text of people as XML text or as the value of an attribute: always letters, never markup.</summary>
/// <remarks>What XML cannot carry is left out, half a pair becomes U+FFFD, and letters are composed (NFC).</remarks>
internal static class XmlEscape
{
    private static readonly SearchValues<char> InText = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (char)value), '<', '>', '&']);
    private static readonly SearchValues<char> InValue = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (char)value), '<', '>', '&', '"']);

    /// <summary>Writes a text.</summary>
    public static void Text(Utf8Buffer output, string text) => Text(output, VietnameseText.Composed(text).AsSpan());

    /// <summary>Writes a text that is composed already, see <see cref="VietnameseText.Composed"/>.</summary>
    public static void Text(Utf8Buffer output, ReadOnlySpan<char> text) => Write(output, text, InText);

    /// <summary>Writes the value of an attribute in double quotes.</summary>
    public static void Value(Utf8Buffer output, string text) => Write(output, VietnameseText.Composed(text).AsSpan(), InValue);

    private static void Write(Utf8Buffer output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var found = text.IndexOfAny(special); found >= 0; found = text.IndexOfAny(special))
        {
            output.Write(text[..found]);
            output.Write(InsteadOf(text[found]));
            text = text[(found + 1)..];
        }

        output.Write(text);
    }

    private static ReadOnlySpan<byte> InsteadOf(char letter) => letter switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#9;"u8,
        '\n' => "&#10;"u8,
        _ => default,
    };
}
