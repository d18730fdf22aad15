using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Our own line pattern as an expression over the words of a line; never slow, whatever the line says.</summary>
internal sealed class LinePattern
{
    // No line of a form comes near; a longer one is somebody's content.
    private const int LongestLine = 4000;

    // Building an expression costs more than a reading: those of the forms are built once.
    private static readonly ConcurrentDictionary<(FormCode Form, string Pattern), LinePattern> Known = new();

    private readonly Regex expression;

    private LinePattern(string pattern, Func<string, string> place) =>
        expression = new Regex($@"\A{string.Concat(TextPattern.Split(pattern).Select(piece => Expression(piece, place)))}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    /// <summary>Matches a line as the form prints it; every field of the form is a group of its tag.</summary>
    public static LinePattern ForPrinted(string pattern, FormDefinition form) =>
        Known.GetOrAdd((form.Code, pattern), _ => ForWritten(pattern, form));

    /// <summary>The same for a line told by a document; not kept, because anybody may have written it.</summary>
    public static LinePattern ForWritten(string pattern, FormDefinition form) => new(pattern, tag =>
        form.SingleFields.FirstOrDefault(field => field.Tag == tag) is not { } known ? Literal(tag)
        : known.LongDate ? $"(?<{tag}>ngày.*)" : $"(?<{tag}>.*?)");

    /// <summary>Matches a line of the form whose fields are written as <c>{tag}</c>.</summary>
    public static LinePattern ForMarked(string pattern) => Known.GetOrAdd((default, pattern), _ => new LinePattern(pattern, Literal));

    public bool IsMatch(string words) => words.Length <= LongestLine && expression.IsMatch(words);

    /// <summary>What stands in the place of a field; null when the line is another one.</summary>
    public string? Find(string words, string tag) =>
        words.Length <= LongestLine && expression.Match(words) is { Success: true } match ? match.Groups[tag].Value : null;

    private static string Expression(PatternPiece piece, Func<string, string> place) => piece switch
    {
        { Name: "" } => Regex.Escape(piece.Text).Replace("\\ ", "\\s?", StringComparison.Ordinal),
        { Name: "n" } => "[0-9]+",
        { IsCampaign: true } => ".+?",
        _ => place(piece.Name),
    };

    // A written line comes from a file of unknown origin: only tags of the form may become groups.
    private static string Literal(string name) => Regex.Escape($"{{{name}}}");
}
