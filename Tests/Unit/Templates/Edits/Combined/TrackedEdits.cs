using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Tracked changes that nobody accepted: what is inserted counts, what is deleted does not, and that there are some is told.</summary>
internal static class TrackedEdits
{
    // Each worker of the tests counts for itself; papers are many times made anew, so numbers need not begin again.
    private static readonly ThreadLocal<int> LastId = new(() => 500);

    public static IReadOnlyList<PaperEdit> All =>
    [
        new("words inserted", paper => InField(paper, (path, run) =>
        {
            run.AddAfterSelf(Track("ins", RunLike(run, " chèn thêm")));
            paper.Expected[path] += " chèn thêm";
        })),
        new("words deleted", paper => InField(paper, (path, run) =>
        {
            run.AddAfterSelf(Track("del", Deleted("bỏ đi này")));
        })),
        new("words exchanged", paper => InField(paper, (path, run) =>
        {
            run.AddAfterSelf(Track("del", Deleted("chữ cũ")), Track("ins", RunLike(run, " chữ mới"), Element("proofErr")));
            paper.Expected[path] += " chữ mới";
        })),
        new("words inserted and deleted again", paper => InField(paper, (_, run) => run.AddAfterSelf(Track("ins", Track("del", Deleted("thoáng qua")))))),
        new("words moved inside a field", paper => InField(paper, (path, run) =>
        {
            run.AddBeforeSelf(Element("moveFromRangeStart", Id(++LastId.Value), Name("move1")), Track("moveFrom", Deleted("chỗ cũ")), Element("moveFromRangeEnd", Id(LastId.Value)));
            run.AddAfterSelf(Element("moveToRangeStart", Id(++LastId.Value), Name("move1")), Track("moveTo", RunLike(run, " chỗ mới")), Element("moveToRangeEnd", Id(LastId.Value)));
            paper.Expected[path] += " chỗ mới";
        })),
        new("a whole control inserted", paper => Control(paper, control => control.ReplaceWith(Track("ins", new XElement(control))))),
        new("the content of a control inserted", paper => Control(paper, control =>
        {
            var content = control.Element(W + "sdtContent")!;
            content.ReplaceNodes(Track("ins", content.Nodes().ToArray<object>()));
        })),
        new("marks of inserted and deleted controls", paper => Control(paper, control =>
        {
            control.AddBeforeSelf(Element("customXmlInsRangeStart", Id(++LastId.Value), Author()));
            control.AddAfterSelf(Element("customXmlInsRangeEnd", Id(LastId.Value)));
        })),
        new("a mark of a paragraph deleted", JoinLines),
        new("a mark of a paragraph inserted", paper => Lines(paper, (_, paragraph, _) => Mark(paragraph, "ins"))),
        new("a table row deleted", DeleteRow),
        new("a table row inserted", InsertRow),
        new("properties of rows tracked", paper => EachRow(paper, row => Properties(row, "trPr").Add(Element("trPrChange", Id(++LastId.Value), Author(), Element("trPr"))))),
    ];

    private static XElement Track(string kind, params object[] content) => Element(kind, Id(++LastId.Value), Author(), new XAttribute(W + "date", "2024-03-01T00:00:00Z"), content);

    private static XElement Deleted(string text) => Element("r", new XAttribute(W + "rsidDel", "00AA11BB"), Element("delText", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static bool InField(Paper paper, Action<string, XElement> edit)
    {
        var paths = paper.TextPaths;
        if (paths.Count == 0)
        {
            return false;
        }

        var path = paper.Dice.Pick(paths);
        edit(path, paper.TextRuns(path)[^1]);
        paper.Expected.Told.Add("D01");
        return true;
    }

    private static bool Control(Paper paper, Action<XElement> edit)
    {
        var controls = paper.Controls().Where(control => control.Ancestors(W + "p").Any()).ToList();
        if (controls.Count == 0)
        {
            return false;
        }

        edit(paper.Dice.Pick(controls));
        paper.Expected.Told.Add("D01");
        return true;
    }

    // The value of a field of several paragraphs and the paragraphs that show it, line for line.
    private static bool Lines(Paper paper, Action<string, XElement, int> edit)
    {
        var places = paper.TextPaths.Where(path => paper.Expected.FieldOf(path).Type == FieldType.Multi)
            .Select(path => (Path: path, Paragraphs: paper.TextRuns(path).Select(run => run.Ancestors(W + "p").First()).Distinct().ToList()))
            .Where(place => place.Paragraphs.Count > 1 && place.Paragraphs.Count == paper.Expected[place.Path].Split('\n').Length).ToList();
        if (places.Count == 0)
        {
            return false;
        }

        var (path, paragraphs) = paper.Dice.Pick(places);
        var line = paper.Dice.Next(paragraphs.Count - 1);
        edit(path, paragraphs[line], line);
        paper.Expected.Told.Add("D01");
        return true;
    }

    private static bool JoinLines(Paper paper) => Lines(paper, (path, paragraph, line) =>
    {
        Mark(paragraph, "del");
        var lines = paper.Expected[path].Split('\n').ToList();
        lines[line] += lines[line + 1];
        lines.RemoveAt(line + 1);
        paper.Expected[path] = string.Join('\n', lines);
    });

    private static void Mark(XElement paragraph, string kind) => Properties(Properties(paragraph, "pPr"), "rPr").AddFirst(Element(kind, Id(++LastId.Value), Author()));

    private static List<XElement> TableRows(Paper paper, string key) => [.. paper.RowParts(key).SelectMany(part => part.DescendantsAndSelf(W + "tr")).Where(row => row.Element(W + "trPr")?.Element(W + "del") is null)];

    private static bool EachRow(Paper paper, Action<XElement> edit)
    {
        var rows = paper.Expected.Rows.SelectMany(row => TableRows(paper, row.Key)).ToList();
        rows.ForEach(edit);
        return rows.Count > 0;
    }

    private static bool DeleteRow(Paper paper)
    {
        if (!paper.IsTable || paper.Expected.Rows.Count < 2)
        {
            return false;
        }

        var row = paper.Dice.Pick(paper.Expected.Rows);
        TableRows(paper, row.Key).ForEach(element => Properties(element, "trPr").Add(Element("del", Id(++LastId.Value), Author())));
        paper.Expected.Rows.Remove(row);
        paper.Expected.RowsRearranged = true;
        paper.Expected.Told.Add("D01");
        return true;
    }

    private static bool InsertRow(Paper paper)
    {
        if (!paper.IsTable || !RowEdits.PastePlainRow(paper, "Chèn bằng theo dõi"))
        {
            return false;
        }

        TableRows(paper, $"+{paper.Expected.Added}").ForEach(element => Properties(element, "trPr").Add(Element("ins", Id(++LastId.Value), Author())));
        paper.Expected.Told.Add("D01");
        return true;
    }
}
