using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Registers;

/// <summary>How well a text answers a search («mức khớp»), the best first.</summary>
internal enum MatchRank
{
    /// <summary>Every word stands there as it was typed, marks included.</summary>
    ExactWords,

    /// <summary>Every word is, marks included, at least part of a word there.</summary>
    ExactParts,

    /// <summary>Every word stands there when marks are left aside.</summary>
    FoldedWords,

    /// <summary>Every word is part of the text when marks are left aside.</summary>
    FoldedParts,
}

/// <summary>The words somebody looks for («từ cần tìm»): all of them, in any order, with or without marks.</summary>
/// <remarks>«hoà», «hòa» and their decomposed spellings are one word; «dương» and «đường» are two, though «duong» finds both.</remarks>
internal sealed class SearchWords
{
    private readonly IReadOnlyList<SearchWord> wanted;

    private SearchWords(string query, IReadOnlyList<SearchWord> wanted) => (Query, this.wanted) = (query, wanted);

    /// <summary>What was typed; "" for nothing.</summary>
    public string Query { get; }

    /// <summary>True when nothing is looked for: every text matches.</summary>
    public bool AreNone => wanted.Count == 0;

    /// <summary>The words of a query; signs between words only separate them.</summary>
    public static SearchWords Of(string? query) => new(query ?? "", [.. SearchWord.Split(query).Distinct()]);

    /// <summary>How well a text answers; null when a word is nowhere in it.</summary>
    public MatchRank? RankIn(string text)
    {
        if (AreNone)
        {
            return MatchRank.ExactWords;
        }

        // Most rows of a register answer nothing: the cheap question comes first.
        var folded = SearchText.Fold(text);
        return wanted.All(word => folded.Contains(word.Folded, StringComparison.Ordinal)) ? RankAmong([.. SearchWord.Split(text)]) : null;
    }

    // The worst word decides: a row is no better than what it only half answers.
    private MatchRank RankAmong(HashSet<SearchWord> present) => wanted.Max(word => RankOf(word, present));

    private static MatchRank RankOf(SearchWord word, HashSet<SearchWord> present) =>
        present.Contains(word) ? MatchRank.ExactWords
        : present.Any(other => other.Tone == word.Tone && other.Letters.Contains(word.Letters, StringComparison.Ordinal)) ? MatchRank.ExactParts
        : present.Any(other => other.Folded == word.Folded) ? MatchRank.FoldedWords
        : MatchRank.FoldedParts;
}
