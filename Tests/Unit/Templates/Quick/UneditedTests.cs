using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Quick;

/// <summary>A document is known to be unedited only when all that is printed is what its own part tells; whatever differs is looked at.</summary>
[TestClass]
public sealed class UneditedTests
{
    private static readonly System.Xml.Linq.XNamespace W = Docx.W;

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void What_we_filled_is_known_again_and_read_as_looking_at_it_reads(string name)
    {
        var docx = Sample.Named(name).Fill();

        Assert.IsTrue(IsKnown(docx));
        QuickReadingTests.AssertSame(docx);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(7)]
    [DataRow(130)]
    public void A_table_of_any_length_and_kind_of_text_is_known_again(int length)
    {
        var docx = Filled("mau01-5-hazard", row => row with { Fields = Odd(row.Fields) }, length);

        Assert.IsTrue(IsKnown(docx));
        QuickReadingTests.AssertSame(docx);
    }

    [TestMethod]
    public void A_changed_letter_of_a_value_is_told()
    {
        var docx = Docx.Edit(Filled("mau02-2-typical", row => row, 60), body => body.Descendants(W + "tr").ElementAt(40).Descendants(W + "t").First().Value += "x");

        Assert.IsFalse(IsKnown(docx));
        Assert.Contains(outcome => outcome.Value is FieldOutcome.Changed, ((ReadResult.Readable)FormReader.Read(new MemoryStream(docx))).Document.Outcomes);
    }

    [TestMethod]
    [DataRow("word/document.xml", "</w:t>", "x</w:t>")]
    [DataRow("word/document.xml", "w:top=\"1134\"", "w:top=\"1135\"")]
    [DataRow("word/styles.xml", "Times New Roman", "Arial")]
    [DataRow("customXml/item1.xml", "</line>", ".</line>")]
    [DataRow("customXml/item1.xml", "</value>", "x</value>")]
    [DataRow("customXml/item1.xml", "templateVersion=\"1\"", "templateVersion=\"2\"")]
    public void A_part_that_differs_is_looked_at(string part, string from, string to)
    {
        var docx = Sample.Named("mau03-2-typical").Fill();
        var content = System.Text.Encoding.UTF8.GetString(Docx.Parts(docx)[part]);
        var other = Docx.With(docx, part, content.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(from, content);
        Assert.IsFalse(IsKnown(other));
        QuickReadingTests.AssertSame(other);
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_campaign_that_this_process_never_filled_for_is_told_by_the_document(string name)
    {
        var sample = Sample.Named(name);
        var docx = FormFiller.Fill(sample.Form, OtherTexts(sample.Campaign), sample.Values, sample.Identity);
        var own = System.Text.Encoding.UTF8.GetString(Docx.Parts(docx)["customXml/item1.xml"]);
        var elsewhere = Docx.With(docx, "customXml/item1.xml", own.Replace($"campaign=\"{sample.Campaign.CampaignCode}\"", "campaign=\"HT1999\"", StringComparison.Ordinal));

        Assert.IsTrue(IsKnown(elsewhere));
        Assert.AreEqual("HT1999", Reading.Of(elsewhere).Identity!.Campaign);
        QuickReadingTests.AssertSame(elsewhere);
    }

    private static CampaignTexts OtherTexts(CampaignTexts campaign) => campaign with
    {
        CampaignYear = 1999,
        ProvinceThemeText = "Chuyên đề khác & <mới> “trong ngoặc”",
        LegalBases = ["Căn cứ thứ nhất năm 1999;", "Chuyên đề “{provinceThemeText}” năm {campaignYear};", "Căn cứ thứ ba."],
        OrgPlanBasis = "Căn cứ {orgPlanNumber} của {orgPlanIssuer}, ngày {orgPlanDate}, năm 1999 và {campaignYear},",
    };

    private static bool IsKnown(byte[] docx)
    {
        using var package = QuickPackage.TryOpen(docx);
        return package is not null && QuickReading.WrittenIn(package, FormCatalog.All) is { } written && Unedited.TryRead(package, written) is not null;
    }

    private static byte[] Filled(string name, Func<FormRow, FormRow> edit, int length)
    {
        var sample = Sample.Named(name);
        var (list, values) = (sample.Form.RowFields.First(), sample.Values);
        var rows = values.RowsOf(list.Tag);
        FormRow[] many = [.. Enumerable.Range(0, length).Select(index => edit(rows[index % rows.Count] with { RowId = $"R{index}" }))];
        return FormFiller.Fill(sample.Form, sample.Campaign, values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [list.Tag] = many } }, sample.Identity);
    }

    // Every kind of text a cell may have, each in another column of another row.
    private static Dictionary<string, string> Odd(IReadOnlyDictionary<string, string> fields)
    {
        string[] texts = ["một dòng", "hai\ndòng", "tab\tở giữa", "<w:t> & \"nháy\"", "chữ tổ hợp e\u0302\u0301", "𝒳 ngoài BMP", "", "dài " + new string('x', 300)];
        return fields.Select((field, column) => (field.Key, Value: texts[(field.Value.Length + column) % texts.Length])).ToDictionary(field => field.Key, field => field.Value);
    }
}
