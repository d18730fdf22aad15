using System.Globalization;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>A cell of a table: its row, the grid columns it covers, and the cell around its table when tables are nested.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="First">The first grid column, from 0.</param>
/// <param name="Span">How many grid columns it covers.</param>
/// <param name="Continues">True when it is merged with the cell above it.</param>
/// <param name="Outer">The cell around the table.</param>
internal sealed record CellPlace(XElement Table, XElement Row, int First, int Span, bool Continues, CellPlace? Outer)
{
    public int End => First + Span;

    /// <summary>The cell of a table in which this one stands, itself included; null when it stands outside.</summary>
    public CellPlace? Within(XElement table)
    {
        var place = this;
        while (place is not null && place.Table != table)
        {
            place = place.Outer;
        }

        return place;
    }
}

/// <summary>Finds the places of cells, reaching through controls of any level; each row is measured once.</summary>
internal sealed class TableCells
{
    private const int WidestSpan = 63;

    private readonly Dictionary<XElement, CellPlace> known = [];

    public CellPlace? PlaceOf(XElement cell, CellPlace? outer)
    {
        if (!known.ContainsKey(cell) && Nearest(cell, "tr") is { } row && Nearest(row, "tbl") is { } table)
        {
            Measure(table, row, outer);
        }

        return known.GetValueOrDefault(cell);
    }

    private void Measure(XElement table, XElement row, CellPlace? outer)
    {
        var next = Number(row.Element(W + "trPr")?.Element(W + "gridBefore"), 0);
        foreach (var cell in CellsOf(row))
        {
            var properties = cell.Element(W + "tcPr");
            var span = properties?.Element(W + "gridSpan") is { } given ? SpanOf((string?)given.Attribute(W + "val")) : 1;
            known[cell] = new CellPlace(table, row, next, span, Continues(properties), outer);
            next += span;
        }
    }

    private static IEnumerable<XElement> CellsOf(XElement parent) => parent.Elements().SelectMany(element => element.Name.LocalName switch
    {
        "tc" => [element],
        "sdt" or "sdtContent" => CellsOf(element),
        _ => Enumerable.Empty<XElement>(),
    });

    private static XElement? Nearest(XElement element, string name) => element.Ancestors(W + name).FirstOrDefault();

    private static bool Continues(XElement? properties) =>
        properties?.Element(W + "vMerge") is { } merge && (string?)merge.Attribute(W + "val") is null or "continue";

    /// <summary>How many grid columns a cell covers that says so.</summary>
    public static int SpanOf(string? text) => Math.Max(1, Number(text, 1));

    private static int Number(XElement? element, int otherwise) => Number((string?)element?.Attribute(W + "val"), otherwise);

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, WidestSpan) : otherwise;
}
