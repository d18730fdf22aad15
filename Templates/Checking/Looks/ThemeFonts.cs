using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>The fonts a document's theme names («phông chữ của chủ đề»): <c>minorHAnsi</c> and its like.</summary>
internal sealed class ThemeFonts(XDocument? theme, XElement? settings)
{
    // What Word takes where a theme leaves a script without a font.
    private const string Otherwise = "Times New Roman";

    private readonly XElement? scheme = theme?.Descendants().FirstOrDefault(element => element.Name.LocalName == "fontScheme");
    private readonly XElement? languages = settings?.Child("themeFontLang");

    /// <summary>The font behind a name of the theme; null where the document has no theme.</summary>
    public string? Find(string name)
    {
        var fonts = scheme?.Elements().FirstOrDefault(element => element.Name.LocalName == (name.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont"));
        return fonts is null ? null : name[5..] switch
        {
            "EastAsia" => Named(fonts, "ea", ScriptOf(languages.Get("eastAsia"))),
            "Bidi" => Named(fonts, "cs", ScriptOf(languages.Get("bidi"))),
            _ => Named(fonts, "latin", ""),
        };
    }

    private static string Named(XElement fonts, string slot, string script)
    {
        var own = (string?)Part(fonts, slot)?.Attribute("typeface");
        var ofScript = (string?)fonts.Elements().FirstOrDefault(element => element.Name.LocalName == "font" && (string?)element.Attribute("script") == script)?.Attribute("typeface");
        return own is { Length: > 0 } ? own : ofScript is { Length: > 0 } ? ofScript : Otherwise;
    }

    private static XElement? Part(XElement fonts, string name) => fonts.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string ScriptOf(string? language) => language switch
    {
        null or "" => "",
        _ when language.StartsWith("vi", StringComparison.Ordinal) => "Viet",
        _ when language.StartsWith("ja", StringComparison.Ordinal) => "Jpan",
        _ when language.StartsWith("ko", StringComparison.Ordinal) => "Hang",
        "zh-TW" or "zh-HK" or "zh-MO" => "Hant",
        _ when language.StartsWith("zh", StringComparison.Ordinal) => "Hans",
        _ when language.StartsWith("ar", StringComparison.Ordinal) => "Arab",
        _ when language.StartsWith("he", StringComparison.Ordinal) => "Hebr",
        _ when language.StartsWith("th", StringComparison.Ordinal) => "Thai",
        _ => "",
    };
}
