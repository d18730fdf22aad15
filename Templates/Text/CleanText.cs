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
        if (text.IndexOfAnyInRange('\u007F', '\u009F') >= 0 || text.Contains('\u00AD') || text.IndexOfAnyInRange('\u0300', '\u1DFF') >= 0)
        {
            return false;
        }

        for (var found = text.IndexOfAnyInRange('\u1F00', '\uFFFF'); found >= 0; found = text.IndexOfAnyInRange('\u1F00', '\uFFFF'))
        {
            if (text[found] is not (>= '\u2010' and <= '\u2027'))
            {
                return false;
            }

            text = text[(found + 1)..];
        }

        return true;
    }

    private static bool HasLooseEnds(ReadOnlySpan<char> text) => text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    private static bool EndsLoosely(ReadOnlySpan<char> text) => text.Length > 0 && char.IsWhiteSpace(text[^1]);
}
