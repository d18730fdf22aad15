using System.Text;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Registers;

/// <summary>A word as search compares it: its letters with their shape (ă, ơ, đ) and its tone apart, so that it does not matter over which vowel the tone is written.</summary>
/// <param name="Letters">The letters in lower case without tone.</param>
/// <param name="Tone">The combining mark of the tone; <c>\0</c> for the level one.</param>
/// <param name="Folded">The letters without any mark.</param>
internal readonly record struct SearchWord(string Letters, char Tone, string Folded)
{
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>The words of a text, in order: runs of letters and digits.</summary>
    public static IEnumerable<SearchWord> Split(string? text)
    {
        var word = new StringBuilder();
        foreach (var letter in VietnameseText.Words(text).Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return Of(word.ToString());
                word.Clear();
            }
        }
    }

    private static SearchWord Of(string word)
    {
        var decomposed = string.Concat(VietnameseText.Decomposed(word).Select(char.ToLowerInvariant));
        var tone = decomposed.FirstOrDefault(mark => Tones.Contains(mark, StringComparison.Ordinal));
        var letters = string.Concat(decomposed.Where(mark => !Tones.Contains(mark, StringComparison.Ordinal)));
        return new SearchWord(VietnameseText.Composed(letters), tone, SearchText.Fold(word));
    }
}
