using System.Text;
using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Own.TemplateEdit;

namespace HocTap.Office.Tests.Unit.Templates.Own;

/// <summary>What organizations rightly do to a template, and what Word does when it saves: all of it must fill and read back.</summary>
internal static class TemplateEdits
{
    private const string Tables = "mau01 mau02";

    private static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static IReadOnlyList<TemplateEdit> Usable { get; } =
    [
        new("As it is", All, docx => docx, ""),
        Body("Runs of the same look joined, as Word does when it saves", All, JoinRuns, ""),
        Body("Runs split with revision ids and proofing marks", All, SplitRuns, ""),
        Body("Controls saved around their cells and paragraphs, as Word does", All, WidenControls, ""),
        Body("Other prompts in the controls", All, body => Prompts(body, "[Bấm vào đây để ghi]"), "T10"),
        Body("Words in the controls instead of prompts", All, FillIn, "T10"),
        Body("Controls in another colour and in italics", All, Restyle, ""),
        new("A style renamed", All, docx => Docx.Replace(docx, "word/styles.xml", "HT Thân văn bản", "Thân bài của đơn vị"), ""),
        Body("Other margins", All, body => body.Descendants(W + "pgMar").First().SetAttributeValue(W + "left", 1417), ""),
        Body("A line above the title and one at the end", All, AddLines, "T13"),
        Body("A drawing above everything", All, body => body.AddFirst(Drawing()), ""),
        new("A logo in the page head", All, docx => WithPicture(docx, "word/header1.xml"), ""),
        new("Words at the foot of the first page", All, docx => Docx.EditPart(docx, "word/footer1.xml", root => root.Add(new XElement(W + "p", Docx.Run("Biểu mẫu của Đảng ủy phường")))), "T13"),
        new("The XML part lost", All, docx => Docx.EditPart(Docx.Without(docx, "customXml/"), "word/_rels/document.xml.rels", root => root.Elements().Where(relation => ((string?)relation.Attribute("Target"))!.Contains("customXml", StringComparison.Ordinal)).Remove()), "T11"),
        new("The part moved behind a list of sources", All, MovePart, ""),
        new("The main part under another name, as Word on the web has it", All, RenameMain, ""),
        Body("All hidden bookmarks gone", All, body =>
        {
            body.Descendants(W + "bookmarkStart").Remove();
            body.Descendants(W + "bookmarkEnd").Remove();
        }, "T09"),
        Body("A bookmark of its own with one of our ids", All, body => body.Elements(W + "p").First().Add(
            new XElement(W + "bookmarkStart", new XAttribute(W + "id", 1), new XAttribute(W + "name", "_Toc1")), new XElement(W + "bookmarkEnd", new XAttribute(W + "id", 1))), null),
        Body("Control ids lost", All, body => body.Descendants(W + "sdtPr").Elements(W + "id").Remove(), ""),
        Body("A field in two places", All, body => body.Elements(W + "tbl").First().AddAfterSelf(new XElement(Paragraph(body, "orgName"))), "T04"),
        Body("The title in other words", All, body => TextOf(body, "NG K").Value = "ĐĂNG KÝ CỦA ĐƠN VỊ", "T13"),
        Body("The campaign's title as fixed words", All, body =>
        {
            var place = Docx.Control(body, "campaign.headerTitle");
            place.ReplaceWith(Docx.Run("ĐẢNG CỘNG SẢN VIỆT NAM"));
        }, "T03 T13"),

        Body("Two lines changed about", "mau03", body =>
        {
            var (name, unit) = (Paragraph(body, "fullName"), Paragraph(body, "workUnit"));
            name.Remove();
            unit.AddAfterSelf(name);
        }, "T13"),
        Body("The person's lines in a table", "mau03", IntoTable, "T13"),
        Body("Section III under another heading, a line put in between", "mau03", body =>
        {
            var heading = TextOf(body, "III. ").Ancestors(W + "p").First();
            heading.Descendants(W + "t").First().Value = "III. VIỆC NÊU GƯƠNG CỦA CÁ NHÂN";
        }, "T13"),
        Body("Labels and headings of the works in other words", "mau03", body =>
        {
            TextOf(body, "- Nội dung, mục tiêu").Value = "a) Mục tiêu cần đạt, nội dung công việc:";
            TextOf(body, "- Giải pháp, thời gian").Value = "b) Cách làm và thời hạn:";
            JoinRuns(body);
            TextOf(body, "1. Công việc số 1").Value = "Việc thứ 1";
        }, "T13"),
        Body("A line without number as the heading of a work", "mau03", body =>
        {
            JoinRuns(body);
            TextOf(body, "1. Công việc số 1").Value = "Việc nêu gương";
        }, "T08 T13"),
        Body("The signatures changed about", "mau03", body =>
        {
            var table = body.Elements(W + "tbl").Last();
            foreach (var row in table.Elements(W + "tr").ToList())
            {
                var left = row.Elements(W + "tc").First();
                left.Remove();
                row.Add(left);
            }
        }, "T13"),
        Body("Words behind a control, in its bookmark", "mau03", body => Docx.Control(body, "fullName").AddAfterSelf(Docx.Run(" (viết in hoa)")), "T13"),
        Body("A line behind a control of paragraphs, in its bookmark", "mau03", body => Docx.Control(body, "actionSolution").AddAfterSelf(new XElement(W + "p", Docx.Run("(ghi rõ thời gian)"))), "T13"),
        Body("Two sample works", "mau03", body => Item(body).AddAfterSelf(new XElement(Item(body))), "T08"),

        Body("Heads of the table in other words", Tables, body =>
        {
            foreach (var (head, number) in Heads(body).Skip(1).Select((head, number) => (head, number)))
            {
                head.Descendants(W + "t").First().Value = $"Cột của đơn vị {number + 1}:";
            }
        }, "T13"),
        Body("A column of fixed words added", Tables, AddColumn, "T13"),
        Body("A column of notes to be filled by hand", Tables, body => AddColumn(body, "Ghi chú", ""), "T13"),
        Body("Rows that no longer count themselves", Tables, body => Item(body).Descendants(W + "numPr").Remove(), "T08"),
        Body("Two sample rows", Tables, body => Item(body).AddAfterSelf(new XElement(Item(body))), "T08"),
        Body("A line above the recipients", Tables, body => TextOf(body, "Nơi nhận").Ancestors(W + "p").First().AddBeforeSelf(new XElement(W + "p", Docx.Run("Kèm theo danh sách"))), "T13"),
    ];

    public static XElement Item(XElement body) => body.Descendants(W + "sdt").First(control => control.Elements(W + "sdtPr").Elements().Any(kind => kind.Name.LocalName == "repeatingSectionItem"));

    public static XElement TextOf(XElement body, string words) => body.Descendants(W + "t").First(text => text.Value.Contains(words, StringComparison.Ordinal));

    public static void JoinRuns(XElement body)
    {
        foreach (var run in body.Descendants(W + "r").ToList())
        {
            if (run.Parent is not null && run.ElementsBeforeSelf().LastOrDefault() is { } before && before.Name == W + "r" && before.Elements(W + "t").Any() && run.Elements(W + "t").Any()
                && before.Element(W + "rPr")?.ToString() == run.Element(W + "rPr")?.ToString())
            {
                before.Element(W + "t")!.Value += run.Element(W + "t")!.Value;
                run.Remove();
            }
        }
    }

    private static void SplitRuns(XElement body)
    {
        foreach (var run in body.Descendants(W + "r").Where(run => run.Element(W + "t")?.Value.Length > 3).ToList())
        {
            var text = run.Element(W + "t")!.Value;
            foreach (var piece in text.Chunk(3))
            {
                var copy = new XElement(run);
                copy.SetAttributeValue(W + "rsidR", "00AB12CD");
                copy.Element(W + "t")!.Value = new string(piece);
                copy.Element(W + "t")!.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                run.AddBeforeSelf(copy, new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")));
            }

            run.Remove();
        }
    }

    private static void WidenControls(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Where(control => Docx.TagOf(control) is { } tag && tag is not ("breakthroughTasks" or "models" or "exemplaryTasks")).ToList())
        {
            Around(control, W + "p", W + "pPr");
            Around(control, W + "tc", W + "tcPr");
        }
    }

    private static void Around(XElement control, XName owner, XName properties)
    {
        if (control.Parent is not { } parent || parent.Name != owner || parent.Elements().Any(element => element != control && element.Name != properties && !element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)))
        {
            return;
        }

        var content = control.Element(W + "sdtContent")!.Elements().ToList();
        content.ForEach(element => element.Remove());
        control.Remove();
        parent.ReplaceWith(control);
        parent.Add(content);
        control.Element(W + "sdtContent")!.ReplaceNodes(parent);
    }

    private static IEnumerable<XElement> Fields(XElement body) => body.Descendants(W + "sdt").Where(control => control.Element(W + "sdtPr")!.Element(W + "showingPlcHdr") is not null);

    private static void Prompts(XElement body, string words)
    {
        foreach (var text in Fields(body).SelectMany(control => control.Descendants(W + "t")).ToList())
        {
            text.Value = words;
        }
    }

    private static void FillIn(XElement body)
    {
        foreach (var control in Fields(body).ToList())
        {
            control.Element(W + "sdtPr")!.Element(W + "showingPlcHdr")!.Remove();
            control.Descendants(W + "rStyle").Remove();
            control.Descendants(W + "t").First().Value = "chữ của đơn vị";
        }
    }

    private static void Restyle(XElement body)
    {
        foreach (var control in Fields(body).ToList())
        {
            control.Descendants(W + "rPr").First().Add(new XElement(W + "i"), new XElement(W + "color", new XAttribute(W + "val", "1F3864")));
        }
    }

    private static void AddLines(XElement body)
    {
        body.Elements(W + "tbl").First().AddAfterSelf(new XElement(W + "p", Docx.Run("Số: ……-ĐK/ĐU")));
        body.Elements(W + "sectPr").Last().AddBeforeSelf(new XElement(W + "p", Docx.Run("Ghi chú: biểu này gửi về Văn phòng trước ngày 15.")));
    }

    private static XElement Paragraph(XElement body, string tag) => Docx.Control(body, tag).Ancestors(W + "p").First();

    private static void IntoTable(XElement body)
    {
        var lines = new[] { "fullName", "dateOfBirth", "workUnit", "partyPosition", "governmentPosition" }.Select(tag => Paragraph(body, tag)).ToList();
        lines[0].AddBeforeSelf(new XElement(W + "tbl", new XElement(W + "tblPr", new XElement(W + "tblW", new XAttribute(W + "w", 9000), new XAttribute(W + "type", "dxa"))),
            new XElement(W + "tblGrid", new XElement(W + "gridCol", new XAttribute(W + "w", 3000)), new XElement(W + "gridCol", new XAttribute(W + "w", 6000))),
            lines.Select(line => new XElement(W + "tr", Cell(Docx.Run(string.Concat(line.Elements(W + "r").Descendants(W + "t").Select(text => text.Value)))), Cell([.. line.Elements().Where(element => element.Name != W + "pPr" && element.Name != W + "r").Select(element => new XElement(element))])))));
        lines.ForEach(line => line.Remove());
    }

    private static XElement Cell(params XElement[] content) => new(W + "tc", new XElement(W + "tcPr", new XElement(W + "tcW", new XAttribute(W + "w", 3000), new XAttribute(W + "type", "dxa"))), new XElement(W + "p", content));

    private static IEnumerable<XElement> Heads(XElement body) => body.Descendants(W + "tr").First(row => row.Descendants(W + "tblHeader").Any()).Elements(W + "tc");

    private static void AddColumn(XElement body) => AddColumn(body, "Cơ quan theo dõi", "Ban Tuyên giáo");

    private static void AddColumn(XElement body, string head, string words)
    {
        var table = Heads(body).First().Ancestors(W + "tbl").First();
        table.Element(W + "tblGrid")!.Add(new XElement(W + "gridCol", new XAttribute(W + "w", 1000)));
        Heads(body).First().Parent!.Add(Cell(Docx.Run(head)));
        Item(body).Descendants(W + "tr").First().Add(words.Length == 0 ? Cell() : Cell(Docx.Run(words)));
    }

    private static XElement Drawing()
    {
        XNamespace v = "urn:schemas-microsoft-com:vml";
        return new XElement(W + "p", new XElement(W + "r", new XElement(W + "pict", new XElement(v + "rect", new XAttribute("style", "width:40pt;height:40pt")))));
    }

    private static byte[] WithPicture(byte[] docx, string part)
    {
        XNamespace relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        XNamespace v = "urn:schemas-microsoft-com:vml";
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var name = part[(part.LastIndexOf('/') + 1)..];
        docx = Docx.With(docx, "word/media/logo.png", Logo);
        docx = Docx.With(docx, $"word/_rels/{name}.rels", new XElement(relations + "Relationships", new XElement(relations + "Relationship",
            new XAttribute("Id", "rId1"), new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"), new XAttribute("Target", "media/logo.png"))).ToString());
        docx = Docx.EditPart(docx, "[Content_Types].xml", root => root.AddFirst(new XElement(root.Name.Namespace + "Default", new XAttribute("Extension", "png"), new XAttribute("ContentType", "image/png"))));
        return Docx.EditPart(docx, part, root => root.Elements(W + "p").First().Add(new XElement(W + "r", new XElement(W + "pict",
            new XElement(v + "rect", new XAttribute("style", "width:40pt;height:40pt"), new XElement(v + "imagedata", new XAttribute(r + "id", "rId1")))))));
    }

    private static byte[] MovePart(byte[] docx)
    {
        docx = Docx.Replace(docx, "word/_rels/document.xml.rels", "../customXml/item1.xml", "../customXml/item2.xml");
        var parts = Docx.Parts(docx);
        parts["customXml/item2.xml"] = parts["customXml/item1.xml"];
        parts["customXml/itemProps2.xml"] = parts["customXml/itemProps1.xml"];
        parts["customXml/_rels/item2.xml.rels"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts["customXml/_rels/item1.xml.rels"]).Replace("itemProps1", "itemProps2", StringComparison.Ordinal));
        parts.Remove("customXml/itemProps1.xml");
        parts.Remove("customXml/_rels/item1.xml.rels");
        parts["customXml/item1.xml"] = "<b:Sources xmlns:b=\"http://schemas.openxmlformats.org/officeDocument/2006/bibliography\"/>"u8.ToArray();
        docx = Docx.Replace(Docx.Pack(parts), "[Content_Types].xml", "itemProps1.xml", "itemProps2.xml");
        return Docx.Replace(docx, "word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"rIdB\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/></Relationships>");
    }

    private static byte[] RenameMain(byte[] docx)
    {
        var parts = Docx.Parts(docx);
        foreach (var (from, to) in new[] { ("word/document.xml", "word/document2.xml"), ("word/_rels/document.xml.rels", "word/_rels/document2.xml.rels") })
        {
            parts.Remove(from, out var content);
            parts[to] = content!;
        }

        docx = Docx.Replace(Docx.Pack(parts), "_rels/.rels", "word/document.xml", "word/document2.xml");
        return Docx.Replace(docx, "[Content_Types].xml", "/word/document.xml", "/word/document2.xml");
    }
}
