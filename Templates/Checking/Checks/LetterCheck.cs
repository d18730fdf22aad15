using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>How the letters of each line look: font, size, style, colour, lines and marks. Runs of a line that are wrong in the same way are one deviation.</summary>
internal static class LetterCheck
{
    public static void Add(CheckedPaper paper, FaultList faults)
    {
        foreach (var line in paper.Lines.Where(line => line.Role is not null && line.Line.Words.Length > 0))
        {
            Add(paper, line.Paragraph, line.Role!, line.At, line.Place, paper.Edit, faults); // those without were just left out
        }
    }

    /// <summary>The same for a paragraph of any part.</summary>
    public static void Add(CheckedPaper paper, XElement paragraph, Role role, string at, DocumentPlace place, Func<Action, Action> edit, FaultList faults)
    {
        foreach (var wrong in WordedRuns(paragraph).SelectMany(run => Faults(paper.Styles, paragraph, run, role)).GroupBy(wrong => (wrong.Rule, wrong.Found)).ToList())
        {
            var mends = wrong.Select(item => item.Mend).OfType<Action>().ToList();
            faults.Add(wrong.Key.Rule, at, place, wrong.Key.Found, wrong.First().Expected, mends.Count == 0 ? null : edit(() => mends.ForEach(mend => mend())));
        }
    }

    private static IEnumerable<XElement> WordedRuns(XElement paragraph) =>
        Visible.Runs(paragraph).Where(run => run.Children("t").Any(letters => !string.IsNullOrWhiteSpace(letters.Value)) && !SignFonts.IsOne(OwnFont(run)));

    private static IEnumerable<WrongRun> Faults(StyleBook book, XElement paragraph, XElement run, Role role)
    {
        var text = string.Concat(run.Children("t").Select(letters => letters.Value));
        RunLook look() => RunLook.Of(book, paragraph, run.Child("rPr"), text);
        var found = look();
        return Shapes(run, role, found, look).Concat(Marks(run, role, found, look));
    }

    private static IEnumerable<WrongRun> Shapes(XElement run, Role role, RunLook found, Func<RunLook> look)
    {
        var (wanted, font) = (role.Run, role.Run.Fonts[0]);
        if (found.Fonts.Any(name => !Same(name, font)))
        {
            // Letters of an old encoding are other letters in another font: they must be typed anew, or converted.
            var isLegacy = found.Fonts.Any(name => LegacyEncoding.OfFont(name) is not null);
            yield return new(LayoutRule.Font, string.Join(", ", found.Fonts.Where(name => !Same(name, font))), font, isLegacy ? null : () => RunMend.Font(run, font, () => look().Fonts.All(name => Same(name, font))));
        }

        if (found.HalfPoints != wanted.HalfPoints)
        {
            yield return new(LayoutRule.Size, LayoutWords.Size(found.HalfPoints), LayoutWords.Size(wanted.HalfPoints), () => RunMend.Size(run, wanted.HalfPoints, () => look().HalfPoints == wanted.HalfPoints));
        }

        if (found.Bold != wanted.Bold)
        {
            yield return new(LayoutRule.Bold, LayoutWords.YesNo(found.Bold, "đậm"), LayoutWords.YesNo(wanted.Bold, "đậm"), () => RunMend.Toggle(run, "b", wanted.Bold, () => look().Bold == wanted.Bold));
        }

        if (found.Italic != wanted.Italic && !role.HasTheme)
        {
            yield return new(LayoutRule.Italic, LayoutWords.YesNo(found.Italic, "nghiêng"), LayoutWords.YesNo(wanted.Italic, "nghiêng"), () => RunMend.Toggle(run, "i", wanted.Italic, () => look().Italic == wanted.Italic));
        }

        if (found.Capitals != wanted.Capitals)
        {
            yield return new(LayoutRule.Capitals, LayoutWords.Capitals(found.Capitals), LayoutWords.Capitals(wanted.Capitals), () => RunMend.Capitals(run, () => look().Capitals == wanted.Capitals));
        }
    }

    private static IEnumerable<WrongRun> Marks(XElement run, Role role, RunLook found, Func<RunLook> look)
    {
        var wanted = role.Run;
        if (found.Underline != wanted.Underline)
        {
            yield return new(LayoutRule.Underline, LayoutWords.YesNo(found.Underline, "gạch chân"), LayoutWords.YesNo(wanted.Underline, "gạch chân"), () => RunMend.Underline(run, wanted.Underline, () => look().Underline == wanted.Underline));
        }

        if (!IsColor(found.Color, wanted.Color))
        {
            yield return new(LayoutRule.Color, $"màu {found.Color}", "màu đen", () => RunMend.Color(run, wanted.Color, () => IsColor(look().Color, wanted.Color)));
        }

        if (found.IsShaded && !wanted.IsShaded)
        {
            yield return new(LayoutRule.Shade, LayoutWords.HasColor, LayoutWords.NoColor, () => RunMend.Unshade(run, () => !look().IsShaded));
        }

        if (found.Strikes != wanted.Strikes)
        {
            // Somebody struck the words out instead of deleting them: which of both is meant only a person can say.
            yield return new(LayoutRule.Strike, LayoutWords.Strike(found.Strikes), LayoutWords.Strike(wanted.Strikes), null);
        }

        if (found.IsEmphasised && !wanted.IsEmphasised)
        {
            yield return new(LayoutRule.Emphasis, "có dấu nhấn", "không có dấu nhấn", () => RunMend.Emphasis(run, () => !look().IsEmphasised));
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // On white paper what Word chooses is black.
    private static bool IsColor(string found, string wanted) => Same(found, wanted) || (found == "auto" && wanted == "000000");

    private static string? OwnFont(XElement run) => run.Child("rPr")?.Child("rFonts") is { } fonts ? fonts.Get("ascii") ?? fonts.Get("hAnsi") : null;

    private sealed record WrongRun(LayoutRule Rule, string Found, string Expected, Action? Mend);
}
