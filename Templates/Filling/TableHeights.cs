using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Estimates, in points, how high the parts of a page with a table will be; a line or two off, as no program measures letters the same.</summary>
internal sealed class TableHeights(FormDefinition form, PrintBlock block, LayoutProfile profile, HeadingVariant heading)
{
    // Times: a line is 1.149 of its size high.
    private const double LineHeight = 1.149;

    // Any date is about as long as this one.
    private const string Date = "ngày 30 tháng 12 năm 2024";

    private readonly PageLayout page = profile.PageOf(form.Orientation);

    /// <summary>The text height of a page.</summary>
    public double Page => Points(page.Height - page.Top - page.Bottom);

    /// <summary>The heads of the table, which every page has.</summary>
    public double Heads => block.Columns.Max(column => Cell(column.Head, column));

    /// <summary>What stands above the table.</summary>
    public double Above(FormValues values)
    {
        var (line, rule) = (profile.ExactLineTwips, profile.RuleSpaceTwips + profile.RuleGapTwips);
        var left = (NameLines(values, "superiorOrgName", "headSuperior") + NameLines(values, "orgName", "headOwn")) * line;
        var date = LineWidths.Count($"{values["placeName"]}, {Date}", profile.Looks["headDate"], page.HeadRight);
        var right = ((heading.Right.Count + date) * line) + (heading.Right.Count > 0 ? rule : 0);
        var title = 1 + form.Print.Count(printed => printed.Block is "title" or "titleMore");
        return Points(Math.Max(left + (heading.NameMark.Length > 0 ? line : rule), right) + (title * line) + profile.TableGapTwips);
    }

    /// <summary>Recipients and signature.</summary>
    public double Foot(FormValues values)
    {
        var recipients = form.SingleFields.Where(field => field.Type == FieldType.Lines).SelectMany(field => values[field.Tag].Split('\n'))
            .Sum(line => LineWidths.Count($"- {line};", profile.Looks["recipient"], page.SignatureLeft));
        var left = Points(profile.ExactLineTwips) + (recipients * profile.Looks["recipient"].Points * LineHeight);
        return Points(profile.TableGapTwips) + Math.Max(left, Points((block.Right.Count + profile.SignatureBlankLines) * profile.ExactLineTwips));
    }

    /// <summary>A row.</summary>
    public double Row(FormRow row) => block.Columns.Where(column => column.Field.Length > 0).Max(column => Cell(row[column.Field], column));

    /// <summary>The height of so many lines of a cell.</summary>
    public double Lines(int count) => count * profile.Looks["tableCell"].Points * LineHeight;

    private double Cell(string text, PrintColumn column)
    {
        var width = column.Width - (2 * profile.CellPaddingTwips);
        return text.Split('\n').Sum(paragraph => Lines(LineWidths.Count(paragraph, profile.Looks["tableCell"], width)) + Points(2 * profile.CellGapTwips));
    }

    // A name that is missing leaves dots to write on, or no line at all.
    private int NameLines(FormValues values, string tag, string look) =>
        values[tag].Length > 0 ? LineWidths.Count(values[tag], profile.Looks[look], page.HeadLeft) : Math.Min(1, form.Field(tag).Placeholder.Length);

    private static double Points(int twips) => twips / 20.0;
}
