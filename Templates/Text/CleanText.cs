using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HocTap.Office.Templates.Text;

/// <summary>Tells at a glance which texts are in normal form already, as nearly all are: they need not be taken apart letter by letter.</summary>
internal static class CleanText
{
    /// <summary>True for one line that <see cref="VietnameseText.OneLine"/> would not change. False says nothing.</summary>
    public static bool IsLine(ReadOnlySpan<char> text) =>
        !HasLooseEnds(text) && text.IndexOfAnyInRange('\u0000', '\u001F') < 0 && HasOnlyPlainLetters(text);

    /// <summary>True for paragraphs that <see cref="VietnameseText.Paragraphs"/> would not change. False says nothing.</summary>
    public static bool IsParagraphs(ReadOnlySpan<char> text)
    {
        for (var rest = text; ;)
        {
            var end = rest.IndexOfAnyInRange('\u0000', '\u001F');
            if (end < 0)
            {
                return (rest.Length == text.Length || rest.Length > 0) && !EndsLoosely(rest) && HasOnlyPlainLetters(text);
            }

            // Empty lines and tabs are rare enough to be looked at closely.
            if (rest[end] != '\n' || end == 0 || EndsLoosely(rest[..end]))
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }
    }

    /// <summary>True for Latin letters with their Vietnamese marks and the dashes and quotation marks of print: composed, and none a letter we leave out. False says nothing.</summary>
    public static bool HasOnlyPlainLetters(ReadOnlySpan<char> text)
    {
        var letters = MemoryMarshal.Cast<char, ushort>(text);
        if (letters.Length < Vector128<ushort>.Count)
        {
            return HasOnlyPlainLettersOneByOne(text);
        }

        var strange = Vector128<ushort>.Zero;
        for (var rest = letters; rest.Length > Vector128<ushort>.Count; rest = rest[Vector128<ushort>.Count..])
        {
            strange |= Strange(Vector128.Create(rest));
        }

        // The last ones once more, whichever were looked at already.
        return (strange | Strange(Vector128.Create(letters[^Vector128<ushort>.Count..]))) == Vector128<ushort>.Zero;
    }

    private static Vector128<ushort> Strange(Vector128<ushort> letters) =>
        IsIn(letters, 0x7F, 0x9F) | Vector128.Equals(letters, Vector128.Create((ushort)0xAD)) | IsIn(letters, 0x300, 0x1DFF)
        | (IsIn(letters, 0x1F00, 0xFFFF) & ~IsIn(letters, 0x2010, 0x2027));

    private static Vector128<ushort> IsIn(Vector128<ushort> letters, ushort first, ushort last) =>
        Vector128.LessThanOrEqual(letters - Vector128.Create(first), Vector128.Create((ushort)(last - first)));

    private static bool HasOnlyPlainLettersOneByOne(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is (>= '\u007F' and <= '\u009F') or '\u00AD' or (>= '\u0300' and <= '\u1DFF') or (>= '\u1F00' and not (>= '\u2010' and <= '\u2027')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLooseEnds(ReadOnlySpan<char> text) => text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    private static bool EndsLoosely(ReadOnlySpan<char> text) => text.Length > 0 && char.IsWhiteSpace(text[^1]);
}
