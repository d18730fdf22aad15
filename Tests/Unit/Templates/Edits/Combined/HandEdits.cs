using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Habits from paper and from older programs: words struck out, fields of old forms, tables that were grouped, continued, cut or turned into text.</summary>
internal static class HandEdits
{
    private static readonly string[] ShownByInstruction = [" SYMBOL 252 \\f Wingdings ", " FORMDROPDOWN ", " LISTNUM ", " AUTONUM ", " FORMCHECKBOX "];
    private static readonly string[] ShowsNothing = [" XE \"mục\" ", " TC \"mục\" ", " SET a \"b\" "];

    public static IReadOnlyList<PaperEdit> All =>
    [
        new("words struck out", paper => InField(paper, (path, run) =>
        {
            var struck = RunLike(run, " gạch bỏ");
            Properties(struck, "rPr").Add(Element(paper.Dice.Next(2) == 0 ? "strike" : "dstrike"));
            run.AddAfterSelf(struck);
            paper.Expected[path] += " gạch bỏ";
            paper.Expected.Told.Add("D09");
        })),
        new("a field that shows what only its instruction says", paper => InField(paper, (_, run) =>
        {
            run.AddAfterSelf(Mark("begin"), Element("r", Element("instrText", paper.Dice.Pick(ShownByInstruction))), Mark("end"));
            paper.Expected.Told.Add("D09");
        })),
        new("a field that shows nothing", paper => InField(paper, (_, run) =>
            run.AddAfterSelf(Mark("begin"), Element("r", Element("instrText", paper.Dice.Pick(ShowsNothing))), Mark("end")))),
        new("words in a font from before Unicode", paper => InField(paper, (path, run) =>
        {
            var old = RunLike(run, " ®¶ng bé vµ c¸n bé");
            var look = Properties(old, "rPr");
            look.Elements(W + "rFonts").Remove();
            look.Add(Element("rFonts", new XAttribute(W + "ascii", ".VnTime"), new XAttribute(W + "hAnsi", ".VnTime")));
            run.AddAfterSelf(old);
            paper.Expected[path] += " đảng bộ và cán bộ";
        })),
        new("a row continued in a row of its own", paper => Row(paper, columns => [.. columns.Select((_, index) => index == columns.Count - 1 ? "(tiếp theo)" : "")])),
        new("a title over a group of rows", GroupTitle),
        new("the column of numbers removed", RemoveNumbers),
        new("a column deleted with tracked changes", DeleteColumn),
        new("a column inserted with tracked changes", InsertColumn),
        new("the table turned into text", TurnIntoText),
    ];

    private static XElement Mark(string type) => Element("r", Element("fldChar", new XAttribute(W + "fldCharType", type)));

    private static bool InField(Paper paper, Action<string, XElement> edit)
    {
        if (paper.TextPaths is not { Count: > 0 } paths)
        {
            return false;
        }

        var path = paper.Dice.Pick(paths);
        edit(path, paper.TextRuns(path)[^1]);
        return true;
    }

    private static List<XElement> TableRows(Paper paper, string key) => [.. paper.RowParts(key).SelectMany(part => part.DescendantsAndSelf(W + "tr"))];

    private static XElement? Table(Paper paper) => !paper.IsTable || paper.Expected.Rows.Count == 0 ? null
        : TableRows(paper, paper.Expected.Rows[0].Key).FirstOrDefault()?.Ancestors(W + "tbl").First();

    private static bool Row(Paper paper, Func<IReadOnlyList<string>, IReadOnlyList<string>> words)
    {
        if (Table(paper) is null)
        {
            return false;
        }

        var above = paper.Dice.Pick(paper.Expected.Rows);
        if (TableRows(paper, above.Key) is not [.., var last])
        {
            return false;
        }

        var row = paper.Expected.Add(paper.Expected.PlaceOf(above.Key) + 1, words([.. above.Fields.Keys]));
        var element = Element("tr", Cell("", null), row.Fields.Select(pair => Cell(pair.Value, $"{row.Key}/{pair.Key}")));
        NoteRow(element, row.Key);
        (paper.RowParts(above.Key) is [.., { Name.LocalName: "sdt" } item] ? item : last).AddAfterSelf(element);
        paper.Expected.Told.Add("D03");
        return true;
    }

    private static XElement Cell(string text, string? path) => Element("tc", Element("tcPr", Element("tcW", new XAttribute(W + "w", 1000))), Element("p", Noted(Element("r", Text(text)), path)));

    private static bool GroupTitle(Paper paper)
    {
        if (Table(paper) is null)
        {
            return false;
        }

        var first = paper.Dice.Pick(paper.Expected.Rows);
        var title = Element("tr", Element("tc", Element("tcPr", Element("gridSpan", Value(first.Fields.Count + 1))), Element("p", Element("r", Text("I. Nhóm việc về cải cách hành chính")))));
        paper.RowParts(first.Key)[0].AddBeforeSelf(title);
        paper.Expected.Told.Add("D08");
        return true;
    }

    // As Word does it: the cells go, and what spanned them spans one less.
    private static bool RemoveNumbers(Paper paper)
    {
        if (Table(paper) is not { } table || table.Descendants(W + "tc").Any(cell => cell.Ancestors(W + "tc").Any()))
        {
            return false;
        }

        foreach (var row in table.Descendants(W + "tr").ToList())
        {
            var cell = row.Descendants(W + "tc").First();
            if (cell.Element(W + "tcPr")?.Element(W + "gridSpan")?.Attribute(W + "val") is { } span && (int)span > 1)
            {
                span.Value = $"{(int)span - 1}";
            }
            else
            {
                cell.Remove();
            }
        }

        table.Element(W + "tblGrid")?.Elements().FirstOrDefault()?.Remove();
        paper.Expected.Told.Add("D02");
        return true;
    }

    private static bool DeleteColumn(Paper paper) => EachLastCell(paper, (cell, _) => Properties(cell, "tcPr").Add(Element("cellDel", Id(41), Author())), column =>
    {
        paper.Expected.Rows.ForEach(row => paper.Expected[$"{row.Key}/{column}"] = "");
        paper.Expected.Told.UnionWith(["D01", "D02", "D03"]);
    });

    private static bool InsertColumn(Paper paper) => EachLastCell(paper, (cell, isHead) =>
        cell.AddAfterSelf(Element("tc", Element("tcPr", Element("cellIns", Id(42), Author())), Element("p", Element("r", Text(isHead ? "Kinh phí" : "Hai tỷ đồng"))))), _ =>
        paper.Expected.Told.UnionWith(["D01", "D08"]));

    private static bool EachLastCell(Paper paper, Action<XElement, bool> edit, Action<string> expect)
    {
        if (Table(paper) is not { } table || table.Descendants(W + "tc").Any(cell => cell.Ancestors(W + "tc").Any()))
        {
            return false;
        }

        var width = paper.Expected.Rows[0].Fields.Count + 1;
        foreach (var row in table.Descendants(W + "tr").ToList())
        {
            var cells = row.Descendants(W + "tc").ToList();
            if (cells.Count == width)
            {
                edit(cells[^1], row.Descendants(W + "tblHeader").Any());
            }
        }

        expect(paper.Expected.Rows[0].Fields.Keys.Last());
        return true;
    }

    // The command «Convert to text»: a line for each row, a tab between cells; controls of cells go, so do those of the signature.
    private static bool TurnIntoText(Paper paper)
    {
        if (Table(paper) is not { } table)
        {
            return false;
        }

        var lines = table.Descendants(W + "tr").Where(row => !row.Ancestors(W + "tc").Any()).Select(row => Element("p", Element("r",
            row.Descendants(W + "tc").SelectMany((cell, index) => new[] { index == 0 ? null : Element("tab"), Text(string.Join(' ', cell.Descendants(W + "t").Select(text => text.Value))) }))));
        table.ReplaceWith(lines.ToArray<object>());
        paper.Expected.Told.UnionWith(["D02", "D03", "D05", "D07", "D08"]);
        return true;
    }
}
