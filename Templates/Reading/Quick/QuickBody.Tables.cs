using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

internal ref partial struct QuickBody
{
    private void TakeTable(in Place place)
    {
        var table = new XElement(W + "tbl");
        var inside = place with { Table = table, Row = null };
        if (!Enter(out var depth))
        {
            return;
        }

        while (NextTagIn(depth))
        {
            if (WordNames.Of(xml.Name) == WordName.Grid)
            {
                TakeGrid(table);
            }
            else
            {
                Take(inside);
            }
        }
    }

    private void TakeGrid(XElement table)
    {
        var grid = new XElement(W + "tblGrid");
        table.Add(grid);
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                given |= Leaf() != WordName.GridColumn;
                grid.Add(new XElement(W + "gridCol", Value("w:w"u8) is { } width ? new XAttribute(W + "w", width) : null));
            }
        }
    }

    private void TakeCell(in Place place, QuickRow row)
    {
        var cell = (CellPlace?)null;
        if (Enter(out var depth))
        {
            while (NextTagIn(depth))
            {
                if (WordNames.Of(xml.Name) == WordName.CellProperties)
                {
                    given |= cell is not null;
                    cell = row.Place(place, ReadSpan());
                    continue;
                }

                cell ??= row.Place(place, 1);
                Take(place with { Cell = cell, Table = null, Row = null });
            }
        }

        row.Next += cell is null ? 1 : 0;
    }

    private int ReadSpan()
    {
        var (span, hasSpan) = (1, false);
        if (!Enter(out var depth))
        {
            return span;
        }

        while (NextTagIn(depth))
        {
            if (Leaf() == WordName.Span && !hasSpan)
            {
                (span, hasSpan) = (TableCells.SpanOf(Value("w:val"u8)), true);
            }
            else
            {
                SkipLook();
            }
        }

        return span;
    }

    /// <summary>A row being read: which grid column comes next.</summary>
    internal sealed class QuickRow(XElement element)
    {
        public int Next { get; set; }

        public CellPlace Place(in Place outside, int span)
        {
            var place = new CellPlace(outside.Table!, element, Next, span, false, outside.Cell); // a row is read inside a table only
            Next += span;
            return place;
        }
    }
}
