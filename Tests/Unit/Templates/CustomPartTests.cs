using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class CustomPartTests
{
    private static readonly Sample Typical = Sample.Named("mau03-2-typical");
    private static readonly byte[] Filled = Typical.Fill();

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_document_without_its_part_still_reads_all_that_is_printed(string name)
    {
        var sample = Sample.Named(name);
        var printed = FormJson.Write(sample.Form, sample.Normalized);
        foreach (var rows in sample.Form.RowFields)
        {
            foreach (var (row, column) in printed[rows.Tag]!.AsArray().SelectMany(row => rows.Columns.Where(column => !column.Printed).Select(column => (row, column))))
            {
                row![column.Tag] = "";
            }
        }

        var document = Reading.Of(WithoutPart(sample.Fill()));

        Assert.AreEqual(printed.ToJsonString(), Reading.Json(sample.Form, document.Values));
        Assert.IsNull(document.Identity);
        CollectionAssert.AreEqual(new[] { "D06" }, document.Findings.Select(finding => finding.Rule).ToList());
    }

    [TestMethod]
    public void A_stamp_gives_a_lost_part_back()
    {
        var bare = WithoutPart(Filled);

        var document = Reading.Of(DocumentStamp.WithRowIds(bare, Typical.Identity, Typical.Form, Typical.Normalized));

        Assert.AreEqual(Typical.Identity, document.Identity);
        Assert.AreEqual("2", document.Values.RowsOf("exemplaryTasks")[0]["exemplaryGroup"]);
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void A_stamp_changes_neither_the_paper_nor_its_fingerprint()
    {
        var before = Reading.Of(Filled);
        var row = before.Values.RowsOf("exemplaryTasks")[0] with { RowId = "019a" };
        var values = before.Values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { ["exemplaryTasks"] = [row] } };

        var stamped = DocumentStamp.WithRowIds(Filled, Typical.Identity, Typical.Form, values);

        CollectionAssert.AreEqual(Docx.Parts(Filled)[Docx.Document], Docx.Parts(stamped)[Docx.Document]);
        Assert.AreEqual("019a", Reading.Of(stamped).Values.RowsOf("exemplaryTasks")[0].RowId);
        Assert.AreEqual(before.ContentHash, Reading.Of(stamped).ContentHash);
    }

    [TestMethod]
    public void A_fingerprint_changes_with_any_visible_word()
    {
        var before = Reading.Of(Filled).ContentHash;

        Assert.AreNotEqual(before, Reading.Of(Docx.Replace(Filled, Docx.Document, "Chủ tịch HĐND", "Phó Chủ tịch HĐND")).ContentHash);
        Assert.AreNotEqual(before, Reading.Of(Docx.Replace(Filled, Docx.Document, "Tôi xây dựng", "Tôi lập")).ContentHash);
        Assert.AreNotEqual(before, Reading.Of(Docx.Replace(Filled, "customXml/item1.xml", ">2</value>", ">1</value>")).ContentHash);
    }

    [TestMethod]
    public void SharePoints_own_parts_are_taken_out_and_ours_stays()
    {
        var dirty = Docx.With(Filled, "docProps/custom.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""");
        dirty = Docx.Replace(dirty, "_rels/.rels", "</Relationships>", """<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>""");
        dirty = Docx.With(dirty, "customXml/item2.xml", """<ct:contentTypeSchema xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/contentType"/>""");
        dirty = Docx.With(dirty, "customXml/itemProps2.xml", "<x/>");
        dirty = Docx.With(dirty, "customXml/_rels/item2.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps2.xml"/></Relationships>""");
        dirty = Docx.Replace(dirty, "word/_rels/document.xml.rels", "</Relationships>", """<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item2.xml"/></Relationships>""");
        dirty = Docx.Replace(dirty, "[Content_Types].xml", "</Types>", """<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/><Override PartName="/customXml/itemProps2.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>""");

        var clean = PackageSanitizer.ForUpload(dirty);

        CollectionAssert.AreEquivalent(Docx.Parts(Filled).Keys, Docx.Parts(clean).Keys);
        Assert.IsFalse(Docx.Parts(clean).Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal) || part.Key.StartsWith('[')).Any(part => Encoding.UTF8.GetString(part.Value) is var text && (text.Contains("custom.xml", StringComparison.Ordinal) || text.Contains("item2", StringComparison.Ordinal) || text.Contains("itemProps2", StringComparison.Ordinal))));
        Assert.AreEqual(Reading.Of(Filled).ContentHash, Reading.Of(clean).ContentHash);
        Assert.AreEqual(Typical.Identity, Reading.Of(clean).Identity);
    }

    [TestMethod]
    public void A_part_that_tells_half_of_it_gives_no_identity() =>
        Assert.IsNull(Reading.Of(Docx.Replace(Filled, "customXml/item1.xml", "campaign=\"HT2024\"", "")).Identity);

    [TestMethod]
    public void A_broken_part_is_as_good_as_none()
    {
        var document = Reading.Of(Docx.With(Filled, "customXml/item1.xml", "<form"));

        Assert.AreEqual("Châu Thị Bích Yến", document.Values["fullName"]);
        Assert.IsNull(document.Identity);
    }

    private static byte[] WithoutPart(byte[] docx)
    {
        var bare = Docx.Without(docx, "customXml/");
        bare = Docx.EditPart(bare, "word/_rels/document.xml.rels", root => root.Elements().Where(relation => relation.Attribute("Target")!.Value.Contains("customXml", StringComparison.Ordinal)).ToList().ForEach(relation => relation.Remove()));
        return Docx.EditPart(bare, "[Content_Types].xml", root => root.Elements().Where(type => type.Attribute("PartName")?.Value.Contains("customXml", StringComparison.Ordinal) == true).ToList().ForEach(type => type.Remove()));
    }
}
