using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace HocTap.Office.AddIn.Texts;

/// <summary>The words of the pages: written in Vietnamese where they stand, said in English to whoever asked for it.</summary>
/// <remarks>
/// The Vietnamese sentence itself is the key into <c>wwwroot/texts/en.json</c>, which the pages' modules read too; a test holds that no sentence is missing there.
/// Official terms (labels, rules and titles of forms, names of organizations) stay Vietnamese in either language.
/// </remarks>
public static class Text
{
    private static readonly Dictionary<string, string> English = Load();
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>True while the present request is answered in English.</summary>
    /// <remarks>The neutral culture only: that of an English machine («en-US») chooses nothing.</remarks>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name == "en";

    /// <summary>The language of the present request as HTML names it: <c>vi</c> or <c>en</c>.</summary>
    public static string Language => IsEnglish ? "en" : "vi";

    /// <summary>A sentence in the language of the present request; <c>{0}</c>, <c>{1}</c>, … stand for the values, which are put in as they are.</summary>
    public static string T(string vietnamese, params ReadOnlySpan<object> values)
    {
        ArgumentNullException.ThrowIfNull(vietnamese);
        var said = IsEnglish ? English.GetValueOrDefault(vietnamese, vietnamese) : vietnamese;
        return values.IsEmpty ? said : string.Format(CultureInfo.InvariantCulture, said, values);
    }

    /// <summary>The same as markup: names among the values are marked as Vietnamese, so that they are read aloud as such in an English sentence.</summary>
    public static MarkupString WithNames(string vietnamese, params ReadOnlySpan<object> values)
    {
        ArgumentNullException.ThrowIfNull(vietnamese);
        var said = Html.Encode(IsEnglish ? English.GetValueOrDefault(vietnamese, vietnamese) : vietnamese);
        return (MarkupString)string.Format(CultureInfo.InvariantCulture, said, [.. values.ToArray().Select(Marked)]);
    }

    // Numbers and English words need no mark.
    private static object Marked(object value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{value}");
        return IsEnglish && text.Any(letter => letter > '\u00bf' && char.IsLetter(letter)) ? $"<span lang=\"vi\">{Html.Encode(text)}</span>" : Html.Encode(text);
    }

    private static Dictionary<string, string> Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("texts/en.json") ?? throw new InvalidOperationException("The English texts are not built in.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file) ?? [];
    }
}
