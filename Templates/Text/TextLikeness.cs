namespace HocTap.Office.Templates.Text;

/// <summary>How much two texts have in common: twice their common words over all their words, 0 to 1 (Dice). Capitals and order do not count.</summary>
internal static class TextLikeness
{
    /// <summary>From here on one text is a changed form of the other: at least half of their words are the same.</summary>
    public const double Alike = 0.5;

    public static double Of(string one, string other)
    {
        var (left, right) = (Split(one), Split(other));
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length == right.Length ? 1 : 0;
        }

        var counts = left.GroupBy(word => word).ToDictionary(same => same.Key, same => same.Count());
        var common = right.Count(word => counts.TryGetValue(word, out var free) && free > 0 && (counts[word] = free - 1) >= 0);
        return 2.0 * common / (left.Length + right.Length);
    }

    private static string[] Split(string text) => VietnameseText.Words(text).ToUpperInvariant()
        .Split([' ', ',', '.', ':', ';', '(', ')', '“', '”', '"', '-', '–', '…'], StringSplitOptions.RemoveEmptyEntries);
}
