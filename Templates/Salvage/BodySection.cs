namespace HocTap.Office.Templates.Salvage;

/// <summary>A stretch of the paper: the sign it begins with, and the lines below that are neither a sign nor words of the form.</summary>
internal sealed class BodySection(SignHit? hit, TypedLine? line)
{
    public SignHit? Hit { get; } = hit;

    /// <summary>The number of the line its sign stands in.</summary>
    public int? Line { get; } = line?.Number;

    public SignKind? Kind => Hit?.Sign.Kind;

    /// <summary>Which lines are its content, and from where on.</summary>
    public List<(TypedLine Line, int Start)> Content { get; } = hit is not null && line is not null && hit.Sign.Kind is not (SignKind.Fixed or SignKind.End) && !TypedText.IsBlank(line.Text[hit.End..]) ? [(line, hit.End)] : [];

    /// <summary>True when a line of its content may be a sign that we did not take for one.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Takes a line into the content. A box is the content where nothing else is, and stands beside it else.</summary>
    public void Add(TypedLine line)
    {
        if (!line.IsBoxed)
        {
            Content.RemoveAll(part => part.Line.IsBoxed);
            Content.Add((line, 0));
        }
        else if (Content.TrueForAll(part => part.Line.IsBoxed))
        {
            Content.Add((line, 0));
        }
    }

    /// <summary>True when it was typed in a box.</summary>
    public bool IsBoxed => Content.Exists(part => part.Line.IsBoxed);

    public bool HasWords => Content.Exists(part => !TypedText.IsBlank(part.Line.Text[part.Start..]));

    public string Text => RowsBook.Join(Content.Select(part => part.Start > 0 ? part.Line.Text[part.Start..].TrimStart() : part.Line.Text));

    public void Use() => Content.ForEach(part => part.Line.Use(part.Start, part.Line.Text.Length));
}

/// <summary>Cuts the lines of a paper into sections at the signs of its form, in the order of the paper.</summary>
internal sealed class BodySections
{
    private const int ShortestNote = 15;

    // A longer one is the beginning of a sentence that goes on with texts of the campaign.
    private const int LongHeading = 30;
    private const int EmptyShare = 3;

    // «T/M ĐẢNG ỦY» begins a signature in any form.
    private static readonly Sign Signature = new(SignKind.End, int.MaxValue, "", "", []);

    private readonly FormSigns signs;
    private readonly IReadOnlyList<Sign> body;
    private readonly bool hasRowsHeading;
    private readonly bool keepsEmpty;
    private readonly List<BodySection> sections = [new(null, null)];
    private bool inRows;
    private bool continues;

    private BodySections(FormSigns signs, IReadOnlyList<TypedLine> lines, bool rowsAreOpen)
    {
        (this.signs, inRows) = (signs, rowsAreOpen);
        body = [.. signs.All.Where(sign => sign.Kind is not SignKind.Label)];
        var rowHeads = signs.All.Where(sign => sign.Kind == SignKind.Rows).ToList();
        keepsEmpty = EmptyShare * lines.Count(line => line.Text.Length == 0 && line.Cell is null) < lines.Count(line => !line.IsBlank && line.Cell is null);
        hasRowsHeading = lines.Any(line => SignFinder.AtStart(line, rowHeads) is not null);
    }

    /// <summary>The sections; the first one begins before any sign, the last one with a sign of the end when the paper has one.</summary>
    /// <param name="signs">The form's signs.</param>
    /// <param name="lines">The lines behind the title that are not yet understood.</param>
    /// <param name="rowsAreOpen">True when rows may begin anywhere: the form's table was written as a list.</param>
    public static IReadOnlyList<BodySection> Of(FormSigns signs, IReadOnlyList<TypedLine> lines, bool rowsAreOpen)
    {
        var cutting = new BodySections(signs, lines, rowsAreOpen);
        foreach (var line in lines)
        {
            if (!cutting.Take(line))
            {
                break;
            }
        }

        return cutting.sections;
    }

    private bool Take(TypedLine line)
    {
        if (line.IsBlank)
        {
            // An empty line inside a text is part of it, unless the whole paper is typed with one after each line; a row of dots never is.
            if (keepsEmpty && line.Text.Length == 0 && sections[^1].HasWords)
            {
                sections[^1].Content.Add((line, 0));
            }

            return true;
        }

        if (line.Cell is not null && line.IsUsed)
        {
            // A table that was read as one.
            return true;
        }

        if ((Choose(line) ?? Signed(line)) is { } hit)
        {
            Begin(hit, line);
            return hit.Sign.Kind != SignKind.End;
        }

        if (!line.IsUsed && !IsOfTheForm(line))
        {
            sections[^1].IsDoubtful |= !inRows ? IsNearHeading(line) : SignFinder.AtStart(line, body.Where(sign => sign.Kind == SignKind.RowLabel)) is not null;
            sections[^1].Add(line);
        }

        return true;
    }

    private void Begin(SignHit hit, TypedLine line)
    {
        // The foot reads its own signs again, side by side as they may stand.
        if (hit.Sign.Kind != SignKind.End)
        {
            line.Use(hit);
        }

        if (hit.Sign.Kind == SignKind.Fixed && hit.Sign.Words.Length > LongHeading)
        {
            line.Cite(hit.End, line.Text.Length);
        }

        inRows |= hit.Sign.Kind is SignKind.Rows or SignKind.RowHeading or SignKind.RowLabel;
        sections.Add(new BodySection(hit, line));
        continues = hit.Sign is { Kind: SignKind.Fixed, IsSentence: true } && IsOpen(line.Text);
    }

    private static SignHit? Signed(TypedLine line) =>
        line.Pieces.Any(piece => PersonNames.IsAuthority(piece.Text)) ? new SignHit(Signature, 1, 0, line.Text.Length, line.Text.Length) : null;

    private SignHit? Choose(TypedLine line) => SignFinder.AllAtStart(line, body).Where(hit => hit.Quality >= SignFinder.Enough && Fits(hit) && Stands(hit, line))
        .OrderByDescending(hit => hit.Weight).ThenByDescending(hit => inRows == hit.Sign.Kind is SignKind.RowLabel or SignKind.RowHeading).ThenByDescending(hit => hit.Quality).FirstOrDefault();

    // The same words head a section and a field of a row: where we are decides.
    private bool Fits(SignHit hit) => hit.Sign.Kind switch
    {
        SignKind.RowLabel => (inRows && !IsAgain(hit.Sign)) || (!inRows && !hasRowsHeading && hit.Quality > Wording.Other && signs.All.All(sign => sign.Kind != SignKind.Heading || sign.Words != hit.Sign.Words)),
        SignKind.RowHeading => inRows || (!hasRowsHeading && hit.Quality > Wording.Other),
        SignKind.Heading => !inRows,
        SignKind.Rows => !inRows || sections.TrueForAll(section => section.Kind != SignKind.Rows),
        _ => true,
    };

    // «- Học tập nghị quyết của Đảng.» begins like a heading and is a line of the plan.
    private bool Stands(SignHit hit, TypedLine line) => hit.Sign switch
    {
        { Kind: SignKind.End } => line.WordsStart == 0 || hit.IsAlone || hit.IsOwn,
        { Kind: SignKind.Fixed, IsSentence: true } => hit.Sign.Order > LastHeading,
        { IsHeading: true } when IsBulleted(line) => hit is { IsAlone: true, IsOwn: true } && hit.Sign.Order > LastHeading,
        { IsHeading: true } when hit.IsAlone => hit.IsOwn || hit.Sign.Order > LastHeading,
        { IsHeading: true } => line.WordsStart > 0 && hit.IsOwn && hit.Sign.Order > LastHeading,
        _ => true,
    };

    private int LastHeading => sections.Where(section => section.Hit?.Sign.IsHeading == true).Select(section => section.Hit!.Sign.Order).DefaultIfEmpty(-1).Max();

    private bool IsNearHeading(TypedLine line) => SignFinder.AllAtStart(line, body.Where(sign => sign.IsHeading)).Any(hit => hit.Quality >= SignFinder.Enough && (hit.IsAlone || (line.WordsStart > 0 && !IsBulleted(line))));

    private static bool IsBulleted(TypedLine line) => line.WordsStart > 0 && TypedText.IsBlank(line.Text[..line.WordsStart]);

    // Below «Công việc số 1» a label that the work already has is a line of its text, or the heading of the next work is gone.
    private bool IsAgain(Sign sign)
    {
        var heading = sections.FindLastIndex(section => section.Kind == SignKind.RowHeading);
        return heading >= 0 && sections.Skip(heading).Any(section => section.Hit!.Sign == sign);
    }

    // Texts of the campaign, their continuation after a broken line, and the instructions in brackets.
    private bool IsOfTheForm(TypedLine line)
    {
        var inFixed = sections[^1].Kind is null or SignKind.Fixed;
        if (IsNote(line))
        {
            line.Use();
            continues = false;
            return true;
        }

        if (inFixed && IsOfTheCampaign(line))
        {
            line.Cite(0, line.Text.Length);
            continues = IsOpen(line.Text);
            return true;
        }

        return false;
    }

    // «Thực hiện tốt quy chế.» under a heading is a person's own sentence: bases name a number or a year and stand above all headings, the commitment where nobody writes.
    private bool IsOfTheCampaign(TypedLine line)
    {
        var letters = line.Folded.Letters[line.Folded.LetterAt(line.WordsStart)..];
        return (LastHeading < 0 && line.Text.Any(char.IsDigit) && signs.Bases.Any(start => letters.StartsWith(start, StringComparison.Ordinal)))
            || (!sections[^1].HasWords && ((continues && !IsBulleted(line)) || (!StandsAboveHeading && signs.Commitments.Any(start => letters.StartsWith(start, StringComparison.Ordinal)))));
    }

    private bool StandsAboveHeading => sections[^1].Hit is { } last && signs.All.Any(sign => sign.Order == last.Sign.Order + 1 && sign.Kind == SignKind.Heading);

    private bool IsNote(TypedLine line) => line.Folded.Letters is { Length: >= ShortestNote } letters && signs.Notes.Any(note => note.Contains(letters, StringComparison.Ordinal)
        || (line.Text.TrimStart().StartsWith('(') && Shares(note, letters)));

    // An instruction with a slip in it: most of it, cut into pieces, stands in the form's own.
    private static bool Shares(string note, string letters)
    {
        const int Piece = 12;
        var pieces = Enumerable.Range(0, letters.Length / Piece).Select(index => letters.Substring(index * Piece, Piece)).ToList();
        return pieces.Count > 0 && 3 * pieces.Count(piece => note.Contains(piece, StringComparison.Ordinal)) >= 2 * pieces.Count;
    }

    private static bool IsOpen(string text) => text.TrimEnd() is { Length: > 0 } end && !".;:!?”\"".Contains(end[^1], StringComparison.Ordinal);
}
