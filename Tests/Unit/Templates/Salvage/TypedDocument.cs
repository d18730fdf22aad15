using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>A document as a person types it into an empty page of Word: paragraphs, tables, automatic lists, fonts; nothing of ours in it.</summary>
internal sealed class TypedDocument
{
    private readonly XElement body = new(W + "body");
    private readonly Dictionary<string, XElement> sides = [];

    /// <summary>The font of every run; null for the default one.</summary>
    public string? Font { get; init; }

    /// <summary>What becomes of every text before it is typed.</summary>
    public Func<string, string> Hand { get; init; } = text => text;

    /// <summary>True when Word has cut the runs while people edited.</summary>
    public bool SplitRuns { get; init; }

    public TypedDocument Line(string text)
    {
        body.Add(Paragraph(text));
        return this;
    }

    public TypedDocument Lines(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Paragraphs that Word numbers or marks with a dash.</summary>
    public TypedDocument List(IEnumerable<string> items, bool numbered)
    {
        foreach (var item in items)
        {
            body.Add(Paragraph(item, Element("pPr", Element("numPr", Element("ilvl", Val(0)), Element("numId", Val(numbered ? 2 : 1))))));
        }

        return this;
    }

    public TypedDocument Table(params IEnumerable<IReadOnlyList<string>> rows) => Cells(rows.Select(row => row.Select(text => new TypedCellText(text))));

    /// <summary>A table with merged cells.</summary>
    public TypedDocument Cells(IEnumerable<IEnumerable<TypedCellText>> rows)
    {
        var all = rows.Select(row => row.ToList()).ToList();
        body.Add(Element("tbl", Element("tblPr"), Element("tblGrid", Enumerable.Range(0, all.Max(row => row.Sum(cell => cell.Span))).Select(_ => Element("gridCol", new XAttribute(W + "w", 1500)))),
            all.Select(row => Element("tr", row.Select(Cell)))));
        return this;
    }

    /// <summary>The paragraphs outside of tables.</summary>
    public IReadOnlyList<string> Outside => [.. body.Elements(W + "p").Select(TextOf)];

    /// <summary>Types one more line below a paragraph outside of tables.</summary>
    public TypedDocument Insert(int paragraph, string text)
    {
        body.Elements(W + "p").ElementAt(paragraph).AddAfterSelf(Paragraph(text));
        return this;
    }

    /// <summary>Every paragraph of the body, those in cells included.</summary>
    public IReadOnlyList<string> Paragraphs => [.. body.Descendants(W + "p").Select(TextOf)];

    /// <summary>Types one more line before a paragraph anywhere in the body; behind the last one for their number.</summary>
    public TypedDocument InsertBefore(int paragraph, string text)
    {
        var all = body.Descendants(W + "p").ToList();
        if (paragraph < all.Count)
        {
            all[paragraph].AddBeforeSelf(Paragraph(text));
            return this;
        }

        return Line(text);
    }

    /// <summary>Puts a text box («khung chữ») on the last paragraph, in both drawing languages as Word writes it.</summary>
    public TypedDocument Box(params IEnumerable<string> lines)
    {
        if (!body.HasElements)
        {
            Line("");
        }

        AddBox(body.Descendants(W + "p").Last(), lines);
        return this;
    }

    /// <summary>Puts a text box on a paragraph anywhere in the body.</summary>
    public TypedDocument BoxAt(int paragraph, params IEnumerable<string> lines)
    {
        AddBox(body.Descendants(W + "p").ElementAt(paragraph), lines);
        return this;
    }

    /// <summary>Types lines at the top of every page.</summary>
    public TypedDocument Header(params IEnumerable<string> lines) => Side("header", "hdr", lines.Select(line => Paragraph(line)));

    /// <summary>Types lines at the bottom of every page.</summary>
    public TypedDocument Footer(params IEnumerable<string> lines) => Side("footer", "ftr", lines.Select(line => Paragraph(line)));

    /// <summary>Puts a footnote on a paragraph.</summary>
    public TypedDocument Footnote(int paragraph, string text)
    {
        body.Descendants(W + "p").ElementAt(paragraph).Add(Element("r", Element("footnoteReference", new XAttribute(W + "id", 2))));
        return Side("footnotes", "footnotes", [Element("footnote", new XAttribute(W + "id", 2), Paragraph(text))]);
    }

    /// <summary>Puts a comment on a paragraph.</summary>
    public TypedDocument Comment(int paragraph, string text)
    {
        body.Descendants(W + "p").ElementAt(paragraph).Add(Element("r", Element("commentReference", new XAttribute(W + "id", 0))));
        return Side("comments", "comments", [Element("comment", new XAttribute(W + "id", 0), new XAttribute(W + "author", "Chi ủy"), Paragraph(text))]);
    }

    private TypedDocument Side(string part, string root, IEnumerable<XElement> content)
    {
        sides[part] = new XElement(W + root, new XAttribute(XNamespace.Xmlns + "w", W), content);
        return this;
    }

    private void AddBox(XElement paragraph, IEnumerable<string> lines)
    {
        XNamespace shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
        XNamespace vml = "urn:schemas-microsoft-com:vml";
        var content = Element("txbxContent", lines.Select(line => Paragraph(line)));
        paragraph.Add(Element("r", new XElement(Mc + "AlternateContent", new XElement(Mc + "Choice", Element("drawing", new XElement(shape + "wsp", new XElement(shape + "txbx", content)))),
            new XElement(Mc + "Fallback", Element("pict", new XElement(vml + "shape", new XElement(vml + "textbox", new XElement(content))))))));
    }

    public byte[] ToBytes()
    {
        // Word itself always keeps a paragraph behind the last table.
        if (body.LastNode is XElement { Name.LocalName: "tbl" })
        {
            Line("");
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>{string.Concat(sides.Keys.Select(part => $"<Override PartName=\"/word/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml\"/>"))}</Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Write(zip, "word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>{string.Concat(sides.Keys.Select(part => $"<Relationship Id=\"{part}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}\" Target=\"{part}.xml\"/>"))}</Relationships>""");
            foreach (var (part, content) in sides)
            {
                Write(zip, $"word/{part}.xml", new XDocument(content).ToString(SaveOptions.DisableFormatting));
            }

            Write(zip, "word/numbering.xml", $"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>""");
            Write(zip, "word/document.xml", new XDocument(new XElement(W + "document", new XAttribute(XNamespace.Xmlns + "w", W), body)).ToString(SaveOptions.DisableFormatting));
        }

        return file.ToArray();
    }

    /// <summary>The same as plain text: the cells of a table parted by tabs.</summary>
    public string ToPlainText() => string.Join('\n', body.Elements().SelectMany(block => block.Name == W + "tbl"
        ? block.Elements(W + "tr").Select(row => string.Join('\t', row.Elements(W + "tc").Select(cell => string.Join(' ', cell.Elements(W + "p").Select(TextOf)))))
        : [TextOf(block)]));

    /// <summary>The same as the body of a web page.</summary>
    public string ToHtml(Func<string, string> encode) => string.Concat(body.Elements().Select(block => block.Name == W + "tbl"
        ? $"<table border=\"1\">{string.Concat(block.Elements(W + "tr").Select(row => $"<tr>{string.Concat(row.Elements(W + "tc").Select(cell => $"<td>{string.Concat(cell.Elements(W + "p").Select(line => $"<p>{encode(TextOf(line))}</p>"))}</td>"))}</tr>"))}</table>"
        : $"<p>{encode(TextOf(block))}</p>"));

    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants().Where(item => item.Name == W + "t" || item.Name == W + "tab").Select(item => item.Name == W + "tab" ? "\t" : item.Value));

    private XElement Cell(TypedCellText cell) => Element("tc",
        Element("tcPr", cell.Span > 1 ? Element("gridSpan", Val(cell.Span)) : null, cell.Merge is { } merge ? Element("vMerge", Val(merge)) : null),
        cell.Text.Split('\n').Select(line => Paragraph(line)));

    private XElement Paragraph(string text, XElement? properties = null) => Element("p", properties, Runs(Hand(text)));

    private IEnumerable<XElement> Runs(string text) => (SplitRuns ? Elements(text).Chunk(5).Select(letters => string.Concat(letters)) : [text]).Select(Run);

    private static IEnumerable<string> Elements(string text)
    {
        var walker = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (walker.MoveNext())
        {
            yield return walker.GetTextElement();
        }
    }

    private XElement Run(string text)
    {
        var run = Element("r", Font is null ? null : Element("rPr", Element("rFonts", new XAttribute(W + "ascii", Font), new XAttribute(W + "hAnsi", Font))));
        foreach (var (piece, index) in text.Split('\t').Select((piece, index) => (piece, index)))
        {
            run.Add(index > 0 ? Element("tab") : null, piece.Length > 0 ? Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), piece) : null);
        }

        return run;
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}

/// <summary>A cell of a typed table: its lines, the columns it spans, and «restart» or «continue» where it is merged downwards.</summary>
internal sealed record TypedCellText(string Text, int Span = 1, string? Merge = null);
