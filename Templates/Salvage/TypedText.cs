using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Takes away what surrounds typed words: numbers and dashes before them, dots to write on, marks of emphasis.</summary>
internal static partial class TypedText
{
    /// <summary>One line as typed: composed letters, tabs kept, plain spaces, nothing at its end.</summary>
    public static string Line(string text) =>
        VietnameseText.Paragraphs(text).Replace('\n', ' ').Replace("**", "", StringComparison.Ordinal).TrimEnd();

    /// <summary>Where the words of a line begin, behind its number or dash.</summary>
    public static int BehindMark(string text) => Mark().Match(text).Length;

    public static string WithoutMark(string text) => text[BehindMark(text)..];

    /// <summary>True when nothing is written: signs only.</summary>
    public static bool IsBlank(string text) => !text.Any(char.IsLetterOrDigit);

    /// <summary>The words of a place on one line, without the dots it was written on and without separators at its ends.</summary>
    public static string Value(string text)
    {
        var words = Spaces().Replace(VietnameseText.OneLine(Leaders().Replace(text, " ")), " ").Trim(' ', '\u00A0', ':', ';', ',', '_', '*', '|');
        return EndOfSentence().IsMatch(words) ? words[..^1] : words;
    }

    /// <summary>A paragraph without the dots it was written on, spaces and tabs as typed; "" when there is nothing else.</summary>
    public static string Paragraph(string text) => IsBlank(text) ? "" : LeadersAtEnds().Replace(text, "").TrimEnd();

    /// <summary>A paragraph to be shown: its words with one space between them.</summary>
    public static string Shown(string text) => VietnameseText.Words(Paragraph(text));

    /// <summary>True for what stands in an empty place: dots, the field's own prompt, or a prompt of the form in general.</summary>
    public static bool IsEmpty(FieldDefinition field, string text) => IsBlank(text) || Placeholders.IsOne(field, text)
        || FoldedText.LettersOf(text) is var letters && (letters == FoldedText.LettersOf(field.Label)
            || (field.Placeholder.Length > 0 && letters == FoldedText.LettersOf(field.Placeholder))
            || SalvageWords.Current.Placeholders.Any(blank => FoldedText.LettersOf(blank) == letters));

    [GeneratedRegex(@"\A\s*(?:(?:[-+*•–—▪●❖➢✓·◦■□➔]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)/](?![0-9])|[IVXivx]{1,4}(?:\.[0-9]{1,2})?[.)/\-](?=\s|\p{L})|[a-zđ][.)](?=\s)|(?:Mục|MỤC|Phần|PHẦN)\s+[IVX0-9]{1,4}\s*[.:)\-]?)\s*){0,3}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"[.…]{3,}|…+|_{2,}|(?:\.\s){3,}|…")]
    private static partial Regex Leaders();

    [GeneratedRegex(@"\A\s*(?:[.…]{2,}|_{2,})\s*|\s*(?:[.…]{4,}|_{2,}|…{2,})\s*\z")]
    private static partial Regex LeadersAtEnds();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{Ll}0-9]{2}\.\z")]
    private static partial Regex EndOfSentence();
}
