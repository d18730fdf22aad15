using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>The engine on documents that are none of our forms: tags as names, sections as lists.</summary>
[TestClass]
public sealed class DocxTemplateTests
{
    private const string Names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'";

    private static readonly XNamespace W = Docx.W;

    [TestMethod]
    public void A_control_is_filled_wherever_its_tag_stands()
    {
        var filled = Fill(Paragraph(Inline("name")) + Paragraph("<w:r><w:t>, </w:t></w:r>" + Inline("name")), Texts(("name", "Đặng Văn Lãm & <con>")));

        Assert.AreEqual("Đặng Văn Lãm & <con>\n, Đặng Văn Lãm & <con>", Docx.Text(filled));
        Assert.IsFalse(Docx.Body(filled).Descendants(W + "showingPlcHdr").Any());
    }

    [TestMethod]
    public void A_tag_without_a_text_and_an_empty_text_leave_the_prompt()
    {
        var filled = Fill(Paragraph(Inline("a")) + Paragraph(Inline("b")), Texts(("b", "")));

        Assert.AreEqual("prompt\nprompt", Docx.Text(filled));
        Assert.AreEqual(2, Docx.Body(filled).Descendants(W + "showingPlcHdr").Count());
    }

    [TestMethod]
    public void An_empty_text_empties_a_control_that_shows_no_prompt()
    {
        var control = Inline("a").Replace("<w:showingPlcHdr/>", "", StringComparison.Ordinal);

        Assert.AreEqual("", Docx.Text(Fill(Paragraph(control), Texts(("a", "")))));
    }

    [TestMethod]
    public void Text_looks_as_the_prompt_does_without_its_style()
    {
        var look = Docx.Body(Fill(Paragraph(Inline("a")), Texts(("a", "x")))).Descendants(W + "rPr").Single();

        Assert.AreEqual("<b/>", string.Concat(look.Elements().Select(element => $"<{element.Name.LocalName}/>")));
    }

    [TestMethod]
    public void Lines_become_paragraphs_between_paragraphs_and_breaks_inside_one()
    {
        var body = Docx.Body(Fill(Paragraph(Inline("a")) + Block("b"), Texts(("a", "1\n2\t3"), ("b", "một\r\n\nba\tbốn"))));

        Assert.AreEqual(4, body.Descendants(W + "p").Count());
        Assert.AreEqual(1, body.Descendants(W + "br").Count());
        Assert.AreEqual(2, body.Descendants(W + "tab").Count());
        Assert.IsTrue(body.Descendants(W + "p").Skip(1).All(paragraph => paragraph.Element(W + "pPr")!.Element(W + "pStyle")!.Attribute(W + "val")!.Value == "Look"));
    }

    [TestMethod]
    public void A_control_around_a_cell_keeps_its_cell()
    {
        var cell = Control("a", "<w:tc><w:tcPr><w:tcW w:w='100' w:type='dxa'/></w:tcPr><w:p><w:r><w:t>prompt</w:t></w:r></w:p></w:tc>");

        var filled = Docx.Body(Fill($"<w:tbl><w:tr>{cell}</w:tr></w:tbl>", Texts(("a", "x\ny")))).Descendants(W + "tc").Single();

        Assert.AreEqual(2, filled.Elements(W + "p").Count());
        Assert.IsNotNull(filled.Element(W + "tcPr"));
    }

    [TestMethod]
    public void Sections_repeat_within_sections_and_every_control_has_an_id_of_its_own()
    {
        var inner = Section("inner", Paragraph(Inline("n")));
        var body = Section("outer", Paragraph(Inline("n")) + inner);
        TemplateValues Row(int number) => new(
            new Dictionary<string, string> { ["n"] = $"{number}" },
            new Dictionary<string, IReadOnlyList<TemplateValues>> { ["inner"] = [Texts(("n", $"{number}a")), Texts(("n", $"{number}b"))] });

        var filled = Fill(body, new TemplateValues(
            new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<TemplateValues>> { ["outer"] = [Row(1), Row(2)] }));

        Assert.AreEqual("1\n1a\n1b\n2\n2a\n2b", Docx.Text(filled));
        var ids = Docx.Body(filled).Descendants(W + "sdtPr").Select(properties => (int)properties.Element(W + "id")!.Attribute(W + "val")!).ToList();
        CollectionAssert.AllItemsAreUnique(ids);
    }

    [TestMethod]
    public void Ids_of_rows_keep_clear_of_those_the_template_has()
    {
        var body = Paragraph(Inline("a").Replace("w:val='7'", "w:val='100002'", StringComparison.Ordinal)) + Section("rows", Paragraph(Inline("n")));

        var filled = Fill(body, new TemplateValues(
            new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<TemplateValues>> { ["rows"] = [.. Enumerable.Range(0, 20).Select(number => Texts(("n", $"{number}")))] }));

        CollectionAssert.AllItemsAreUnique(Docx.Body(filled).Descendants(W + "sdtPr").Select(properties => (int)properties.Element(W + "id")!.Attribute(W + "val")!).ToList());
    }

    [TestMethod]
    public void A_list_without_rows_leaves_the_sample()
    {
        var filled = Fill(Section("rows", Paragraph(Inline("n"))), Texts());

        Assert.AreEqual("prompt", Docx.Text(filled));
    }

    [TestMethod]
    public void Of_several_items_the_first_is_the_sample()
    {
        var section = Section("rows", Paragraph(Inline("n")));
        var item = section[section.IndexOf("<w:sdt><w:sdtPr><w:id w:val='99'/>", StringComparison.Ordinal)..section.LastIndexOf("</w:sdtContent>", StringComparison.Ordinal)];

        var filled = Fill(section.Replace(item, item + item, StringComparison.Ordinal), new TemplateValues(
            new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<TemplateValues>> { ["rows"] = [Texts(("n", "1")), Texts(("n", "2"))] }));

        Assert.AreEqual("1\n2", Docx.Text(filled));
    }

    [TestMethod]
    public void Headers_are_filled_too_and_all_other_parts_stay_packed_as_they_are()
    {
        var template = Package(Paragraph(Inline("a")));
        template = Docx.With(template, "word/header1.xml", $"<w:hdr {Names}>{Paragraph(Inline("a"))}</w:hdr>");
        template = Docx.With(template, "word/media/image1.png", "not really");

        var filled = DocxTemplate.FromBytes(template).Fill(Texts(("a", "x")));

        Assert.AreEqual("x", XDocument.Parse(Encoding.UTF8.GetString(Docx.Parts(filled)["word/header1.xml"])).Root!.Value);
        var (before, after) = (Entry(template, "word/media/image1.png"), Entry(filled, "word/media/image1.png"));
        CollectionAssert.AreEqual(before.Packed.ToArray(), after.Packed.ToArray());
        Assert.AreEqual(before.Crc, after.Crc);
    }

    [TestMethod]
    [DataRow("<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:body><x:p><x:sdt><x:sdtPr><x:tag x:val='a'/></x:sdtPr><x:sdtContent><x:r><x:t>prompt</x:t></x:r></x:sdtContent></x:sdt></x:p></x:body></x:document>", DisplayName = "another prefix")]
    [DataRow("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><!-- <w:sdt> --><w:body><w:p><w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr><w:sdtContent><w:r><w:t>prompt</w:t></w:r></w:sdtContent></w:sdt></w:p></w:body></w:document>", DisplayName = "a comment")]
    [DataRow("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:sdt ><w:sdtPr ><w:tag w:val='a'></w:tag><w:id w:val='1'></w:id></w:sdtPr><w:sdtContent ><w:r><w:t>prompt</w:t></w:r></w:sdtContent ></w:sdt ></w:p></w:body></w:document>", DisplayName = "spaces in tags, empty elements as two")]
    public void What_other_programs_write_is_filled_too(string document)
    {
        var filled = DocxTemplate.FromBytes(Docx.With(Package(""), Docx.Document, document)).Fill(Texts(("a", "x")));

        Assert.AreEqual("x", Docx.Text(filled));
    }

    [TestMethod]
    [DataRow("a\u0001b\u001Fc\uFFFEd", "abcd", DisplayName = "letters XML forbids")]
    [DataRow("e\u0302\u0301", "ế", DisplayName = "decomposed letters")]
    [DataRow("\U0001F600 “–” ]]>&lt;", "\U0001F600 “–” ]]>&lt;", DisplayName = "anything else")]
    [DataRow("<w:sdt><w:sdtPr><w:tag w:val=\"b\"/>", "<w:sdt><w:sdtPr><w:tag w:val=\"b\"/>", DisplayName = "markup")]
    public void Any_text_stays_text(string given, string shown) => Assert.AreEqual(shown, Docx.Text(Fill(Paragraph(Inline("a")), Texts(("a", given)))));

    [TestMethod]
    public void Half_a_pair_becomes_the_sign_for_what_is_lost() => Assert.AreEqual("x\uFFFD", Docx.Text(Fill(Paragraph(Inline("a")), Texts(("a", "x" + (char)0xD83D)))));

    [TestMethod]
    public void Equal_values_give_equal_bytes_on_every_thread()
    {
        var template = DocxTemplate.FromBytes(Package(Section("rows", Paragraph(Inline("n")))));
        var values = new TemplateValues(
            new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<TemplateValues>> { ["rows"] = [.. Enumerable.Range(0, 200).Select(number => Texts(("n", $"dòng {number}")))] });
        var first = template.Fill(values);

        Parallel.For(0, 64, _ => CollectionAssert.AreEqual(first, template.Fill(values)));
    }

    [TestMethod]
    [DataRow("<w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr></w:sdt>", DisplayName = "no content")]
    [DataRow("<w:sdt/>", DisplayName = "nothing at all")]
    public void Controls_no_program_writes_are_refused(string control) =>
        Assert.ThrowsExactly<InvalidDataException>(() => DocxTemplate.FromBytes(Package(Paragraph(control))));

    [TestMethod]
    public void What_is_no_zip_is_refused() => Assert.ThrowsExactly<InvalidDataException>(() => DocxTemplate.FromBytes(Encoding.UTF8.GetBytes("PK and nothing more")));

    private static byte[] Fill(string body, TemplateValues values) => DocxTemplate.FromBytes(Package(body)).Fill(values);

    private static TemplateValues Texts(params (string Tag, string Text)[] texts) => new(texts.ToDictionary(pair => pair.Tag, pair => pair.Text));

    private static byte[] Package(string body) => Docx.Pack([
        new("[Content_Types].xml", Encoding.UTF8.GetBytes("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")),
        new(Docx.Document, Encoding.UTF8.GetBytes($"<w:document {Names}><w:body>{body}</w:body></w:document>"))]);

    private static string Paragraph(string content) => $"<w:p>{content}</w:p>";

    private static string Inline(string tag) => Control(tag, "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/><w:b/></w:rPr><w:t>prompt</w:t></w:r>");

    private static string Block(string tag) => Control(tag, "<w:p w14:paraId='1'><w:pPr><w:pStyle w:val='Look'/></w:pPr><w:r><w:t>prompt</w:t></w:r></w:p>");

    private static string Control(string tag, string content) =>
        $"<w:sdt><w:sdtPr><w:tag w:val='{tag}'/><w:id w:val='7'/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Section(string tag, string item) =>
        $"<w:sdt><w:sdtPr><w:tag w:val='{tag}'/><w:id w:val='9'/><w15:repeatingSection/></w:sdtPr><w:sdtContent>"
        + $"<w:sdt><w:sdtPr><w:id w:val='99'/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{item}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>";

    private static ZipEntry Entry(byte[] docx, string name) => ZipDirectory.Read(docx).Single(entry => entry.IsNamed(Encoding.UTF8.GetBytes(name)));
}
