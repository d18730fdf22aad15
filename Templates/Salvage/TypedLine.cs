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

/// <summary>A stretch of a line that a reader took: as its own words or a value, or as a text of the campaign.</summary>
internal readonly record struct Claim(int Start, int End, bool IsCampaign);

/// <summary>One typed line of a document and which of its letters have been taken by a reader.</summary>
internal sealed partial class TypedLine(int number, string text, int body, CellPlace? cell, string place)
{
    private readonly bool[] used = new bool[text.Length];
    private readonly bool[] recognized = new bool[text.Length];
    private readonly List<Claim> claims = [];
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

    /// <summary>True in a box beside the text, which stands where its anchor happens to be.</summary>
    public bool IsBoxed { get; init; }

    public FoldedText Folded => folded ??= FoldedText.Of(Text);

    /// <summary>Where its words begin, behind a number or dash.</summary>
    public int WordsStart { get; } = TypedText.BehindMark(text);

    public bool IsBlank => Folded.Letters.Length == 0;

    public bool IsUsed => Array.TrueForAll(used, letter => letter);

    public bool IsUsedIn(int start, int end) => used.AsSpan(start, end - start).IndexOf(false) < 0;

    public IReadOnlyList<TypedPiece> Pieces => pieces ??= [.. Cut().Matches(Text).Select(match => new TypedPiece(this, match.Index, match.Index + match.Length))];

    /// <summary>What readers took of it, in the order they took it.</summary>
    public IReadOnlyList<Claim> Claims => claims;

    public void Use() => Use(0, Text.Length);

    /// <summary>Takes a stretch as a value or as words of the form; <see cref="LostWords"/> holds it against both.</summary>
    public void Use(int start, int end) => Take(new Claim(start, end, false));

    /// <summary>Takes a stretch as a text of the campaign: words of the form's author that change by the year.</summary>
    public void Cite(int start, int end) => Take(new Claim(start, end, true));

    /// <summary>Takes a sign: its letters are the form's own, slips included; what stands between them and the value is not yet.</summary>
    public void Use(SignHit hit)
    {
        var first = Folded.LetterAt(hit.Start);
        Recognize(0, Math.Min(hit.Start, WordsStart));
        Recognize(hit.Start, Folded.EndOf(first + hit.Letters));
        Use(Folded.EndOf(first + hit.Letters), hit.End);
    }

    /// <summary>Takes letters that were compared with the form's one by one.</summary>
    public void Recognize(int start, int end)
    {
        Array.Fill(used, true, start, Math.Max(0, end - start));
        Array.Fill(recognized, true, start, Math.Max(0, end - start));
    }

    public bool IsRecognized(int letter) => recognized[letter];

    /// <summary>Gives letters back that were taken and are told nowhere.</summary>
    public void GiveBack(int start, int end) => Array.Fill(used, false, start, end - start);

    /// <summary>Gives the whole line back.</summary>
    public void GiveBack()
    {
        GiveBack(0, Text.Length);
        claims.Clear();
    }

    /// <summary>What nobody understood, in its pieces.</summary>
    public string Rest() => VietnameseText.Words(string.Concat(Text.Select((letter, index) => used[index] ? ' ' : letter)));

    private void Take(Claim claim)
    {
        Array.Fill(used, true, claim.Start, Math.Max(0, claim.End - claim.Start));
        if (claim.End > claim.Start)
        {
            claims.Add(claim);
        }
    }

    // A single tab parts as three spaces do; one or two spaces are a slip of the finger.
    [GeneratedRegex(@"[^\t \u00A0](?:[^\t \u00A0]|[ \u00A0]{1,2}(?=[^\t \u00A0]))*")]
    private static partial Regex Cut();
}
