using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Filling;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>The engine on controls of every make: whatever they hold, the filled document is sound and says the text.</summary>
[TestClass]
public sealed class DocxTemplateShapeTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    private const string Text = "<w:p><w:r><w:t>old</w:t></w:r></w:p>";
    private const string Prompt = "<w:r><w:t>old</w:t></w:r>";

    private static readonly XNamespace W = Word;

    [TestMethod]
    [DataRow(Table + Text, DisplayName = "a table, a paragraph")]
    [DataRow(Text + Table, DisplayName = "a paragraph, a table")]
    [DataRow(Text + "<w:sdt><w:sdtContent>" + Text + "</w:sdtContent></w:sdt>", DisplayName = "a paragraph, a control")]
    [DataRow("<w:sdt><w:sdtContent>" + Text + "</w:sdtContent></w:sdt>" + Text, DisplayName = "a control, a paragraph")]
    [DataRow(Text + "<w:sdt><w:sdtPr><w:tag w:val='rows'/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>" + Text + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>", DisplayName = "a section that repeats")]
    [DataRow("<w:p/>", DisplayName = "an empty paragraph")]
    [DataRow("<w:p w:rsidR='00AB12CD'/>", DisplayName = "an empty paragraph with an attribute")]
    [DataRow("", DisplayName = "nothing")]
    public void A_control_between_paragraphs_holds_one_for_each_line(string content)
    {
        var body = Filled(Control(content));

        var held = body.Element(W + "sdt")!.Element(W + "sdtContent")!;
        CollectionAssert.AreEqual(new[] { "p", "p" }, held.Elements().Select(element => element.Name.LocalName).ToArray());
        Assert.AreEqual("một|hai", Lines(held));
    }

    [TestMethod]
    [DataRow("<w:tc><w:tcPr><w:tcW w:w='5'/></w:tcPr><w:p/></w:tc>", true, DisplayName = "an empty paragraph")]
    [DataRow("<w:tc><w:tcPr><w:tcW w:w='5'/></w:tcPr><w:p w:rsidR='00AB12CD'/></w:tc>", true, DisplayName = "one with an attribute")]
    [DataRow("<w:tc><w:tcPr><w:tcW w:w='5'/></w:tcPr>" + Table + "<w:p/></w:tc>", true, DisplayName = "a table within")]
    [DataRow("<w:tc>" + Text + Text + "</w:tc>", false, DisplayName = "no properties")]
    [DataRow("", false, DisplayName = "nothing")]
    public void A_control_around_a_cell_keeps_the_cell(string content, bool hasProperties)
    {
        var body = Filled($"<w:tbl><w:tr>{Control(content)}</w:tr></w:tbl>");

        var cell = body.Element(W + "tbl")!.Element(W + "tr")!.Element(W + "sdt")!.Element(W + "sdtContent")!.Elements().Single();
        Assert.AreEqual(W + "tc", cell.Name);
        Assert.AreEqual(hasProperties, cell.Element(W + "tcPr") is not null);
        Assert.HasCount(2, cell.Elements(W + "p"));
        Assert.AreEqual("một|hai", Lines(cell));
    }

    [TestMethod]
    [DataRow("<w:sdtContent/>", DisplayName = "one tag")]
    [DataRow("<w:sdtContent></w:sdtContent>", DisplayName = "two tags")]
    [DataRow("<w:sdtContent><w:bookmarkStart w:id='1' w:name='x'/><w:bookmarkEnd w:id='1'/></w:sdtContent>", DisplayName = "marks alone")]
    public void An_empty_control_in_a_paragraph_holds_a_run(string content)
    {
        var body = Filled($"<w:p><w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr>{content}</w:sdt></w:p>");

        Assert.AreEqual("một|hai", Lines(body));
        Assert.IsNotNull(body.Element(W + "p")!.Element(W + "sdt")!.Element(W + "sdtContent")!.Element(W + "r"));
    }

    [TestMethod]
    [DataRow("<w:r foo='a>b'><w:rPr><w:b/></w:rPr><w:t>old</w:t></w:r>", DisplayName = "a sign of tags in an attribute")]
    [DataRow("<w:r ><w:rPr ><w:b/></w:rPr ><w:t>old</w:t></w:r>", DisplayName = "spaces in tags")]
    [DataRow("\n <w:r>\n  <w:rPr>\n <w:rStyle w:val='PlaceholderText'/>\n <w:b/>\n </w:rPr>\n  <w:t>old</w:t>\n </w:r>\n", DisplayName = "white space between tags")]
    public void The_look_survives_however_it_is_written(string run)
    {
        var body = Filled(Control($"\n<w:p >\n <w:pPr>\n <w:jc w:val='center'/></w:pPr>{run}</w:p>"));

        Assert.IsTrue(body.Descendants(W + "r").All(filled => filled.Element(W + "rPr")?.Elements().Single().Name == W + "b"));
        Assert.HasCount(2, body.Descendants(W + "jc"));
    }

    [TestMethod]
    public void Rows_are_no_place_for_a_text() =>
        Assert.ThrowsExactly<InvalidDataException>(() => Filled($"<w:tbl>{Control("<w:tr><w:tc><w:p/></w:tc></w:tr>")}</w:tbl>"));

    [TestMethod]
    public void A_control_around_rows_leaves_the_controls_in_them_to_be_filled()
    {
        var inner = Control(Prompt);

        Assert.AreEqual("một|hai", Lines(Filled($"<w:tbl>{Control($"<w:tr><w:tc><w:p>{inner}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>")}</w:tbl>")));
    }

    [TestMethod]
    public void Letters_of_a_CDATA_section_are_only_letters()
    {
        var body = Filled("<w:p><w:r><w:t><![CDATA[<w:sdt> & ]]></w:t></w:r></w:p>" + Control("<w:p><w:r><w:t><![CDATA[</w:p>]]></w:t></w:r></w:p>"));

        Assert.AreEqual("<w:sdt> & |một|hai", Lines(body));
    }

    [TestMethod]
    public void A_filled_control_is_bound_to_no_other_text()
    {
        const string Bound = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x' w:storeItemID='{1}'/><w:tag w:val='a'/></w:sdtPr><w:sdtContent>" + Text + "</w:sdtContent></w:sdt>";

        Assert.IsEmpty(Filled(Bound).Descendants(W + "dataBinding"));
        Assert.HasCount(1, Filled(Bound.Replace("'a'", "'z'", StringComparison.Ordinal)).Descendants(W + "dataBinding"));
    }

    [TestMethod]
    public void Bookmarks_and_ids_of_paragraphs_stay_in_the_first_row()
    {
        const string Item = "<w:p w14:paraId='11223344' w:rsidR='0'><w:bookmarkStart w:id='1' w:name='x'/>" + Prompt + "<w:bookmarkEnd w:id='1'/></w:p>";
        var inner = $"<w:sdt><w:sdtPr><w:tag w:val='inner'/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>{Item}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>";
        var outer = inner.Replace("'inner'", "'rows'", StringComparison.Ordinal).Replace(Item, inner, StringComparison.Ordinal);
        TemplateValues Rows(string tag, TemplateValues row) => new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<TemplateValues>> { [tag] = [row, row] });

        var docx = DocxTemplate.FromBytes(Package(Document(outer), "word/document.xml")).Fill(Rows("rows", Rows("inner", new TemplateValues(new Dictionary<string, string>()))));

        var paragraphs = Body(docx, "word/document.xml").Descendants(W + "p").ToList();
        Assert.HasCount(4, paragraphs);
        Assert.IsTrue(paragraphs.All(paragraph => paragraph.Attribute(W + "rsidR") is not null));
        Assert.HasCount(1, paragraphs.Attributes().Where(attribute => attribute.Name.LocalName == "paraId"));
        Assert.HasCount(2, paragraphs.Elements().Where(element => element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Word_names_without_a_prefix_are_filled_too()
    {
        var document = Document(Control(Text)).Replace("<w:", "<", StringComparison.Ordinal).Replace("</w:", "</", StringComparison.Ordinal)
            .Replace("<document ", $"<document xmlns='{Word}' ", StringComparison.Ordinal);

        Assert.AreEqual("một|hai", Lines(Body(Fill(document, "word/document.xml"), "word/document.xml")));
    }

    [TestMethod]
    [DataRow("w", DisplayName = "the usual prefix")]
    [DataRow("s", DisplayName = "another")]
    public void The_strict_dialect_is_refused(string prefix)
    {
        var document = $"<{prefix}:document xmlns:{prefix}='{Strict}'><{prefix}:body><{prefix}:p/></{prefix}:body></{prefix}:document>";

        Assert.ThrowsExactly<InvalidDataException>(() => Fill(document, "word/document.xml"));
    }

    [TestMethod]
    [DataRow("Word/Document.xml", DisplayName = "other letter case")]
    [DataRow("content/main.xml", DisplayName = "another folder")]
    public void The_body_is_filled_wherever_the_package_says_it_is(string name) =>
        Assert.AreEqual("một|hai", Lines(Body(Fill(Document(Control(Text)), name), name)));

    [TestMethod]
    [DataRow("<w:p>", DisplayName = "no end")]
    [DataRow("<u:p/>", DisplayName = "an undeclared prefix")]
    public void A_part_that_is_not_well_formed_is_refused(string content) =>
        Assert.ThrowsExactly<XmlException>(() => Filled(Control(Text) + content));

    private static string Control(string content) => $"<w:sdt><w:sdtPr><w:id w:val='5'/><w:tag w:val='a'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Document(string body) =>
        $"<w:document xmlns:w='{Word}' xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'><w:body>{body}<w:sectPr/></w:body></w:document>";

    private static XElement Filled(string body) => Body(Fill(Document(body), "word/document.xml"), "word/document.xml");

    private static byte[] Fill(string document, string name) =>
        DocxTemplate.FromBytes(Package(document, name)).Fill(new TemplateValues(new Dictionary<string, string> { ["a"] = "một\nhai" }));

    private static byte[] Package(string document, string name) => Docx.Pack([
        new("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/{name}' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")),
        new(name, Encoding.UTF8.GetBytes(document))]);

    private static XElement Body(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part).Root!.Element(W + "body")!;
    }

    // Paragraphs and line breaks alike are lines.
    private static string Lines(XElement element) => string.Join('|', element.Descendants(W + "t").Select(text => text.Value));
}
