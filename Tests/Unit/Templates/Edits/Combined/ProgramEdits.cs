using System.Text;
using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>What programs do when they save: nothing of it changes what the eye sees, so nothing may be told.</summary>
internal static class ProgramEdits
{
    private static readonly string[] Instructions = [" PAGE ", " DATE \\@ \"dd/MM/yyyy\" ", " SEQ Bang \\* ARABIC ", " HYPERLINK \"https://lamkieu.example/\" ", " REF _Ref1 \\h ", " DOCPROPERTY Title "];

    public static IReadOnlyList<PaperEdit> All =>
    [
        PaperEdit.Always("every letter a run with revision ids and proofing marks", SplitLetters),
        PaperEdit.Always("runs split in threes", paper => Split(paper, 3)),
        PaperEdit.Always("comments around runs", Comment),
        PaperEdit.Always("soft hyphens and letters of no width", paper => EachText(paper, text => text.Length < 5 || text.Any(char.IsSurrogate) ? text : $"{text[..2]}\u00AD{text[2..3]}\u200B{text[3..]}\uFEFF")),
        PaperEdit.Always("decomposed letters", paper => EachText(paper, text => text.Normalize(NormalizationForm.FormD))),
        PaperEdit.Always("directions written into the text", paper => EachText(paper, text => $"\u200E{text}\u202C")),
        PaperEdit.Always("smart tags and custom XML", paper => Wrap(paper, run => Element("smartTag", new XAttribute(W + "element", "date"), Element("customXml", new XAttribute(W + "element", "x"), run)))),
        PaperEdit.Always("elements of direction", paper => Wrap(paper, run => paper.Dice.Next(2) == 0 ? Element("dir", new XAttribute(W + "val", "ltr"), run) : Element("bdo", new XAttribute(W + "val", "ltr"), run))),
        PaperEdit.Always("simple fields", paper => Wrap(paper, run => Element("fldSimple", new XAttribute(W + "instr", paper.Dice.Pick(Instructions)), run))),
        PaperEdit.Always("complex fields", ComplexFields),
        PaperEdit.Always("hyperlinks", Hyperlinks),
        PaperEdit.Always("ruby", paper => Some(paper, run => run.ReplaceWith(Element("r", Element("ruby", Element("rubyPr"), Element("rt", Element("r", Text("đọc"))), Element("rubyBase", run)))))),
        PaperEdit.Always("tracked formatting", TrackFormatting),
        PaperEdit.Always("bookmarks and permissions of other programs", paper => Some(paper, run =>
        {
            run.AddBeforeSelf(Element("bookmarkStart", Id(9001), Name("_GoBack")), Element("permStart", Id(9002), new XAttribute(W + "edGrp", "everyone")));
            run.AddAfterSelf(Element("permEnd", Id(9002)), Element("bookmarkEnd", Id(9001)));
        })),
        PaperEdit.Always("hidden words", paper => Some(paper, run => run.AddAfterSelf(Element("r", Element("rPr", Element("vanish")), Text("ẩn"))))),
        PaperEdit.Always("marks of rendered pages and anchors", paper => Some(paper, run => run.Elements().FirstOrDefault(part => part.Name != W + "rPr")?.AddBeforeSelf(Element("lastRenderedPageBreak")))),
        PaperEdit.Always("no-break hyphens", NoBreakHyphens),
        PaperEdit.Always("sections", paper => Properties(paper.Body.Elements(W + "p").Skip(paper.Dice.Next(3)).First(), "pPr").Add(Element("sectPr", Element("type", Value("continuous"))))),
        PaperEdit.Always("grids of other widths", OtherGrid),
        PaperEdit.Always("spaces written as entities and empty runs", paper => Some(paper, run => run.AddBeforeSelf(Element("r"), Element("r", Element("rPr", Element("b")), Text(""))))),
    ];

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    public static XAttribute Id(int id) => new(W + "id", id);

    public static XAttribute Name(string name) => new(W + "name", name);

    public static XAttribute Value(object value) => new(W + "val", value);

    private static void SplitLetters(Paper paper)
    {
        Split(paper, 1);
        foreach (var run in paper.AllRuns())
        {
            run.SetAttributeValue(W + "rsidR", "00AA11BB");
            run.SetAttributeValue(W + "rsidRPr", "00BB22CC");
            if (paper.Dice.Next(6) == 0)
            {
                run.AddBeforeSelf(Element("proofErr", new XAttribute(W + "type", "spellStart")));
                run.AddAfterSelf(Element("proofErr", new XAttribute(W + "type", "spellEnd")));
            }
        }

        foreach (var paragraph in paper.Body.Descendants(W + "p"))
        {
            paragraph.SetAttributeValue(W + "rsidR", "00AA11BB");
            paragraph.SetAttributeValue(W + "rsidRDefault", "00AA11BB");
        }
    }

    private static void Split(Paper paper, int letters)
    {
        foreach (var run in paper.AllRuns().Where(run => run.Elements().Count(child => child.Name != W + "rPr") == 1))
        {
            var pieces = run.Element(W + "t")!.Value.EnumerateRunes().Select(rune => rune.ToString()).Chunk(letters);
            run.ReplaceWith(pieces.Select(piece => RunLike(run, string.Concat(piece))));
        }
    }

    private static void Comment(Paper paper)
    {
        var number = 0;
        Some(paper, run =>
        {
            number++;
            run.AddBeforeSelf(Element("commentRangeStart", Id(number)));
            run.AddAfterSelf(Element("commentRangeEnd", Id(number)), Element("r", Element("rPr", Element("rStyle", Value("CommentReference"))), Element("commentReference", Id(number))));
        });
        if (!paper.HasPart("word/comments.xml"))
        {
            var comments = string.Concat(Enumerable.Range(1, number).Select(id => $"<w:comment w:id='{id}' w:author='A' w:date='2024-03-01T00:00:00Z'><w:p><w:r><w:t>Đề nghị ghi rõ.</w:t></w:r></w:p></w:comment>"));
            paper.Put("word/comments.xml", $"<w:comments xmlns:w='{W}'>{comments}</w:comments>");
            paper.Relate("rIdComments", "comments", "comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
        }
    }

    private static void EachText(Paper paper, Func<string, string> edit)
    {
        foreach (var text in paper.AllRuns().SelectMany(run => run.Elements(W + "t")))
        {
            text.Value = edit(text.Value);
        }
    }

    private static void Wrap(Paper paper, Func<XElement, XElement> wrap) => Some(paper, run => run.ReplaceWith(wrap(new XElement(run))));

    // A third of the runs, so that edits meet in all ways.
    private static void Some(Paper paper, Action<XElement> edit)
    {
        foreach (var run in paper.AllRuns().Where(_ => paper.Dice.Next(3) == 0))
        {
            edit(run);
        }
    }

    private static void ComplexFields(Paper paper) => Some(paper, run =>
    {
        run.AddBeforeSelf(Mark("begin"), Element("r", Element("instrText", paper.Dice.Pick(Instructions))), Mark("separate"));
        run.AddAfterSelf(Mark("end"));
    });

    private static XElement Mark(string type) => Element("r", Element("fldChar", new XAttribute(W + "fldCharType", type)));

    private static void Hyperlinks(Paper paper)
    {
        XNamespace relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Wrap(paper, run => Element("hyperlink", new XAttribute(relations + "id", "rIdLink"), run));
        if (!System.Text.Encoding.UTF8.GetString(Docx.Parts(paper.ToBytes())["word/_rels/document.xml.rels"]).Contains("rIdLink", StringComparison.Ordinal))
        {
            paper.Relate("rIdLink", "hyperlink", "https://lamkieu.example/", null, external: true);
        }
    }

    private static void TrackFormatting(Paper paper)
    {
        foreach (var run in paper.AllRuns().Where(_ => paper.Dice.Next(3) == 0))
        {
            Properties(run, "rPr").Add(Element("rPrChange", Id(31), Author(), Element("rPr", Element("b"), Element("vanish"))));
        }

        foreach (var (owner, properties, change) in new[] { ("p", "pPr", "pPrChange"), ("tbl", "tblPr", "tblPrChange"), ("tc", "tcPr", "tcPrChange") })
        {
            foreach (var element in paper.Body.Descendants(W + owner).Where(_ => paper.Dice.Next(3) == 0))
            {
                Properties(element, properties).Add(Element(change, Id(32), Author(), Element(properties)));
            }
        }
    }

    public static XAttribute Author() => new(W + "author", "Người sửa");

    public static XElement Properties(XElement owner, string name)
    {
        if (owner.Element(W + name) is { } found)
        {
            return found;
        }

        owner.AddFirst(Element(name));
        return owner.Element(W + name)!;
    }

    private static void NoBreakHyphens(Paper paper)
    {
        foreach (var run in paper.AllRuns().Where(run => run.Elements(W + "t").Count() == 1 && run.Element(W + "t")!.Value.Contains('-', StringComparison.Ordinal)))
        {
            var pieces = run.Element(W + "t")!.Value.Split('-');
            run.Element(W + "t")!.ReplaceWith(pieces.SelectMany((piece, index) => index == 0 ? [Text(piece)] : new[] { Element("noBreakHyphen"), Text(piece) }));
        }
    }

    private static void OtherGrid(Paper paper)
    {
        foreach (var table in paper.Body.Descendants(W + "tbl"))
        {
            foreach (var width in table.Elements(W + "tblGrid").Elements(W + "gridCol").Concat(table.Descendants(W + "tcW")).Where(width => width.Attribute(W + "w") is not null))
            {
                width.SetAttributeValue(W + "w", (int)width.Attribute(W + "w")! - 1);
            }

            table.Elements(W + "tblPr").Elements(W + "tblBorders").Remove();
        }
    }
}
