using System.Xml;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Packages;

/// <summary>The names of one part; a parser keeps every different one, so that there is a bound to them.</summary>
internal sealed class BoundedNames : NameTable
{
    private int names;
    private long letters;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        Count(len);
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Get(key) is { } known)
        {
            return known;
        }

        Count(key.Length);
        return base.Add(key);
    }

    private void Count(int length)
    {
        letters += length;
        if (++names > ReadingLimits.Names || letters > ReadingLimits.NameLetters)
        {
            throw new TooLargeException("The XML has too many names.");
        }
    }
}
