using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Where in its table a paragraph stands, as far as table styles care: first and last rows and columns, bands.</summary>
/// <param name="Properties">The table's own properties.</param>
/// <param name="Conditions">The conditional parts of its style that apply, lowest first.</param>
internal sealed record TablePlace(XElement? Properties, IReadOnlyList<string> Conditions)
{
    private const int FirstRow = 0x20;
    private const int LastRow = 0x40;
    private const int FirstColumn = 0x80;
    private const int LastColumn = 0x100;
    private const int NoRowBands = 0x200;
    private const int NoColumnBands = 0x400;

    public static TablePlace? Of(XElement paragraph)
    {
        var cell = paragraph.Ancestors().FirstOrDefault(element => element.Is("tc"));
        var row = cell?.Ancestors().FirstOrDefault(element => element.Is("tr"));
        var table = row?.Ancestors().FirstOrDefault(element => element.Is("tbl"));
        if (cell is null || row is null || table is null)
        {
            return null;
        }

        var (look, properties) = (LookOf(table.Child("tblPr")?.Child("tblLook")), table.Child("tblPr"));
        return properties?.Child("tblStyle") is null ? new TablePlace(properties, []) : new TablePlace(properties, [.. ConditionsOf(look, TablePlaces.Of(table)[row], TablePlaces.Of(table)[cell])]);
    }

    private static IEnumerable<string> ConditionsOf(int look, (int Number, bool IsLast) row, (int Number, bool IsLast) column)
    {
        var (isFirstRow, isLastRow) = (Has(look, FirstRow) && row.Number == 0, Has(look, LastRow) && row.IsLast);
        var (isFirstColumn, isLastColumn) = (Has(look, FirstColumn) && column.Number == 0, Has(look, LastColumn) && column.IsLast);
        (string Name, bool Applies)[] all =
        [
            ("band1Vert", !Has(look, NoColumnBands) && Band(column.Number, Has(look, FirstColumn)) == 0), ("band2Vert", !Has(look, NoColumnBands) && Band(column.Number, Has(look, FirstColumn)) == 1),
            ("band1Horz", !Has(look, NoRowBands) && Band(row.Number, Has(look, FirstRow)) == 0), ("band2Horz", !Has(look, NoRowBands) && Band(row.Number, Has(look, FirstRow)) == 1),
            ("firstCol", isFirstColumn), ("lastCol", isLastColumn), ("firstRow", isFirstRow), ("lastRow", isLastRow),
            ("nwCell", isFirstRow && isFirstColumn), ("neCell", isFirstRow && isLastColumn), ("swCell", isLastRow && isFirstColumn), ("seCell", isLastRow && isLastColumn),
        ];
        return all.Where(condition => condition.Applies).Select(condition => condition.Name);
    }

    // The heads stand outside the bands.
    private static int Band(int number, bool headed) => (headed ? number - 1 : number) is >= 0 and var place ? place % 2 : -1;

    private static bool Has(int look, int flag) => (look & flag) != 0;

    private static int LookOf(XElement? look)
    {
        if (int.TryParse(look.Val(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var flags))
        {
            return flags;
        }

        (string Name, int Flag)[] names =
            [("firstRow", FirstRow), ("lastRow", LastRow), ("firstColumn", FirstColumn), ("lastColumn", LastColumn), ("noHBand", NoRowBands), ("noVBand", NoColumnBands)];
        return names.Where(item => Markup.IsOn(look.Get(item.Name))).Sum(item => item.Flag);
    }
}
