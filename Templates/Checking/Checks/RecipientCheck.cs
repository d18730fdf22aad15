using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The dashes and marks of the lines of a list («Nơi nhận»).</summary>
internal static class RecipientCheck
{
    public static void Add(CheckedPaper paper, FaultList faults)
    {
        foreach (var field in paper.Form.SingleFields.Where(field => field.Type == FieldType.Lines))
        {
            var value = paper.Paper.Document.Values[field.Tag];
            var lines = paper.Lines.Where(line => (paper.Paper.Reading.Areas.OwnerOf(line.Number) ?? line.Line.FirstOwner) == field.Tag && line.Line.Words.Length > 0).ToList();
            if (value.Length > 0 && value.Split('\n') is var values && values.Length == lines.Count)
            {
                Add(paper, field, lines, LineMarks.Put(value, paper.Profile).Split('\n'), faults);
            }
        }
    }

    private static void Add(CheckedPaper paper, FieldDefinition field, List<CheckedLine> lines, string[] wanted, FaultList faults)
    {
        foreach (var (line, text) in lines.Zip(wanted).Where(pair => VietnameseText.Words(Visible.Text(pair.First.Paragraph)) != VietnameseText.Words(pair.Second)))
        {
            var printed = Visible.Text(line.Paragraph);
            faults.Add(LayoutRule.Recipients, line.At, new DocumentPlace(field.Tag, line.Place.Words), $"“{VietnameseText.Words(printed)}”", $"“{text}”", paper.Edit(() => Change(line, printed, text)));
        }
    }

    // Only the marks at both ends are touched, so that the words between keep their runs.
    private static void Change(CheckedLine line, string printed, string wanted)
    {
        var (start, end) = (0, 0);
        while (start < Math.Min(printed.Length, wanted.Length) && printed[start] == wanted[start])
        {
            start++;
        }

        while (end < Math.Min(printed.Length, wanted.Length) - start && printed[^(end + 1)] == wanted[^(end + 1)])
        {
            end++;
        }

        Visible.Replace(line.Paragraph, start, printed.Length - start - end, wanted[start..^end]);
    }
}
