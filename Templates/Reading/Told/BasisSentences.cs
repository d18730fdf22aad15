using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>The paragraphs of a body as patterns of a campaign's bases: each run is a piece of its own, and one that is nothing but year or theme stands for it.</summary>
internal sealed class BasisSentences
{
    private readonly Dictionary<string, string> patterns = [];

    private BasisSentences()
    {
    }

    public static BasisSentences None { get; } = new();

    /// <param name="body">The main part of a document.</param>
    /// <param name="year">The year of its campaign.</param>
    /// <param name="theme">The theme of that year.</param>
    public static BasisSentences In(ReadOnlySpan<byte> body, int year, string theme)
    {
        var sentences = new BasisSentences();
        foreach (var paragraph in SafeXml.Parse(body.ToArray()).Descendants(W + "p"))
        {
            // The first run is the form's own dash.
            List<string> pieces = [.. paragraph.Elements().Select(PieceOf).Where(piece => piece.Length > 0)];
            var sentence = string.Concat(pieces.Skip(1).Select(piece =>
                piece == theme ? "{provinceThemeText}" : piece == year.ToString(CultureInfo.InvariantCulture) ? "{campaignYear}" : piece));
            sentences.patterns.TryAdd(VietnameseText.Words(string.Concat(pieces)), sentence);
        }

        return sentences;
    }

    /// <summary>The patterns of these lines; null when a line stands in no paragraph.</summary>
    public IReadOnlyList<string>? Of(IReadOnlyList<string> lines)
    {
        List<string> found = [.. lines.Select(line => patterns.GetValueOrDefault(line)).OfType<string>()];
        return found.Count == lines.Count ? found : null;
    }

    // Braces of a text would be a place that the campaign has not.
    private static string PieceOf(XElement element) => element.Name.LocalName switch
    {
        "r" => string.Concat(element.Elements().Select(piece => piece.Name == W + "t" ? piece.Value : piece.Name == W + "tab" ? "\t" : "")).Replace('{', '('),
        "sdt" => $"{{{TagOf(element)}}}",
        _ => "",
    };
}
