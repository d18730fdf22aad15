using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>How much of a form a paper shows.</summary>
internal sealed record FormEvidence(FormSigns Signs, TitlePlace? Title, double Share);

/// <summary>Tells which form a typed paper is, by its title and by the places for what people write.</summary>
internal static class FormRecognizer
{
    private const double WithTitle = 0.3;
    private const double WithoutTitle = 0.6;

    public static IReadOnlyList<FormEvidence> Weigh(TypedPaper paper, IEnumerable<FormDefinition> forms)
    {
        var run = new TypedRun(paper.Lines.Where(line => line.Text.Length <= 2_000));
        return [.. forms.Select(form => Weigh(FormSigns.Of(form), paper, run)).OrderByDescending(evidence => (evidence.Title?.Quality ?? 0) + evidence.Share)];
    }

    /// <summary>True when a paper shows enough of a form to be read as one.</summary>
    public static bool IsEnough(FormEvidence evidence, TypedPaper paper) =>
        evidence.Title is not null ? evidence.Share >= WithTitle : evidence.Share >= WithoutTitle && !HasOtherTitle(paper);

    public static FieldConfidence Confidence(FormEvidence evidence) => evidence.Title is { } title
        ? FieldConfidence.Of(Math.Min(title.Quality, 0.7 + (0.3 * evidence.Share)), $"Có tiêu đề của {evidence.Signs.Form.ShortTitle} và {Percent(evidence.Share)} các mục của mẫu.", evidence.Signs.Form.Title)
        : FieldConfidence.Of(Math.Min(0.7, evidence.Share), $"Không thấy tiêu đề của mẫu; nhận ra {evidence.Signs.Form.ShortTitle} nhờ {Percent(evidence.Share)} các mục.", evidence.Signs.Form.Title);

    private static FormEvidence Weigh(FormSigns signs, TypedPaper paper, TypedRun run)
    {
        var places = signs.All.Where(sign => sign.Kind is SignKind.Label or SignKind.Heading or SignKind.RowLabel).ToList();
        var tables = signs.Form.Print.Where(block => block.Block == "table").Select(block => new TypedColumns(signs.Form, block)).ToList();
        var pieces = tables.Count == 0 ? [] : paper.Lines.SelectMany(line => line.Cell is null ? line.Pieces.Select(piece => piece.Text) : [.. line.Pieces.Select(piece => piece.Text), line.Text]).Concat(Cells(paper)).Distinct().ToList();
        var found = tables.Sum(table => table.CountIn(pieces));
        var lines = paper.Lines.Where(line => line.Text.Length is > 0 and <= 2_000).ToList();
        var seen = places.Count(sign => lines.Exists(line => SignFinder.InLine(line, [sign]).Count > 0));
        return new FormEvidence(signs, TitleFinder.Find(run, signs.Title), places.Count == 0 ? 0 : (double)Math.Max(found, seen) / places.Count);
    }

    // A head may be broken into several paragraphs of its cell.
    private static IEnumerable<string> Cells(TypedPaper paper) =>
        paper.Lines.Where(line => line.Cell is not null).GroupBy(line => line.Cell).Select(cell => string.Join(' ', cell.Select(line => line.Text))).Where(text => text.Length < 200);

    private static bool HasOtherTitle(TypedPaper paper) => paper.Lines.Any(line => PersonNames.IsCapitals(line.Text) && line.Text.Length < 150 && PersonNames.BeginsWithAny(line.Text, SalvageWords.Current.OtherTitles));

    private static string Percent(double share) => $"{Math.Round(share * 100)}%";
}
