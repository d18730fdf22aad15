using System.Text;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>The lines of a paper as one run of letters, in which words may be broken into lines anywhere.</summary>
internal sealed class TypedRun
{
    private readonly List<(TypedLine Line, int Start)> starts = [];

    public TypedRun(IEnumerable<TypedLine> lines)
    {
        var letters = new StringBuilder();
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            starts.Add((line, letters.Length));
            letters.Append(line.Folded.Letters);
        }

        Letters = letters.ToString();
    }

    public string Letters { get; }

    /// <summary>Its lines, those without words left out.</summary>
    public IEnumerable<TypedLine> Lines => starts.Select(item => item.Line);

    /// <summary>Where lines begin, their words and their numbers both.</summary>
    public IEnumerable<int> LineStarts => starts.SelectMany(item => (int[])[item.Start, item.Start + item.Line.Folded.LetterAt(item.Line.WordsStart)]).Distinct();

    /// <summary>The line of a letter and the letter's number in it.</summary>
    public (TypedLine Line, int Letter) At(int letter)
    {
        var found = Index(letter);
        return (starts[found].Line, letter - starts[found].Start);
    }

    /// <summary>True when a word begins at a letter, or nothing stands there.</summary>
    public bool IsWordStart(int letter) => letter >= Letters.Length || (At(letter) is var (line, number) && line.Folded.StartsWord(number));

    /// <summary>The typed letters from one to another of the same line, with nothing around them.</summary>
    public string Word(int from, int to)
    {
        var (line, first) = At(from);
        return line.Text[line.Folded.StartOf(first)..line.Folded.EndOf(Math.Min(line.Folded.Letters.Length, first + to - from))];
    }

    /// <summary>The typed words from one letter to another.</summary>
    public string Text(int from, int to) => VietnameseText.Words(string.Join(' ', Between(from, to).Select(part => part.Line.Text[part.Start..part.End])));

    private int Index(int letter)
    {
        var (low, high) = (0, starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle].Start <= letter ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The lines from one letter to another, with what of them lies between.</summary>
    public IEnumerable<(TypedLine Line, int Start, int End)> Between(int from, int to)
    {
        for (var i = starts.Count == 0 ? 0 : Index(from); i < starts.Count && starts[i].Start < to; i++)
        {
            var (line, start) = starts[i];
            var first = Math.Max(0, from - start);
            var last = Math.Min(line.Folded.Letters.Length, to - start);
            yield return (line, start >= from ? 0 : line.Folded.EndOf(first), start + line.Folded.Letters.Length < to ? line.Text.Length : line.Folded.StartOf(last));
        }
    }
}
