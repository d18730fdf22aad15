using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A text as its plain letters and digits alone, each with its place in the text: marks, capitals, spaces and signs no longer part what people type.</summary>
internal sealed class FoldedText
{
    private const int Known = 0x2000;
    private static readonly char[] Plain = [.. Enumerable.Range(0, Known).Select(code => Fold((char)code))];

    private readonly int[] places;

    private FoldedText(string source, string letters, int[] places) => (Source, Letters, this.places) = (source, letters, places);

    public string Source { get; }

    public string Letters { get; }

    public static FoldedText Of(string text)
    {
        var (letters, places) = (new List<char>(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] < Known ? Plain[text[i]] : Fold(text[i])) is var letter && letter != '\0')
            {
                letters.Add(letter);
                places.Add(i);
            }
        }

        return new(text, new string([.. letters]), [.. places]);
    }

    /// <summary>The letters of a text.</summary>
    public static string LettersOf(string text) => Of(text).Letters;

    /// <summary>Where a letter stands in the text; the end of the text behind the last one.</summary>
    public int StartOf(int letter) => letter < places.Length ? places[letter] : Source.Length;

    /// <summary>The place behind the letter before this one.</summary>
    public int EndOf(int letter) => letter == 0 ? 0 : places[letter - 1] + 1;

    /// <summary>The first letter at or behind a place of the text.</summary>
    public int LetterAt(int place)
    {
        var found = Array.BinarySearch(places, place);
        return found >= 0 ? found : ~found;
    }

    /// <summary>True when a word begins with this letter, or the text ends there.</summary>
    public bool StartsWord(int letter) => letter == 0 || letter >= places.Length || places[letter] > places[letter - 1] + 1;

    private static char Fold(char letter)
    {
        if (char.IsSurrogate(letter))
        {
            return '\0';
        }

        var plain = SafeAscii.WithoutMarks(letter.ToString());
        return plain.Length > 0 && char.IsLetterOrDigit(plain[0]) ? char.ToLowerInvariant(plain[0]) : '\0';
    }
}
