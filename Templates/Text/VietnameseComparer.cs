using System.Globalization;
using System.Text;

namespace HocTap.Office.Templates.Text;

/// <summary>The order of the Vietnamese alphabet («thứ tự chữ cái tiếng Việt»): a ă â b c d đ e ê …; within a syllable the tones none, huyền, hỏi, ngã, sắc, nặng.</summary>
/// <remarks>Written out here so that lists come in the same order on every machine, whatever its own culture data says.</remarks>
public sealed class VietnameseComparer : IComparer<string>
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    private VietnameseComparer(bool givenNameFirst) => this.givenNameFirst = givenNameFirst;

    private readonly bool givenNameFirst;

    /// <summary>Word by word from the left.</summary>
    public static VietnameseComparer Text { get; } = new(givenNameFirst: false);

    /// <summary>People: by given name («tên», the last word), then family name, then the names between.</summary>
    public static VietnameseComparer People { get; } = new(givenNameFirst: true);

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var byLetters = CompareWords(Syllables(x), Syllables(y));
        return byLetters != 0 ? byLetters : string.CompareOrdinal(VietnameseText.OneLine(x), VietnameseText.OneLine(y));
    }

    private List<string> Syllables(string? text)
    {
        var words = VietnameseText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return givenNameFirst && words.Count > 1 ? [words[^1], .. words[..^1]] : words;
    }

    private static int CompareWords(List<string> left, List<string> right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var difference = SyllableKey.Of(left[i]).CompareTo(SyllableKey.Of(right[i]));
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private readonly record struct SyllableKey(string Letters, int Tone)
    {
        public static SyllableKey Of(string word)
        {
            var (letters, tone) = (new StringBuilder(), 0);
            foreach (var element in Elements(word))
            {
                var decomposed = VietnameseText.Decomposed(element);
                tone = Math.Max(tone, Tones.IndexOfAny([.. decomposed]) + 1);
                letters.Append(Rank(string.Concat(decomposed.Where(mark => !Tones.Contains(mark, StringComparison.Ordinal)))));
            }

            return new(letters.ToString(), tone);
        }

        public int CompareTo(SyllableKey other)
        {
            var byLetters = string.CompareOrdinal(Letters, other.Letters);
            return byLetters != 0 ? byLetters : Tone.CompareTo(other.Tone);
        }

        private static IEnumerable<string> Elements(string word)
        {
            var walker = StringInfo.GetTextElementEnumerator(word);
            while (walker.MoveNext())
            {
                yield return walker.GetTextElement();
            }
        }

        private static char Rank(string letter)
        {
            var composed = VietnameseText.Composed(letter);
            var place = Alphabet.IndexOf(char.ToLowerInvariant(composed[0]), StringComparison.Ordinal);
            return (char)(place < 0 ? composed[0] : 0x1000 + place);
        }
    }
}
