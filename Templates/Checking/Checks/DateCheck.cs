using System.Text.RegularExpressions;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The days of the form's date fields, written as the layout wants: leading zeros for days below 10 and for the months 1 and 2, none for others.</summary>
internal static partial class DateCheck
{
    // A line that says one day more often is none of the form's.
    private const int MostTimes = 10;

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        foreach (var field in paper.Form.SingleFields.Where(field => field is { Type: FieldType.Date, Printed: true }))
        {
            if (VietnameseDates.TryParseIso(paper.Paper.Document.Values[field.Tag], out var day))
            {
                Add(paper, field, day, faults);
            }
        }
    }

    private static void Add(CheckedPaper paper, FieldDefinition field, DateOnly day, FaultList faults)
    {
        var wanted = PrintedText.Of(field, VietnameseDates.Iso(day));
        foreach (var line in paper.Lines.Where(line => Has(paper, line, field)))
        {
            foreach (var written in Pattern(field).Matches(Visible.Text(line.Paragraph)).Where(match => IsWrong(match.Value, day, wanted)).Take(MostTimes).Reverse())
            {
                faults.Add(LayoutRule.Date, line.At, new DocumentPlace(field.Tag, line.Place.Path == field.Tag ? line.Place.Words : $"{line.Place.Words}, ô “{field.Label}”"),
                    $"“{written.Value}”", $"“{wanted}”", paper.Edit(() => Visible.Replace(line.Paragraph, written.Index, written.Length, wanted)));
            }
        }
    }

    private static bool Has(CheckedPaper paper, CheckedLine line, FieldDefinition field) =>
        line.Line.FirstOwner == field.Tag || line.Line.Shape.Fields.Any(part => part.Owner == field.Tag) || paper.Paper.Reading.Frame.At(line.Number)?.Match?.Has(field.Tag) == true;

    private static bool IsWrong(string written, DateOnly day, string wanted) =>
        VietnameseDates.TryParse(written, out var other) && other == day && VietnameseText.Words(written) != wanted;

    private static Regex Pattern(FieldDefinition field) => field.LongDate ? LongOrShort() : ShortOrLong();

    [GeneratedRegex(@"(?:ngày\s+)?[0-9]{1,2}\s+tháng\s+[0-9]{1,2},?\s+năm\s+[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\s?[/.\-]\s?[0-9]{1,2}\s?[/.\-]\s?[0-9]{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongOrShort();

    // The word «ngày» before a short date is the sentence's.
    [GeneratedRegex(@"[0-9]{1,2}\s+tháng\s+[0-9]{1,2},?\s+năm\s+[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\s?[/.\-]\s?[0-9]{1,2}\s?[/.\-]\s?[0-9]{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortOrLong();
}
