using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>How each line of words stands: alignment, indents, pitch, distance to the next, what is behind it.</summary>
internal static class LineCheck
{
    // Other programs count in hundredths of a millimetre and round.
    private const int Tolerance = 3;

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        foreach (var line in paper.Lines.Where(line => line.Role is not null && line.Line.Words.Length > 0))
        {
            Add(paper, line, line.Role!, faults); // those without were just left out
        }
    }

    private static void Add(CheckedPaper paper, CheckedLine line, Role role, FaultList faults)
    {
        var (book, paragraph, wanted) = (paper.Styles, line.Paragraph, role.Paragraph);
        var look = ParagraphLook.Of(book, paragraph);
        void tell(bool differs, LayoutRule rule, string found, string expected, Action mend)
        {
            if (differs)
            {
                faults.Add(rule, line.At, line.Place, found, expected, paper.Edit(mend));
            }
        }

        tell(look.Align != wanted.Align, LayoutRule.Align, LayoutWords.Align(look.Align), LayoutWords.Align(wanted.Align), () => ParagraphMend.Align(book, paragraph, wanted));
        tell(Differ(look.FirstLine, wanted.FirstLine), LayoutRule.FirstLine, LayoutWords.FirstLine(look.FirstLine), LayoutWords.FirstLine(wanted.FirstLine), () => ParagraphMend.FirstLine(book, paragraph, wanted));
        tell(Differ(look.Left, wanted.Left) || Differ(look.Right, wanted.Right), LayoutRule.Indent, Sides(look), Sides(wanted), () => ParagraphMend.Sides(book, paragraph, wanted.Left, wanted.Right));
        tell(Differ(look.Line, wanted.Line) || look.LineRule != wanted.LineRule, LayoutRule.Line, LayoutWords.Line(look.Line, look.LineRule), LayoutWords.Line(wanted.Line, wanted.LineRule), () => ParagraphMend.Line(book, paragraph, wanted));
        tell(look.IsShaded && !wanted.IsShaded, LayoutRule.LineShade, LayoutWords.HasColor, LayoutWords.NoColor, () => ParagraphMend.Unshade(book, paragraph));
        tell(Differ(look.Before, wanted.Before) || Differ(look.After, wanted.After), LayoutRule.Gap, Gaps(look), Gaps(wanted), () => ParagraphMend.Gaps(book, paragraph, wanted));
    }

    private static bool Differ(int one, int other) => Math.Abs(one - other) > Tolerance;

    private static string Sides(ParagraphLook look) => $"trái {LayoutWords.Millimetres(look.Left)}, phải {LayoutWords.Millimetres(look.Right)}";

    private static string Gaps(ParagraphLook look) => $"trước {LayoutWords.Points(look.Before)}, sau {LayoutWords.Points(look.After)}";
}
