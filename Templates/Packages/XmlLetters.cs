using System.Buffers;
using System.Globalization;
using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>The letters of UTF-8 XML: how far text, names and values reach, and what references stand for.</summary>
internal static class XmlLetters
{
    // 0xEF begins the two letters above all others that XML forbids, and many it allows.
    private static readonly SearchValues<byte> Doubtful = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not (0x09 or 0x0A)).Select(value => (byte)value), 0xEF]);

    private static readonly SearchValues<byte> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:"u8);

    private static readonly SearchValues<byte> InText = SearchValues.Create("<&]"u8);
    private static readonly SearchValues<byte> InDouble = SearchValues.Create("\"<&\t\n"u8);
    private static readonly SearchValues<byte> InSingle = SearchValues.Create("'<&\t\n"u8);

    public static bool IsWhite(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\t';

    public static bool IsWhite(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept((byte)' ', (byte)'\n', (byte)'\t') < 0;

    /// <summary>True when there are letters that XML forbids, or a carriage return, which XmlReader would turn into something else.</summary>
    public static bool HasForbidden(ReadOnlySpan<byte> xml)
    {
        for (var rest = xml; rest.IndexOfAny(Doubtful) is >= 0 and var found; rest = rest[(found + 3)..])
        {
            // UTF-8 was checked before: 0xEF begins three bytes.
            if (rest[found] != 0xEF || (rest[found + 1] == 0xBF && rest[found + 2] >= 0xBE))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of a qualified name; 0 when there is none, or one with letters beyond ASCII.</summary>
    public static int NameLength(ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOfAnyExcept(NameLetters);
        if (length <= 0 || rest[length] >= 0x80 || !StartsName(rest[0]))
        {
            return 0;
        }

        var colon = rest[..length].IndexOf((byte)':');
        return colon < 0 || (colon + 1 < length && StartsName(rest[colon + 1]) && rest[(colon + 1)..length].IndexOf((byte)':') < 0) ? length : 0;
    }

    /// <summary>The length of the text up to the next tag or the end; -1 when it is no text.</summary>
    public static int TextLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (rest[at..].IndexOfAny(InText) is >= 0 and var found)
        {
            at += found;
            if (rest[at] == '<')
            {
                return at;
            }

            var step = rest[at] == ']' ? (rest[at..].StartsWith("]]>"u8) ? 0 : 1) : Reference(rest[at..], out _);
            if (step == 0)
            {
                return -1;
            }

            at += step;
        }

        return rest.Length;
    }

    /// <summary>The length of an attribute's value up to its quote; -1 when it has none, or white space other than blanks.</summary>
    public static int ValueLength(ReadOnlySpan<byte> rest, byte quote)
    {
        var at = 0;
        while (rest[at..].IndexOfAny(quote == '"' ? InDouble : InSingle) is >= 0 and var found)
        {
            at += found;
            if (rest[at] == quote)
            {
                return at;
            }

            var step = rest[at] == '&' ? Reference(rest[at..], out _) : 0;
            if (step == 0)
            {
                return -1;
            }

            at += step;
        }

        return -1;
    }

    /// <summary>Text or a value as it stands, as letters.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var reference = raw.IndexOf((byte)'&');
        if (reference < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (reference >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..reference]));
            var length = Reference(raw[reference..], out var letter);
            text.Append(letter.ToString());
            raw = raw[(reference + length)..];
            reference = raw.IndexOf((byte)'&');
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    private static bool StartsName(byte letter) => char.IsAsciiLetter((char)letter) || letter == '_';

    // The length of the reference at the front; 0 when it is none.
    private static int Reference(ReadOnlySpan<byte> rest, out Rune letter)
    {
        letter = default;
        var end = rest[..Math.Min(rest.Length, 12)].IndexOf((byte)';');
        if (end < 2)
        {
            return 0;
        }

        var name = rest[1..end];
        var named = name switch
        {
            [(byte)'a', (byte)'m', (byte)'p'] => '&',
            [(byte)'l', (byte)'t'] => '<',
            [(byte)'g', (byte)'t'] => '>',
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => '"',
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => '\'',
            _ => '\0',
        };
        letter = new Rune(named);
        return named != '\0' || (name[0] == '#' && IsNumber(name[1..], out letter)) ? end + 1 : 0;
    }

    private static bool IsNumber(ReadOnlySpan<byte> digits, out Rune letter)
    {
        letter = default;
        var (isHex, number) = (digits.Length > 0 && digits[0] == 'x', 0);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out number)
            && (number >= 0x20 || number is 0x09 or 0x0A or 0x0D) && number is not (0xFFFE or 0xFFFF) && Rune.TryCreate(number, out letter);
    }
}
