using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A piece of the foot on one of its sides.</summary>
internal sealed record FootItem(TypedPiece Piece, string Text, bool IsSure);

/// <summary>One side of the foot: the form's own words there, and the fields below them.</summary>
internal sealed class FootSide
{
    private const string Note = "(Ký, ghi rõ họ tên)";

    private readonly IReadOnlyList<Wording> words;

    public FootSide(FormDefinition form, IReadOnlyList<string> lines)
    {
        var own = lines.Where(text => !text.StartsWith('{') && !text.StartsWith('(')).ToList();
        words = [.. own.SelectMany(SalvageWords.Current.Of), .. own.Count > 1 ? [Wording.Of(string.Concat(own), 1)] : Array.Empty<Wording>()];
        Fields = [.. lines.SelectMany(TextPattern.Split).Where(piece => piece is { Name.Length: > 0, IsCampaign: false }).Select(piece => form.Field(piece.Name))];
    }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public List<FootItem> Items { get; } = [];

    public bool HasSign { get; set; }

    /// <summary>True when a list stands there, not a signature.</summary>
    public bool IsList => Fields is [{ Type: FieldType.Lines }];

    /// <summary>The field of the signer's name.</summary>
    public FieldDefinition? Owner => Fields.FirstOrDefault(item => ValueReader.IsOf(item, SalvageWords.Current.PersonLabels) && !ValueReader.IsOf(item, SalvageWords.Current.PositionLabels));

    /// <summary>The field of the signer's position.</summary>
    public FieldDefinition? Position => Fields.FirstOrDefault(item => ValueReader.IsOf(item, SalvageWords.Current.PositionLabels));

    /// <summary>True for «(Ký, ghi rõ họ tên)» and its like.</summary>
    public static bool IsDecoration(string text) => SignFinder.IsWhole(text, SalvageWords.Current.Of(Note));

    /// <summary>True for a line of the form's own words on this side, or their beginning with a name behind them.</summary>
    public bool IsSign(string text)
    {
        var letters = FoldedText.LettersOf(text);
        return words.Any(word => Approximate.Whole(word.Letters, letters) is not null
            || (word.Letters.Length >= 7 && letters.StartsWith(word.Letters, StringComparison.Ordinal) && (PersonNames.IsCapitals(text) || text.Contains(':', StringComparison.Ordinal))));
    }
}
