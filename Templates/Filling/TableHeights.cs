using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Estimates, in points, how high the parts of a page with a table will be; a line or two off, as no program measures letters the same.</summary>
internal sealed class TableHeights(FormDefinition form, PrintBlock block, LayoutProfile profile)
{
    // Times: a line is 1.149 of its size high, a letter of Vietnamese prose 0.41 wide, and words leave some three letters of each line empty.
    private const double LineHeight = 1.149;
    private const double LetterWidth = 0.41;
    private const double CapitalWidth = 0.68;
    private const double UnusedLetters = 3;

    private readonly PageLayout page = profile.PageOf(form.Orientation);

    /// <summary>The text height of a page.</summary>
    public double Page => Points(page.Height - page.Top - page.Bottom);

    /// <summary>The heads of the table, which every page has.</summary>
    public double Heads => block.Columns.Max(column => Cell(column.Head, column));

    /// <summary>What stands above the table.</summary>
    public double Above(FormValues values)
    {
        var head = form.Print.First(printed => printed.Block == "head").Left.Sum(text => HeadLines(TextPattern.Split(text) is [{ Name.Length: > 0 } field] ? values[field.Name] : text));
        var title = 1 + form.Print.Count(printed => printed.Block is "title" or "titleMore");
        return Points(((head + title) * profile.ExactLineTwips) + profile.TableGapTwips);
    }

    /// <summary>Recipients and signature.</summary>
    public double Foot(FormValues values)
    {
        var recipients = form.SingleFields.Where(field => field.Type == FieldType.Lines).Sum(field => values[field.Tag].Split('\n').Length);
        var left = Points(profile.ExactLineTwips) + (recipients * profile.Looks["recipient"].Points * LineHeight);
        return Points(profile.TableGapTwips) + Math.Max(left, Points((block.Right.Count + profile.SignatureBlankLines) * profile.ExactLineTwips));
    }

    /// <summary>A row.</summary>
    public double Row(FormRow row) => block.Columns.Where(column => column.Field.Length > 0).Max(column => Cell(row[column.Field], column));

    /// <summary>The height of so many lines of a cell.</summary>
    public double Lines(int count) => count * profile.Looks["tableCell"].Points * LineHeight;

    private double Cell(string text, PrintColumn column)
    {
        var letters = (Points(column.Width - (2 * profile.CellPaddingTwips)) / (profile.Looks["tableCell"].Points * LetterWidth)) - UnusedLetters;
        return text.Split('\n').Sum(paragraph => Lines(Wrapped(paragraph, letters)) + Points(2 * profile.CellGapTwips));
    }

    private int HeadLines(string text) =>
        text.Length == 0 ? 0 : Wrapped(text, Points(page.HeadLeft) / (profile.Looks["headOwn"].Points * CapitalWidth));

    private static int Wrapped(string text, double letters) => Math.Max(1, (int)Math.Ceiling(text.Length / Math.Max(1, letters)));

    private static double Points(int twips) => twips / 20.0;
}
