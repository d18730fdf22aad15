using System.Text.RegularExpressions;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A stretch of a line between tabs or wide spaces: what stands at the left, in the middle or at the right of the paper.</summary>
internal sealed record TypedPiece(TypedLine Line, int Start, int End)
{
    public string Text => Line.Text[Start..End];

    public bool IsUsed => Line.IsUsedIn(Start, End);

    public void Use() => Line.Use(Start, End);
}

/// <summary>One typed line of a document and which of its letters have been understood.</summary>
internal sealed partial class TypedLine(int number, string text, int body, CellPlace? cell, string place)
{
    private readonly bool[] used = new bool[text.Length];
    private FoldedText? folded;
    private IReadOnlyList<TypedPiece>? pieces;

    /// <summary>Its number in reading order, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>The line as typed.</summary>
    public string Text { get; } = text;

    /// <summary>The number of the paragraph it stands in; a paragraph with line breaks has several lines.</summary>
    public int Body { get; } = body;

    /// <summary>The cell it stands in; null outside of tables.</summary>
    public CellPlace? Cell { get; } = cell;

    /// <summary>Where it stands, for people.</summary>
    public string Place { get; } = place;

    public FoldedText Folded => folded ??= FoldedText.Of(Text);

    /// <summary>Where its words begin, behind a number or dash.</summary>
    public int WordsStart { get; } = TypedText.BehindMark(text);

    public bool IsBlank => Folded.Letters.Length == 0;

    public bool IsUsed => Array.TrueForAll(used, letter => letter);

    public bool IsUsedIn(int start, int end) => used.AsSpan(start, end - start).IndexOf(false) < 0;

    public IReadOnlyList<TypedPiece> Pieces => pieces ??= [.. Cut().Matches(Text).Select(match => new TypedPiece(this, match.Index, match.Index + match.Length))];

    public void Use() => Use(0, Text.Length);

    public void Use(int start, int end) => Array.Fill(used, true, start, Math.Max(0, end - start));

    /// <summary>What nobody understood, in its pieces.</summary>
    public string Rest() => VietnameseText.Words(string.Concat(Text.Select((letter, index) => used[index] ? ' ' : letter)));

    // A single tab parts as three spaces do; one or two spaces are a slip of the finger.
    [GeneratedRegex(@"[^\t \u00A0](?:[^\t \u00A0]|[ \u00A0]{1,2}(?=[^\t \u00A0]))*")]
    private static partial Regex Cut();
}
