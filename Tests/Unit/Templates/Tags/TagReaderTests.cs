using System.Xml.Linq;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Tags;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates.Tags;

[TestClass]
public sealed class TagReaderTests
{
    private static readonly XNamespace W = Docx.W;

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_filled_form_tells_what_it_prints_tag_by_tag(string name)
    {
        var sample = Sample.Named(name);
        var document = Reading.Of(sample.Fill());

        var content = Read(sample.Fill());

        foreach (var field in sample.Form.SingleFields.Where(field => field.Printed && field.Type == HocTap.Office.Templates.Forms.FieldType.Multi && document.Values[field.Tag].Length > 0))
        {
            Assert.AreEqual(document.Values[field.Tag], VietnameseText.Paragraphs(content.Values.First(value => value.Tag == field.Tag).Text), field.Tag);
        }

        foreach (var rows in sample.Form.RowFields.Where(rows => document.Values.RowsOf(rows.Tag).Count > 0))
        {
            Assert.HasCount(document.Values.RowsOf(rows.Tag).Count, content.Rows.Single(found => found.Tag == rows.Tag).Items);
        }
    }

    [TestMethod]
    public void Values_come_in_order_and_rows_by_item()
    {
        var content = Read(Body(
            Control("place", "Lam Kiều"),
            new XElement(W + "sdt",
                new XElement(W + "sdtPr", Tag("tasks"), new XElement(W15 + "repeatingSection")),
                new XElement(W + "sdtContent", Item("một", "1"), Item("hai", "2"))),
            Control("name", "A & B <C>")));

        CollectionAssert.AreEqual(new[] { new TaggedValue("place", "Lam Kiều"), new TaggedValue("name", "A & B <C>") }, content.Values.ToList());
        CollectionAssert.AreEqual(new[] { "task=một number=1", "task=hai number=2" }, content.Rows.Single().Items.Select(Shown).ToList());
    }

    [TestMethod]
    public void A_table_of_thousands_of_rows_is_read_whole()
    {
        var items = Enumerable.Range(1, 8000).Select(number => Item($"việc {number}", "1"));

        // Far more than a tree is built of: only one pass over the bytes reads it.
        var read = TagReader.Read(Body(new XElement(W + "sdt",
            new XElement(W + "sdtPr", Tag("tasks"), new XElement(W15 + "repeatingSection")),
            new XElement(W + "sdtContent", items))));

        var content = Assert.IsInstanceOfType<TagResult.Readable>(read).Content;
        Assert.HasCount(8000, content.Rows.Single().Items);
        Assert.AreEqual("task=việc 8000 number=1", Shown(content.Rows.Single().Items[^1]));
    }

    [TestMethod]
    public void A_control_with_several_paragraphs_has_a_line_for_each()
    {
        var content = Read(Body(new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("text")), new XElement(W + "sdtContent", Paragraph("một"), new XElement(W + "p"), Paragraph("hai")))));

        Assert.AreEqual("một\n\nhai", content.Values.Single().Text);
    }

    [TestMethod]
    public void A_control_inside_another_tells_its_part_and_the_outer_one_all()
    {
        var inner = new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("inner")), new XElement(W + "sdtContent", Paragraph("hai")));
        var docx = Body(new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("outer")), new XElement(W + "sdtContent", Paragraph("một"), inner, Paragraph("ba"))));

        TaggedValue[] expected = [new("outer", "một\nhai\nba"), new("inner", "hai")];
        CollectionAssert.AreEqual(expected, Read(docx).Values.ToList());
        CollectionAssert.AreEqual(expected, Assert.IsInstanceOfType<TagResult.Readable>(TagReader.Tolerantly(docx)).Content.Values.ToList());
    }

    [TestMethod]
    public void Controls_that_tell_the_same_over_and_over_are_refused()
    {
        XElement[] nested = [Paragraph(new string('a', 20_000))];
        for (var level = 0; level < 180; level++)
        {
            nested = [new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("text")), new XElement(W + "sdtContent", nested))];
        }

        Assert.AreEqual(RefusalKind.TooLarge, Assert.IsInstanceOfType<TagResult.Refused>(TagReader.Read(Body(nested))).Kind);
    }

    [TestMethod]
    public void A_control_that_shows_its_prompt_is_empty()
    {
        var content = Read(Body(new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("text"), new XElement(W + "showingPlcHdr")), new XElement(W + "sdtContent", Paragraph("[nhập]")))));

        Assert.AreEqual("", content.Values.Single().Text);
    }

    [TestMethod]
    public void Tracked_deletions_and_hidden_text_do_not_count()
    {
        var content = Read(Body(new XElement(W + "sdt", new XElement(W + "sdtPr", Tag("text")), new XElement(W + "sdtContent", new XElement(W + "p",
            Docx.Run("còn"),
            new XElement(W + "ins", Docx.Run(" thêm")),
            new XElement(W + "del", new XElement(W + "r", new XElement(W + "delText", "xóa"))),
            new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "vanish")), new XElement(W + "t", "ẩn")))))));

        Assert.AreEqual("còn thêm", content.Values.Single().Text);
    }

    [TestMethod]
    public void A_file_that_is_no_document_is_refused() => Assert.IsInstanceOfType<TagResult.Refused>(TagReader.Read([1, 2, 3]));

    [TestMethod]
    public void A_document_that_fetches_something_is_refused()
    {
        var docx = Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body => body.AddFirst(new XElement(W + "altChunk")));

        Assert.AreEqual(RefusalKind.Unsafe, Assert.IsInstanceOfType<TagResult.Refused>(TagReader.Read(docx)).Kind);
    }

    private static XNamespace W15 => "http://schemas.microsoft.com/office/word/2012/wordml";

    private static TaggedContent Read(byte[] docx)
    {
        Quick.QuickReadingTests.AssertSame(docx);
        return Assert.IsInstanceOfType<TagResult.Readable>(TagReader.Read(docx)).Content;
    }

    private static string Shown(TaggedContent item) => string.Join(' ', item.Values.Select(value => $"{value.Tag}={value.Text}"));

    private static byte[] Body(params XElement[] content) => Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body => body.ReplaceNodes(content));

    private static XElement Item(string task, string number) => new(W + "sdt",
        new XElement(W + "sdtPr", new XElement(W15 + "repeatingSectionItem")),
        new XElement(W + "sdtContent", Control("task", task), Control("number", number)));

    private static XElement Control(string tag, string text) => new(W + "sdt", new XElement(W + "sdtPr", Tag(tag)), new XElement(W + "sdtContent", Paragraph(text)));

    private static XElement Tag(string tag) => new(W + "tag", new XAttribute(W + "val", tag));

    private static XElement Paragraph(string text) => new(W + "p", Docx.Run(text));
}
