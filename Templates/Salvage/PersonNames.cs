using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Tells names of people, positions and signing authorities from other words by their looks.</summary>
internal static partial class PersonNames
{
    private const int ShortestName = 2;
    private const int LongestName = 7;

    /// <summary>True for two to seven words with capitals and nothing but letters that begin neither a position nor the name of an organization.</summary>
    public static bool IsName(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= ShortestName and <= LongestName } words
        && words.All(word => Word().IsMatch(word)) && !IsRole(text) && !IsAuthority(text)
        && (!IsOrganization(text) || (BeginsWithAny(text, SalvageWords.Current.Surnames) && words.Length <= 4));

    /// <summary>True for the words of a position as it stands above a signature.</summary>
    public static bool IsRole(string text) => BeginsWithAny(text, SalvageWords.Current.Roles);

    /// <summary>True for «T/M …», «K/T …» and their like.</summary>
    public static bool IsAuthority(string text) => SalvageWords.Current.Authorities.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) && IsCapitals(text);

    /// <summary>True when a line begins the name of an organization.</summary>
    public static bool IsOrganization(string text) => BeginsWithAny(text, SalvageWords.Current.Organizations);

    /// <summary>True when it has letters and all of them are capitals.</summary>
    public static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    /// <summary>The name without words of courtesy; capitals throughout become capitals at the beginnings.</summary>
    public static string Clean(string text)
    {
        var name = VietnameseText.Words(text);
        foreach (var start in SalvageWords.Current.Honorifics.Where(start => name.StartsWith(start + " ", StringComparison.OrdinalIgnoreCase) || name.StartsWith(start + ":", StringComparison.OrdinalIgnoreCase)))
        {
            name = name[(start.Length + 1)..].TrimStart();
        }

        return IsCapitals(name) ? Capital().Replace(name.ToLower(VietnameseText.Culture), match => match.Value.ToUpper(VietnameseText.Culture)) : name;
    }

    /// <summary>True when two texts name the same person: marks count, capitals do not.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Clean(one), Clean(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a text begins with one of some words, as whole words; capitals and marks are compared, the place of the tone is not.</summary>
    public static bool BeginsWithAny(string text, IEnumerable<string> starts)
    {
        var words = Compared(text);
        return starts.Select(Compared).Any(start => words.StartsWith(start, StringComparison.Ordinal) && (words.Length == start.Length || !char.IsLetterOrDigit(words[start.Length])));
    }

    private static string Compared(string text) => VietnameseText.Words(text).ToUpperInvariant()
        .Replace("UỶ", "ỦY", StringComparison.Ordinal).Replace("OÀ", "ÒA", StringComparison.Ordinal);

    [GeneratedRegex(@"\A\p{Lu}[\p{L}\p{M}’'\-]*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\A|[\s’'\-])\p{Ll}")]
    private static partial Regex Capital();
}
