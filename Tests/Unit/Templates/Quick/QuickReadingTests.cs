using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Tags;

namespace HocTap.Office.Tests.Unit.Templates.Quick;

/// <summary>Quick reading may leave a document to the tolerant one, but never says anything else than it.</summary>
[TestClass]
public sealed class QuickReadingTests
{
    private static readonly XNamespace W = Docx.W;

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_form_as_we_filled_it_is_read_quickly(string name) => AssertQuick(Sample.Named(name).Fill());

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_form_packed_anew_is_read_quickly(string name)
    {
        var parts = Docx.Parts(Sample.Named(name).Fill());

        AssertQuick(Packed(parts, CompressionLevel.Optimal));
        AssertQuick(Packed(parts, CompressionLevel.NoCompression));
        AssertQuick(Packed(parts.Reverse(), CompressionLevel.SmallestSize));
    }

    [TestMethod]
    public void A_form_with_parts_of_SharePoint_is_read_quickly()
    {
        var parts = Docx.Parts(Sample.Named("mau03-2-typical").Fill());
        parts["docProps/custom.xml"] = Encoding.UTF8.GetBytes("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");
        parts["customXml/item0.xml"] = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><ct:contentTypeSchema xmlns:ct=\"urn:schemas-microsoft-com:office:metadata\"/>");

        AssertQuick(Packed(parts.OrderBy(part => part.Key, StringComparer.Ordinal), CompressionLevel.Optimal));
    }

    [TestMethod]
    public void A_form_saved_by_Word_without_a_change_is_read_quickly() => AssertQuick(Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body =>
    {
        foreach (var run in body.Descendants(W + "r").Where(run => run.Element(W + "rPr") is null).ToList())
        {
            run.SetAttributeValue(W + "rsidR", "00AA11BB");
            run.AddBeforeSelf(new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")));
            run.AddFirst(new XElement(W + "rPr", new XElement(W + "lang", new XAttribute(W + "val", "vi-VN"))));
        }
    }));

    [TestMethod]
    public void A_changed_value_is_read_quickly_and_told() => AssertQuick(Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body =>
        Docx.Control(body, "fullName").Descendants(W + "t").First().Value = "Một người khác"));

    [TestMethod]
    public void An_emptied_place_is_read_quickly_and_told() => AssertQuick(Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body =>
    {
        Docx.Control(body, "confirmerName").Element(W + "sdtContent")!.RemoveNodes();
        Docx.Control(body, "confirmerTitle").Descendants(W + "t").First().Value = "";
        Docx.Control(body, "planOwnerName").Remove();
    }));

    [TestMethod]
    [DataRow("del", DisplayName = "a tracked deletion")]
    [DataRow("drawing", DisplayName = "a picture")]
    [DataRow("fldSimple", DisplayName = "a field")]
    [DataRow("altChunk", DisplayName = "something embedded")]
    [DataRow("hyperlink", DisplayName = "a hyperlink")]
    public void What_only_a_tree_tells_is_left_to_the_tolerant_reading(string element)
    {
        var docx = Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body => body.Elements(W + "p").Last().Add(new XElement(W + element)));

        Assert.IsNull(QuickReading.TryRead(docx, FormCatalog.All));
        AssertSame(docx);
    }

    [TestMethod]
    public void A_body_with_more_nodes_than_we_parse_is_left_to_the_tolerant_reading() => AssertSame(Docx.With(
        Sample.Named("mau03-2-typical").Fill(),
        Docx.Document,
        $"<w:document xmlns:w='{W}'><w:body>{string.Concat(Enumerable.Repeat("<w:p/>", 600_000))}</w:body></w:document>"));

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void Nothing_that_is_cut_off_is_read_quickly(string name)
    {
        var docx = Sample.Named(name).Fill();
        for (var length = docx.Length - 1; length > 0; length -= 97)
        {
            Assert.IsNull(QuickReading.TryRead(docx[..length], FormCatalog.All));
        }
    }

    [TestMethod]
    public void A_body_with_letters_changed_anywhere_is_read_as_before_or_left_alone()
    {
        var (docx, thrown) = (Sample.Named("mau03-1-minimal").Fill(), 0);
        var good = Docx.Parts(docx)[Docx.Document];
        for (var round = 0; round < 500; round++)
        {
            var body = (byte[])good.Clone();
            for (var change = 0; change <= round % 3; change++)
            {
                body[300 + Dice(thrown++, body.Length - 300)] = (byte)"<>/&\"= :wprt\u0001"[Dice(thrown++, 13)];
            }

            AssertSame(Docx.With(docx, Docx.Document, body));
        }
    }

    /// <summary>Where a quick way answers, it gives the answer of the tolerant way.</summary>
    internal static void AssertSame(byte[] docx)
    {
        if (QuickReading.TryRead(docx, FormCatalog.All) is { } quick)
        {
            Assert.AreEqual(Shown(FormReader.Tolerantly(docx)), Shown(quick));
        }

        if (TagReader.Quickly(docx) is { } tags)
        {
            Assert.AreEqual(Shown(TagReader.Tolerantly(docx)), Shown(new TagResult.Readable(tags)));
        }
    }

    // Numbers that look random and are the same on every machine.
    private static int Dice(int thrown, int sides) => (int)(BitConverter.ToUInt32(SHA256.HashData(BitConverter.GetBytes(thrown))) % (uint)sides);

    private static void AssertQuick(byte[] docx)
    {
        Assert.IsNotNull(QuickReading.TryRead(docx, FormCatalog.All));
        AssertSame(docx);
    }

    private static byte[] Packed(IEnumerable<KeyValuePair<string, byte[]>> parts, CompressionLevel level)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Shown(ReadResult result) => result is not ReadResult.Readable { Document: var document } ? $"{result}" : JsonSerializer.Serialize(new
    {
        Form = document.Form.Code.Value,
        document.Identity,
        Values = FormJson.Write(document.Form, document.Values).ToJsonString(),
        document.Values.Fields,
        Rows = document.Values.Rows.Select(list => new { list.Key, Rows = list.Value.Select(row => new { row.RowId, Fields = row.Fields.OrderBy(field => field.Key, StringComparer.Ordinal) }) }),
        Outcomes = document.Outcomes.Select(outcome => $"{outcome}"),
        document.Findings,
        document.PrintedYear,
        document.ContentHash,
    });

    private static string Shown(TagResult result) => result is TagResult.Readable { Content: var content } ? JsonSerializer.Serialize(content) : $"{result}";
}
