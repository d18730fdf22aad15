using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Rows copied, added by the button of the repeating section, pasted without controls, moved, deleted.</summary>
internal static class RowEdits
{
    public static IReadOnlyList<PaperEdit> All =>
    [
        new("a row copied with its ids", CopyRow),
        new("a row copied and reworded", CopyRowReworded),
        new("a row added by the button and left empty", paper => AddByButton(paper, null)),
        new("a row added by the button and written in", paper => AddByButton(paper, "Ghi vào dòng mới")),
        new("a plain row pasted", paper => PastePlainRow(paper, "Dán vào")),
        new("a row moved", MoveRow),
        new("a row deleted", DeleteRow),
    ];

    /// <summary>A row without any control, as copying from another document leaves it, between or below the others.</summary>
    public static bool PastePlainRow(Paper paper, string words)
    {
        if (paper.Expected.Rows.Count == 0)
        {
            return false;
        }

        var above = paper.Dice.Pick(paper.Expected.Rows);
        var place = paper.Expected.PlaceOf(above.Key) + 1;
        if (!paper.IsTable && place < paper.Expected.Rows.Count)
        {
            // Nobody renumbers headings between others by hand: a work is typed below the last.
            above = paper.Expected.Rows[^1];
            place = paper.Expected.Rows.Count;
        }

        if (paper.RowParts(above.Key) is not [.., var last])
        {
            return false;
        }

        var row = paper.Expected.Add(place, [.. paper.Rows.Columns.Where(column => column.Printed).Select((column, index) => $"{words} {paper.Expected.Added + 1}.{index}")]);
        last.AddAfterSelf(paper.IsTable ? [TableRow(row)] : Works(paper, row, place + 1));
        paper.Expected.Told.Add("D03");
        return true;
    }

    private static XElement TableRow(ExpectedRow row)
    {
        var element = Element("tr", Cell("9", null), row.Fields.Select(pair => Cell(pair.Value, $"{row.Key}/{pair.Key}")));
        NoteRow(element, row.Key);
        return element;
    }

    private static XElement Cell(string text, string? path) => Element("tc", Element("tcPr", Element("tcW", new XAttribute(W + "w", 1000))), Element("p", Noted(Element("r", Text(text)), path)));

    private static object[] Works(Paper paper, ExpectedRow row, int number)
    {
        var block = paper.Form.BlockOf(paper.Rows)!;
        var lines = block.Row.Select(item => item.Field.Length > 0
            ? Element("p", Noted(Element("r", Text(row.Fields[item.Field])), $"{row.Key}/{item.Field}"))
            : Element("p", Element("r", Text(item.Text.Replace("{n}", $"{number}", StringComparison.Ordinal))))).ToList();
        lines.ForEach(line => NoteRow(line, row.Key));
        return [.. lines];
    }

    private static bool CopyRow(Paper paper) => Copy(paper, (_, _) => { });

    private static bool CopyRowReworded(Paper paper) => Copy(paper, (parts, row) =>
    {
        foreach (var column in row.Fields.Keys.ToList())
        {
            var runs = parts.SelectMany(part => part.DescendantsAndSelf(W + "r")).Where(run => FieldOf(run) == $"{row.Key}/{column}" && run.Elements(W + "t").Any()).ToList();
            if (runs.Count == 0)
            {
                continue;
            }

            var paragraphs = runs.Select(run => run.Ancestors(W + "p").First()).Distinct().ToList();
            var text = RunLike(runs[0], $"Việc viết lại {row.Key} {column}");
            paragraphs.Skip(1).ToList().ForEach(paragraph => paragraph.Remove());
            runs.Skip(1).ToList().ForEach(run => run.Remove());
            runs[0].ReplaceWith(text);
            row.Fields[column] = $"Việc viết lại {row.Key} {column}";
        }
    });

    private static bool Copy(Paper paper, Action<IReadOnlyList<XElement>, ExpectedRow> change)
    {
        // The copy of a row that says nothing is no row.
        var rows = paper.Expected.Rows.Where(row => paper.RowParts(row.Key).Count > 0 && row.Fields.Values.All(text => text.Length > 0)).ToList();
        if (rows.Count == 0 || (!paper.IsTable && paper.RowParts(rows[0].Key).Count > 1))
        {
            return false;
        }

        var row = paper.Dice.Pick(rows);
        var added = paper.Expected.Add(paper.Expected.PlaceOf(row.Key) + 1, [.. row.Fields.Values], row);
        var copies = paper.CopyOfRow(row.Key, added.Key);
        var holder = Element("holder", copies);
        change(copies, added);
        holder.Elements().Remove();
        paper.RowParts(row.Key)[^1].AddAfterSelf(copies);
        paper.Expected.Told.Add("D03");
        if (!paper.IsTable)
        {
            // The heading of the copy has the number of its original.
            paper.Expected.Told.Add("D02");
        }

        return true;
    }

    private static bool AddByButton(Paper paper, string? words)
    {
        var items = paper.Expected.Rows.Where(row => paper.RowParts(row.Key) is [{ Name.LocalName: "sdt" }]).ToList();
        if (items.Count == 0)
        {
            return false;
        }

        var original = items[^1];
        var row = paper.Expected.Add(paper.Expected.PlaceOf(original.Key) + 1, [.. original.Fields.Keys.Select((column, index) => words is null ? "" : $"{words} {paper.Expected.Added + 1}.{index}")]);
        var copy = paper.CopyOfRow(original.Key, row.Key).Single();
        foreach (var id in copy.Descendants(W + "sdtPr").Elements(W + "id"))
        {
            id.SetAttributeValue(W + "val", -(1000 + paper.Dice.Next(1_000_000)));
        }

        foreach (var control in copy.Descendants(W + "sdt").Where(control => Docx.TagOf(control) is { } tag && row.Fields.ContainsKey(tag)).ToList())
        {
            Prompt(paper, control, row);
        }

        // A button cannot clear words that lost their control.
        if (copy.Descendants(W + "r").Any(run => FieldOf(run) is { } path && path.StartsWith(row.Key + "/", StringComparison.Ordinal) && run.Elements(W + "t").Any(text => text.Value.Length > 0) && !run.Ancestors(W + "sdt").Any(control => Docx.TagOf(control) == path[(row.Key.Length + 1)..])))
        {
            paper.Expected.Rows.Remove(row);
            return false;
        }

        paper.RowParts(original.Key)[^1].AddAfterSelf(copy);
        paper.Expected.Told.Add("D03");
        if (!paper.IsTable)
        {
            paper.Expected.Told.Add("D02");
        }

        return true;
    }

    // Word shows the prompt in the new row until somebody writes.
    private static void Prompt(Paper paper, XElement control, ExpectedRow row)
    {
        var (tag, content) = (Docx.TagOf(control)!, control.Element(W + "sdtContent")!);
        var paragraph = content.Descendants(W + "p").FirstOrDefault();
        var column = paper.Rows.Columns.Single(field => field.Tag == tag);
        var properties = control.Element(W + "sdtPr")!;
        var isEmpty = row.Fields[tag].Length == 0;
        properties.Elements(W + "showingPlcHdr").Remove();
        properties.Add(isEmpty ? Element("showingPlcHdr") : null);
        var run = isEmpty
            ? Element("r", Element("rPr", Element("rStyle", Value("PlaceholderText"))), Text(column.Placeholder.Length > 0 ? column.Placeholder : "Click or tap here to enter text."))
            : Element("r", Text(row.Fields[tag]));
        if (content.Element(W + "tc") is { } cell)
        {
            cell.Elements(W + "p").Remove();
            cell.Elements(W + "sdt").Remove();
            cell.Add(Element("p", Noted(run, $"{row.Key}/{tag}")));
            return;
        }

        content.ReplaceNodes(Element("p", paragraph?.Element(W + "pPr") is { } look ? new XElement(look) : null, Noted(run, $"{row.Key}/{tag}")));
    }

    private static bool MoveRow(Paper paper)
    {
        if (!paper.IsTable || paper.Expected.Rows.Count < 2 || paper.Expected.Rows.Any(row => paper.RowParts(row.Key).Count == 0))
        {
            return false;
        }

        var row = paper.Expected.Rows[0];
        var parts = paper.RowParts(row.Key).ToList();
        parts.ForEach(part => part.Remove());
        paper.Expected.Rows.RemoveAt(0);
        paper.RowParts(paper.Expected.Rows[^1].Key)[^1].AddAfterSelf(parts);
        paper.Expected.Rows.Add(row);
        paper.Expected.RowsRearranged = true;
        return true;
    }

    private static bool DeleteRow(Paper paper)
    {
        if (paper.Expected.Rows.Count < 2 || !paper.IsTable)
        {
            return false;
        }

        var row = paper.Dice.Pick(paper.Expected.Rows);
        paper.RowParts(row.Key).ToList().ForEach(part => part.Remove());
        paper.Expected.Rows.Remove(row);
        paper.Expected.RowsRearranged = true;
        return true;
    }
}
