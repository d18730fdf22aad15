using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>What people type in place of the forms' own words: data beside the definitions, found by the words and not by the form, so that a new form profits at once.</summary>
internal sealed record SalvageWords
{
    private const char Weak = '~';

    private Dictionary<string, List<Wording>>? variantsByWording;

    public static SalvageWords Current { get; } = EmbeddedData.Json<SalvageWords>("salvage/words.json");

    /// <summary>Other wordings of a label, heading or column; a tilde marks one that may mean something else as well.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Variants { get; init; }

    /// <summary>Wordings of the texts of the campaign, by their names; those with fields in them are sentences.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Campaign { get; init; }

    /// <summary>Beginnings of issuers above the unit, whose plans are bases of the campaign.</summary>
    public required IReadOnlyList<string> HigherIssuers { get; init; }

    /// <summary>Labels that people add and no form of ours has.</summary>
    public required IReadOnlyList<string> OtherLabels { get; init; }

    /// <summary>First words of the titles of other kinds of documents.</summary>
    public required IReadOnlyList<string> OtherTitles { get; init; }

    /// <summary>First words of the names of organizations.</summary>
    public required IReadOnlyList<string> Organizations { get; init; }

    /// <summary>First words of organizations that are family names as well.</summary>
    public required IReadOnlyList<string> Surnames { get; init; }

    /// <summary>Words after which the name of an organization goes on in the next line.</summary>
    public required IReadOnlyList<string> OpenEnds { get; init; }

    /// <summary>Beginnings of a signing authority.</summary>
    public required IReadOnlyList<string> Authorities { get; init; }

    /// <summary>First words of positions as they stand above a signature.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The form's own words that stand where a value belongs.</summary>
    public required IReadOnlyList<string> Placeholders { get; init; }

    /// <summary>What people write in brackets behind a label, about how to write there.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Words of courtesy before a name.</summary>
    public required IReadOnlyList<string> Honorifics { get; init; }

    /// <summary>Folded words of labels whose fields hold the name of a person.</summary>
    public required IReadOnlyList<string> PersonLabels { get; init; }

    /// <summary>Folded words of labels whose fields hold a position.</summary>
    public required IReadOnlyList<string> PositionLabels { get; init; }

    /// <summary>Folded numerals in words.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>What people write where they register nothing.</summary>
    public required IReadOnlyList<string> NoRows { get; init; }

    /// <summary>Every text of the data that may stand on paper as words of a form.</summary>
    public IEnumerable<string> All =>
        [.. Variants.SelectMany(pair => (string[])[pair.Key, .. pair.Value.Select(text => text.TrimStart(Weak))]), .. Campaign.Where(pair => pair.Key != "legalBases").SelectMany(pair => pair.Value), .. OtherLabels, .. Placeholders, .. Remarks];

    /// <summary>A wording of the form with all its variants, in the order of the data.</summary>
    public IReadOnlyList<Wording> Of(string wording)
    {
        var own = Wording.Of(wording, 1);
        return [.. new[] { own }.Concat(Index().GetValueOrDefault(own.Letters, [])).Where(item => item.Letters.Length > 0)];
    }

    private Dictionary<string, List<Wording>> Index() => variantsByWording ??= Variants.ToDictionary(
        pair => Wording.Of(pair.Key, 1).Letters,
        pair => pair.Value.Select(text => text[0] == Weak ? Wording.Of(text[1..], Wording.Guess) : Wording.Of(text, Wording.Other)).ToList());
}

/// <summary>One way to write a label, as plain letters, and how surely it means it.</summary>
internal sealed record Wording(string Letters, double Quality)
{
    /// <summary>A common other wording.</summary>
    public const double Other = 0.96;

    /// <summary>A wording that may mean another field as well.</summary>
    public const double Guess = 0.5;

    public static Wording Of(string text, double quality) => new(FoldedText.LettersOf(TypedText.WithoutMark(text)), quality);
}
