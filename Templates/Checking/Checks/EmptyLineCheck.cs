using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>Empty lines and page breaks that somebody put between two lines of the form; those in what people wrote are theirs.</summary>
internal static class EmptyLineCheck
{
    public static void Add(CheckedPaper paper, FaultList faults)
    {
        var (before, gap) = ((CheckedLine?)null, new List<CheckedLine>());
        var isOurs = true; // nothing of people's stands between
        foreach (var line in paper.Lines)
        {
            if (line.Line.Shape.Text.Length == 0 && !Visible.HasPicture(line.Paragraph))
            {
                gap.Add(line);
                continue;
            }

            var claimed = paper.Paper.Reading.Frame.At(line.Number) is not null;
            if (isOurs && claimed && !(before?.Line.Cell is not null && line.Line.Cell is not null))
            {
                Add(paper, before, [.. gap.Where(empty => empty.Line.Cell is null && IsPlain(empty.Paragraph, paper.Paper.Body))], line, faults);
            }

            (before, isOurs) = (line, claimed);
            gap.Clear();
        }
    }

    private static void Add(CheckedPaper paper, CheckedLine? before, List<CheckedLine> empty, CheckedLine below, FaultList faults)
    {
        if (paper.Reference.EmptyBelow(before is null ? null : paper.Paper.Reading.Frame.At(before.Number)!.Expected.Text) is not { } wanted) // only after a claimed line
        {
            return;
        }

        var spare = empty.Where(line => !paper.Reference.IsEmptyStyle(line.Line.Style) && line.Paragraph.Child("pPr")?.Child("pBdr") is null).TakeLast(Math.Max(0, empty.Count - wanted)).ToList();
        if (spare.Count > 0)
        {
            var breaks = spare.Exists(line => line.Paragraph.Inner("br").Any());
            faults.Add(LayoutRule.EmptyLine, below.At, below.Place, $"{LayoutWords.Count(empty.Count)} dòng{(breaks ? ", có ngắt trang" : "")}", wanted == 0 ? "không có" : $"{LayoutWords.Count(wanted)} dòng",
                paper.Edit(() => Remove(paper.Paper.Body, spare)));
        }
    }

    // All at once: taking a node out of many means looking for the one before it.
    private static void Remove(XElement body, List<CheckedLine> spare)
    {
        var gone = spare.Select(line => (XNode)line.Paragraph).ToHashSet();
        var left = body.Nodes().Where(node => !gone.Contains(node)).ToList();
        body.RemoveNodes();
        body.Add(left);
    }

    // Nothing of another program lies in it: no section, no mark, no tracked change.
    private static bool IsPlain(XElement paragraph, XElement body) => paragraph.Parent == body && paragraph.Elements().All(child => child.Is("pPr") || child.Is("r") || child.Is("proofErr"))
        && paragraph.Child("pPr")?.Elements().Any(look => look.Is("sectPr") || look.Is("pPrChange") || look.Elements().Any(mark => mark.Is("ins") || mark.Is("del") || mark.Is("moveFrom") || mark.Is("moveTo"))) != true
        && paragraph.Children("r").SelectMany(run => run.Elements()).All(inner => inner.Is("rPr") || inner.Is("t") || inner.Is("br") || inner.Is("lastRenderedPageBreak"));
}
