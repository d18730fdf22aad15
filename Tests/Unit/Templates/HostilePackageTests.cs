using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed partial class HostilePackageTests
{
    private static readonly byte[] Good = Sample.Named("mau03-2-typical").Fill();

    [TestMethod]
    public void What_is_no_zip_is_not_a_docx()
    {
        Expect(RefusalKind.NotADocx, []);
        Expect(RefusalKind.NotADocx, "%PDF-1.7"u8.ToArray());
        Expect(RefusalKind.NotADocx, Encoding.UTF8.GetBytes("<html>"));
        Expect(RefusalKind.NotADocx, Docx.Pack([new("a.txt", [1])]));
    }

    [TestMethod]
    public void A_workbook_is_not_a_docx() => Expect(RefusalKind.NotADocx, Docx.Replace(
        Good, "[Content_Types].xml", "wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml"));

    [TestMethod]
    public void Macros_are_refused()
    {
        Expect(RefusalKind.MacroEnabled, Docx.Replace(
            Good, "[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
        Expect(RefusalKind.MacroEnabled, Docx.With(Good, "word/vbaProject.bin", "x"));
        Expect(RefusalKind.MacroEnabled, Docx.Replace(
            Good, "word/_rels/document.xml.rels", "</Relationships>", """<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/></Relationships>"""));
        Expect(RefusalKind.MacroEnabled, Docx.Replace(
            Good, "[Content_Types].xml", "</Types>", """<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>"""));
    }

    [TestMethod]
    public void A_protected_file_gets_its_own_words()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Expect(RefusalKind.Encrypted, [.. container, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        Expect(RefusalKind.NotADocx, [.. container, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")]);
    }

    [TestMethod]
    public void A_file_cut_off_anywhere_is_broken_and_never_a_crash()
    {
        for (var length = 4; length < Good.Length; length += 97)
        {
            Expect(RefusalKind.Broken, Good[..length]);
        }
    }

    [TestMethod]
    public void A_flipped_byte_anywhere_is_never_a_crash()
    {
        for (var place = 0; place < Good.Length; place += 127)
        {
            var bytes = (byte[])Good.Clone();
            bytes[place] ^= 0x5A;

            Assert.IsNotNull(Reading.Result(bytes));
        }
    }

    [TestMethod]
    public void Broken_xml_is_broken()
    {
        Expect(RefusalKind.Broken, Docx.With(Good, Docx.Document, "<w:document"));
        Expect(RefusalKind.Broken, Docx.With(Good, "[Content_Types].xml", "<Types"));
        Expect(RefusalKind.Broken, Docx.With(Good, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
    }

    [TestMethod]
    public void A_document_type_is_refused() => Expect(RefusalKind.Broken, Docx.With(
        Good, Docx.Document, """<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>"""));

    [TestMethod]
    public void Endless_nesting_is_broken()
    {
        var deep = new StringBuilder("<d>").Insert(3, "<x>", 100_000).Append("</d>").ToString();

        Expect(RefusalKind.Broken, Docx.With(Good, Docx.Document, deep));
    }

    [TestMethod]
    public void A_zip_bomb_is_never_unfolded()
    {
        Expect(RefusalKind.TooLarge, Docx.With(Good, "word/media/image1.bin", new byte[85 * 1024 * 1024]));
        Expect(RefusalKind.TooLarge, Docx.Pack([.. Docx.Parts(Good), .. Enumerable.Range(0, 8).Select(n => KeyValuePair.Create($"word/media/{n}.bin", new byte[12 * 1024 * 1024]))]));
    }

    [TestMethod]
    public void Too_many_parts_and_too_many_bytes_are_too_large_in_words_of_their_own()
    {
        Expect(RefusalKind.TooLarge, Docx.Pack([.. Docx.Parts(Good), .. Enumerable.Range(0, 200).Select(n => KeyValuePair.Create($"word/media/{n}.bin", new byte[1]))]));
        Expect(RefusalKind.TooLarge, new byte[(20 * 1024 * 1024) + 1]);
    }

    [TestMethod]
    [DataRow("../../etc/passwd")]
    [DataRow("/word/extra.xml")]
    [DataRow("word\\extra.xml")]
    [DataRow("C:evil.xml")]
    [DataRow("word/a\u0001.xml")]
    public void Path_tricks_are_unsafe(string name) => Expect(RefusalKind.Unsafe, Docx.With(Good, name, "<x/>"));

    [TestMethod]
    public void The_same_part_twice_is_unsafe() =>
        Expect(RefusalKind.Unsafe, Docx.Pack([.. Docx.Parts(Good), KeyValuePair.Create("WORD/document.xml", "<x/>"u8.ToArray())]));

    [TestMethod]
    [DataRow("attachedTemplate", "http://evil.example/a.dotm", "External")]
    [DataRow("image", "http://evil.example/a.png", "External")]
    [DataRow("oleObject", "embeddings/o.bin", "Internal")]
    [DataRow("package", "embeddings/o.xlsx", "Internal")]
    [DataRow("aFChunk", "chunk.html", "Internal")]
    [DataRow("subDocument", "x.docx", "Internal")]
    public void What_fetches_or_embeds_is_unsafe(string type, string target, string mode) => Expect(RefusalKind.Unsafe, Docx.Replace(
        Good, "word/_rels/document.xml.rels", "</Relationships>",
        $"""<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}" TargetMode="{mode}"/></Relationships>"""));

    [TestMethod]
    public void A_hyperlink_is_harmless() => Assert.IsInstanceOfType<ReadResult.Readable>(FormReader.Read(new MemoryStream(Docx.Replace(
        Good, "word/_rels/document.xml.rels", "</Relationships>",
        """<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://lamkieu.example" TargetMode="External"/></Relationships>"""))));

    [TestMethod]
    [DataRow(" INCLUDETEXT \"c:\\\\a.txt\" ")]
    [DataRow(" INCLUDEPICTURE \"http://x\" ")]
    [DataRow("dde excel a b")]
    [DataRow(" DDEAUTO c:\\\\x ")]
    public void A_fetching_field_is_unsafe_even_when_cut_into_runs(string instruction)
    {
        Expect(RefusalKind.Unsafe, Docx.Edit(Good, body => body.Descendants(Docx.W + "p").First().Add(
            new XElement(Docx.W + "fldSimple", new XAttribute(Docx.W + "instr", instruction), Docx.Run("x")))));
        Expect(RefusalKind.Unsafe, Docx.Edit(Good, body => body.Descendants(Docx.W + "p").First().Add(
            FieldMark("begin"), Instruction(instruction[..4]), Instruction(instruction[4..]), FieldMark("end"))));
    }

    [TestMethod]
    public void A_body_kept_in_an_unusual_place_is_checked_all_the_same()
    {
        var fetching = Docx.Edit(Good, body => body.Descendants(Docx.W + "p").First().Add(
            new XElement(Docx.W + "fldSimple", new XAttribute(Docx.W + "instr", " INCLUDETEXT x "), Docx.Run("x"))));
        var parts = Docx.Parts(fetching);
        var moved = Docx.Pack(parts.Select(part => part.Key == Docx.Document ? KeyValuePair.Create("odd/body.bin", part.Value) : part));
        moved = Docx.Replace(moved, "[Content_Types].xml", "/word/document.xml", "/odd/body.bin");

        Expect(RefusalKind.Unsafe, Docx.Replace(moved, "_rels/.rels", "word/document.xml", "odd/body.bin"));
    }

    [TestMethod]
    [DataRow("{0}")]
    [DataRow("{a.b} {workUnit}")]
    [DataRow("{workUnit}{workUnit}{workUnit}{workUnit} (.*)*")]
    public void A_forged_part_is_only_text(string line)
    {
        var forged = Docx.Replace(Good, "customXml/item1.xml", "<line>Đơn vị công tác: {workUnit}</line>", $"<line>{line}</line>");
        var long4 = Docx.Edit(forged, body =>
        {
            Docx.Control(body, "workUnit").Remove();
            body.Descendants(Docx.W + "bookmarkStart").Remove();
            body.AddFirst(new XElement(Docx.W + "p", Docx.Run(new string('a', 200_000))));
        });

        Assert.IsInstanceOfType<ReadResult.Readable>(Reading.Result(long4));
    }

    [TestMethod]
    public void A_page_number_field_is_harmless() => Assert.IsInstanceOfType<ReadResult.Readable>(FormReader.Read(new MemoryStream(Docx.Edit(
        Good, body => body.Descendants(Docx.W + "p").First().Add(FieldMark("begin"), Instruction(" PAGE "), FieldMark("end"))))));

    [TestMethod]
    public void A_sound_document_of_another_kind_is_not_our_form() => Expect(
        RefusalKind.NotOurForm,
        Docx.Edit(Docx.Without(Good, "customXml/"), body => body.ReplaceNodes(new XElement(Docx.W + "p", Docx.Run("Biên bản họp chi bộ")))));

    [TestMethod]
    public void Random_bytes_after_a_zip_head_never_crash_the_reader()
    {
        for (var i = 0; i < 200; i++)
        {
            var bytes = Enumerable.Range(0, 8).SelectMany(block => SHA256.HashData(Encoding.UTF8.GetBytes($"{i}/{block}"))).ToArray();
            "PK\u0003\u0004"u8.CopyTo(bytes);

            Assert.IsInstanceOfType<ReadResult.Refused>(Reading.Result(bytes));
        }
    }

    private static XElement FieldMark(string type) => new(Docx.W + "r", new XElement(Docx.W + "fldChar", new XAttribute(Docx.W + "fldCharType", type)));

    private static XElement Instruction(string text) => new(Docx.W + "r", new XElement(Docx.W + "instrText", text));

    private static void Expect(RefusalKind kind, byte[] file)
    {
        var refused = Assert.IsInstanceOfType<ReadResult.Refused>(Reading.Result(file));

        Assert.AreEqual(kind, refused.Kind);
        Assert.AreEqual('.', refused.Detail[^1]);
    }
}
