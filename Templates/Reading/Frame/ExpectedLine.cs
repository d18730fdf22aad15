using System.Collections.Concurrent;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A fixed line that the paper should have.</summary>
/// <param name="Text">Its words, fields written as <c>{tag}</c>.</param>
/// <param name="Pattern">The same as a pattern.</param>
/// <param name="Repeats">True for a line that stands there once for each text of a list.</param>
/// <param name="IsOwn">True when it has words of the form itself, so that its loss is worth telling.</param>
internal sealed record ExpectedLine(string Text, LinePattern Pattern, bool Repeats, bool IsOwn)
{
    // More than twice what any form prints. A part that tells more was not written by us.
    private const int MostLines = 100;
    private const int MostKept = 1000;
    private const int LongestKept = 1000;
    private const string List = "{campaign.legalBases}";

    // The words of every heading an organization may have: none of them is a loss, and none is anybody's text.
    private static readonly HashSet<string> OfHeadings =
        [.. HeadingVariants.All.SelectMany(heading => heading.Right.Select(line => line.Text).Prepend(heading.NameMark)).Where(text => text.Length > 0)];

    // The papers of a campaign all print the same lines; a form out of the catalog may have other fields under the same code.
    private static readonly ConcurrentDictionary<(FormCode Form, string Text), ExpectedLine> Printed = new();

    /// <summary>True for the likely words of a line whose real ones nobody knows any more: found or not, it is never told.</summary>
    public bool IsGuess { get; init; }

    /// <summary>True for a line with enough words of its own to be found anywhere.</summary>
    public bool IsFirst => IsOwn || IsGuess;

    /// <summary>True for a line that is nothing but the place of a field.</summary>
    public bool IsBare => !Pattern.HasWords;

    /// <summary>The lines as the document's own part tells them, else those the form prints whatever the campaign, and those of headings that stand on the paper.</summary>
    public static IReadOnlyList<ExpectedLine> Of(FormDefinition form, WrittenPart? written, IReadOnlyList<BodyLine> lines) =>
        written?.Lines is { } told ? WithSections(form, [.. told.Take(MostLines).Select(text => Written(text, form))]) : [.. OfForm(form, [.. OfHeadings.Intersect(lines.Select(line => line.Words))])];

    /// <summary>How it is shown to people: a place is three dots, never a tag.</summary>
    public string Shown => string.Concat(TextPattern.Split(Text).Select(piece => piece.Name.Length > 0 ? "…" : piece.Text));

    // A section that was left out because it had no rows may have been added by hand: its heading is the form's own all the same.
    private static List<ExpectedLine> WithSections(FormDefinition form, List<ExpectedLine> lines)
    {
        foreach (var (block, following) in form.Print.Zip(form.Print.Skip(1)).Where(pair => pair.First is { Block: "rows" }))
        {
            var words = VietnameseText.Words(block.Text);
            if (!lines.Exists(line => line.Text == words))
            {
                var place = lines.FindIndex(line => LinePattern.OfForm(following.Text, form).IsMatch(line.Text));
                lines.Insert(place < 0 ? lines.Count : place, new ExpectedLine(words, LinePattern.OfForm(words, form), Repeats: false, IsOwn: false));
            }
        }

        return lines;
    }

    private static ExpectedLine Written(string text, FormDefinition form)
    {
        var isKnown = ReferenceEquals(FormCatalog.Find(form.Code), form);
        if (isKnown && Printed.TryGetValue((form.Code, text), out var known))
        {
            return known;
        }

        var pattern = new LinePattern(text, form);
        var line = new ExpectedLine(text, pattern, Repeats: false, IsOwn: pattern.HasWords);
        if (isKnown && text.Length <= LongestKept)
        {
            Keep((form.Code, text), line);
        }

        return line;
    }

    // Lines come from files of unknown origin: what is full forgets everything and begins anew.
    private static void Keep((FormCode Form, string Text) key, ExpectedLine line)
    {
        if (Printed.Count >= MostKept)
        {
            Printed.Clear();
        }

        Printed.TryAdd(key, line);
    }

    private static IEnumerable<ExpectedLine> OfForm(FormDefinition form, IReadOnlyList<string> headings) => form.Print.SelectMany(block => OfBlock(form, block, headings)
        .Concat(block.Shape.Length > 0 ? [new ExpectedLine(block.Shape, LinePattern.OfForm(block.Shape, form), Repeats: false, IsOwn: false) { IsGuess = true }] : []));

    private static IEnumerable<ExpectedLine> OfBlock(FormDefinition form, PrintBlock block, IReadOnlyList<string> headings) =>
        from text in InReadingOrder(block, headings)
        let words = VietnameseText.Words(text)
        where words.Length > 0 && !IsBlockField(words, form)
        // The heading of a section that may be empty is no loss.
        let isOwn = block.Block != "rows" && !OfHeadings.Contains(text) && TextPattern.Split(words).Any(piece => piece.Text.Any(char.IsLetter))
        select new ExpectedLine(words, LinePattern.OfForm(words, form), text.Contains(List, StringComparison.Ordinal), isOwn);

    private static bool IsBlockField(string words, FormDefinition form) => form.SingleFields.Any(field => field.IsBlock && words == $"{{{field.Tag}}}");

    // The names under signatures stand in a row of their own.
    private static IEnumerable<string> InReadingOrder(PrintBlock block, IReadOnlyList<string> headings) => block.Block switch
    {
        "signatures" => [.. block.Left.SkipLast(1), .. block.Right.SkipLast(1), block.Left[^1], block.Right[^1]],
        "head" => [.. block.Left, .. headings.Except([.. block.Left, .. block.Right]), .. block.Right],
        _ => block.Lines,
    };
}
