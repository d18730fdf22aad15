using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking;

/// <summary>What of a paragraph in a file is seen: its runs without deleted and hidden ones, and their letters.</summary>
internal static class Visible
{
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal) { "del", "moveFrom", "pPr", "sdtPr", "rPr" };

    public static IEnumerable<XElement> Runs(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Is("r"))
            {
                if (element.Child("rPr").Toggle("vanish") != true)
                {
                    yield return element;
                }
            }
            else if (!(element.IsWord() && Gone.Contains(element.Name.LocalName)) && element.Name.LocalName != "Choice")
            {
                foreach (var run in Runs(element))
                {
                    yield return run;
                }
            }
        }
    }

    public static IEnumerable<XElement> Letters(XElement paragraph) => Runs(paragraph).SelectMany(run => run.Children("t"));

    public static string Text(XElement paragraph) => string.Concat(Letters(paragraph).Select(letters => letters.Value));

    /// <summary>True for a paragraph that shows nothing but white space.</summary>
    public static bool IsBlank(XElement paragraph) => string.IsNullOrWhiteSpace(Text(paragraph)) && !HasPicture(paragraph);

    public static bool HasPicture(XElement element) => element.Descendants().Any(inner => inner.Name.LocalName is "drawing" or "pict" or "object");

    /// <summary>Puts a text in the place of a stretch of a paragraph's letters; the letters in which it begins, or the last ones, give the look.</summary>
    public static void Replace(XElement paragraph, int start, int length, string text)
    {
        var (position, all) = (0, Letters(paragraph).ToList());
        foreach (var letters in all)
        {
            var own = letters.Value;
            var (from, to) = (Math.Clamp(start - position, 0, own.Length), Math.Clamp(start + length - position, 0, own.Length));
            var begins = start >= position && (start < position + own.Length || (letters == all[^1] && start == position + own.Length));
            position += own.Length;
            if (to > from || begins)
            {
                letters.Value = string.Concat(own.AsSpan(0, from), begins ? text : "", own.AsSpan(to));
                letters.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            }
        }
    }
}
