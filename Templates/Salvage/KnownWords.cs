using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>The words of some texts by the company they keep: a typed word is one of them where its neighbours are, wherever lines are broken.</summary>
internal sealed class KnownWords
{
    private const int RunOf = 3;
    private const char Gap = ' ';

    // «c» and «ac» differ by one letter and are other words.
    private const int ShortestSlip = 3;

    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> between = new(StringComparer.Ordinal);

    public KnownWords(IEnumerable<string> texts)
    {
        foreach (var words in texts.SelectMany(Parts).Distinct().Select(part => WordsOf(FoldedText.Of(part)).Select(word => word.Letters).ToList()))
        {
            Add(words);
        }
    }

    /// <summary>All that a form prints and people type in place of it.</summary>
    public static KnownWords Of(FormDefinition form, IEnumerable<CampaignTexts> campaigns) => new(
        [.. Printed(form.Print), form.Title, form.ShortTitle, $"Mẫu {form.Code.Value[^2..]} {form.Title}", .. form.Groups.SelectMany(group => (string[])[group.Help, group.Title]), .. form.Fields.SelectMany(Labels), .. SalvageWords.Current.All, .. campaigns.SelectMany(TextsOf)]);

    /// <summary>The words of a text, each with its place.</summary>
    public static IReadOnlyList<(string Letters, int Start, int End)> WordsOf(FoldedText text)
    {
        var (words, first) = (new List<(string, int, int)>(), 0);
        for (var next = 1; next <= text.Letters.Length; next++)
        {
            if (text.StartsWord(next))
            {
                words.Add((text.Letters[first..next], text.StartOf(first), text.EndOf(next)));
                first = next;
            }
        }

        return words;
    }

    /// <summary>For each of some words that follow each other, whether it is known; a slip in one of them counts as the word it stands for.</summary>
    public bool[] Among(IReadOnlyList<string> words)
    {
        var (known, length) = (new bool[words.Count], Math.Min(RunOf, words.Count));
        for (var i = 0; length > 0 && i + length <= words.Count; i++)
        {
            if (runs.Contains(string.Join(Gap, words.Skip(i).Take(length))))
            {
                Array.Fill(known, true, i, length);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            known[i] |= IsSlip(words, i);
        }

        return known;
    }

    private static IEnumerable<string> Printed(IEnumerable<PrintBlock> blocks) => blocks.SelectMany(block => (string[])[.. block.Lines, string.Concat(block.Left), .. Printed(block.Row)]);

    private static IEnumerable<string> Labels(FieldDefinition field) => [field.Label, field.Placeholder, field.RowLabel, .. field.Columns.SelectMany(Labels)];

    private static IEnumerable<string> TextsOf(CampaignTexts campaign) =>
        [.. campaign.LegalBases.Select(basis => basis.Replace("{provinceThemeText}", campaign.ProvinceThemeText, StringComparison.Ordinal)), campaign.OrgPlanBasis, campaign.HeaderTitle, campaign.LearningCommitment, campaign.ProvinceThemeText, campaign.ProvinceThemeOwner, campaign.TermThemeText, campaign.TermThemeScope];

    private static IEnumerable<string> Parts(string text) => TextPattern.Split(text).Where(piece => piece.Name.Length == 0).Select(piece => piece.Text);

    private void Add(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            for (var length = 1; length <= RunOf && i + length <= words.Count; length++)
            {
                runs.Add(string.Join(Gap, words.GetRange(i, length)));
            }

            foreach (var key in Around(words, i))
            {
                (between.TryGetValue(key, out var list) ? list : between[key] = []).Add(words[i]);
            }
        }
    }

    // The two words beside one: both before it, one on each side, both behind it.
    private static IEnumerable<string> Around(IReadOnlyList<string> words, int i) =>
        from first in new[] { i - 2, i - 1, i }
        where first >= 0 && first + 2 < words.Count
        select string.Join(Gap, Enumerable.Range(first, RunOf).Select(place => place == i ? "" : words[place]));

    private bool IsSlip(IReadOnlyList<string> words, int i) => words[i].Length >= ShortestSlip
        && Around(words, i).Any(key => between.TryGetValue(key, out var meant) && meant.Exists(word => IsNear(word, words[i])));

    private static bool IsNear(string word, string typed) => word.Length >= ShortestSlip && Math.Abs(word.Length - typed.Length) <= 1
        && Approximate.At(word, typed, 0, 1) is { } found && found.Errors + typed.Length - found.End <= 1;
}
