
namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Types Vietnamese as the fonts before Unicode have it: a table of its own, written down from the keyboards' documentation, not the product's.</summary>
internal static class LegacyLetters
{
    private const string Unicode = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
    private const string Tcvn3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ";
    private const string Tcvn3Capitals = "ĂÂÊÔƠƯĐ";
    private const string Tcvn3CapitalSigns = "¡¢£¤¥¦§";

    private static readonly string[] Vni =
    [
        "aø", "aû", "aõ", "aù", "aï", "aê", "aè", "aú", "aü", "aé", "aë", "aâ", "aà", "aå", "aã", "aá", "aä", "ñ", "eø", "eû", "eõ", "eù", "eï", "eâ", "eà", "eå", "eã", "eá", "eä",
        "ì", "æ", "ó", "í", "ò", "oø", "oû", "oõ", "où", "oï", "oâ", "oà", "oå", "oã", "oá", "oä", "ô", "ôø", "ôû", "ôõ", "ôù", "ôï", "uø", "uû", "uõ", "uù", "uï", "ö", "öø", "öû", "öõ", "öù", "öï",
        "yø", "yû", "yõ", "yù", "î",
    ];

    /// <summary>TCVN3 has no capitals with tones: people type small letters in a font of capitals.</summary>
    public static string InTcvn3(string text) => string.Concat(text.Select(letter =>
        Unicode.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Tcvn3[at]
        : Tcvn3Capitals.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var capital ? Tcvn3CapitalSigns[capital] : letter));

    public static string InVni(string text) => string.Concat(text.Select(letter => Unicode.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) is var at && at < 0 ? letter.ToString()
        : char.IsUpper(letter) ? Vni[at].ToUpperInvariant() : Vni[at]));
}
