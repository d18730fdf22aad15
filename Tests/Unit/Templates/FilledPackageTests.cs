using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class FilledPackageTests
{
    private static readonly XNamespace W = Docx.W;

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_filled_form_is_valid_and_its_controls_are_sound(string name) => AssertSound(Sample.Named(name).Form, Sample.Named(name).Fill());

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void An_empty_form_fills_too_and_reads_back_empty(string form)
    {
        var sample = Sample.Named($"{form}-1-minimal");

        var docx = FormFiller.Fill(sample.Form, sample.Campaign, FormValues.Empty, sample.Identity);

        AssertSound(sample.Form, docx);
        var document = Reading.Of(docx);
        Assert.AreEqual(Reading.Json(sample.Form, FormValues.Empty), Reading.Json(sample.Form, document.Values));
        Assert.IsEmpty(document.Findings);
        StringAssert.Contains(Docx.Text(docx), "....., ngày ..... tháng ..... năm 2024", StringComparison.Ordinal);
    }

    [TestMethod]
    public void An_empty_basis_prints_the_forms_own_blanks()
    {
        var sample = Sample.Named("mau03-1-minimal");

        var text = Docx.Text(FormFiller.Fill(sample.Form, sample.Campaign, FormValues.Empty, sample.Identity));

        StringAssert.Contains(text, "Căn cứ Kế hoạch số ...-....., ngày ..../..../...... của .....", StringComparison.Ordinal);
    }

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void The_blank_template_is_valid_and_reads_as_an_empty_form(string form)
    {
        var template = TemplateAuthor.Build(FormCatalog.Find(FormCode.Parse(form))!, LayoutProfiles.All[0]);

        Validate(template);
        var document = Reading.Of(template);

        Assert.AreEqual(Reading.Json(document.Form, FormValues.Empty), Reading.Json(document.Form, document.Values));
        Assert.IsNull(document.Identity);
    }

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void Equal_input_gives_equal_bytes(string form)
    {
        var sample = Sample.Named($"{form}-6-maximal");

        CollectionAssert.AreEqual(sample.Fill(), sample.Fill());
    }

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void A_control_emptied_in_Word_shows_the_forms_own_blank(string form)
    {
        var sample = Sample.Named($"{form}-2-typical");

        var filled = sample.Fill();
        var prompts = XDocument.Load(new MemoryStream(Docx.Parts(filled)["word/glossary/document.xml"])).Descendants(W + "docPart")
            .ToDictionary(part => part.Descendants(W + "name").First().Attribute(W + "val")!.Value, part => part.Element(W + "docPartBody")!.Value);
        foreach (var control in Docx.Body(filled).Descendants(W + "sdt").Where(control => sample.Form.SingleFields.Any(field => field.Tag == Docx.TagOf(control))))
        {
            var (field, name) = (sample.Form.Field(Docx.TagOf(control)!), control.Element(W + "sdtPr")!.Element(W + "placeholder")!.Element(W + "docPart")!.Attribute(W + "val")!.Value);
            Assert.AreEqual(field.Placeholder.Length == 0 ? Controls.InvisibleBlank : field.Placeholder.Replace("{campaignYear}", "2024", StringComparison.Ordinal), prompts[name], field.Tag);
        }
    }

    [TestMethod]
    public void Section_three_is_printed_only_when_there_is_a_task()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Code.Value == "mau03"))
        {
            var printed = Docx.Text(sample.Fill()).Contains("III. ĐĂNG KÝ NÊU GƯƠNG", StringComparison.Ordinal);

            Assert.AreEqual(sample.Expected.GetProperty("sectionIIIPrinted").GetBoolean(), printed, sample.Name);
        }
    }

    [TestMethod]
    public void Nothing_of_one_year_stays_in_another_campaign()
    {
        var sample = Sample.Named("mau03-1-minimal");
        var values = FormJson.Read(sample.Form, System.Text.Json.JsonDocument.Parse("""{"fullName":"A"}""").RootElement);

        var text = Docx.Text(FormFiller.Fill(sample.Form, Sample.CampaignNamed("HT2027"), values, sample.Identity));

        Assert.DoesNotContain("2024", text, StringComparison.Ordinal);
        Assert.Contains("Hồ Chí Minh năm 2027, như sau:", text, StringComparison.Ordinal);
        Assert.Contains("nói đi đôi với làm (chuyên đề hư cấu năm 2027", text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_theme_of_the_year_is_italic_and_the_theme_of_the_term_is_not()
    {
        var sample = Sample.Named("mau03-1-minimal");

        var italic = Docx.Body(sample.Fill()).Descendants(W + "r").Where(run => run.Element(W + "rPr")?.Element(W + "i") is not null).Select(run => run.Value).ToList();

        CollectionAssert.AreEqual(new[] { sample.Campaign.ProvinceThemeText, sample.Campaign.ProvinceThemeText }, italic);
    }

    [TestMethod]
    public void Fixed_text_is_that_of_the_corrected_form()
    {
        var text = Docx.Text(Sample.Named("mau03-2-typical").Fill());

        foreach (var line in new[]
        {
            "Ngày, tháng, năm sinh: 27/6/1981", "2. Giải pháp, thời gian thực hiện:", "1. Công việc số 1", "- Giải pháp, thời gian thực hiện:",
            "- Căn cứ Kế hoạch số 07-KH/ĐU, ngày 15/02/2024 của Đảng ủy phường Đằng Vân về thực hiện học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024,",
            "Đề nghị cấp ủy chi bộ Cơ quan phường Đằng Vân quan tâm, đánh giá thường xuyên để tôi hoàn thành tốt kế hoạch đề ra.",
            "Đằng Vân, ngày 11 tháng 3 năm 2024", "XÁC NHẬN (CỦA TỔ CHỨC ĐẢNG,",
        })
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void Every_layout_profile_gives_a_sound_document(string form)
    {
        var sample = Sample.Named($"{form}-6-maximal");
        foreach (var profile in LayoutProfiles.All)
        {
            var docx = FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = profile.Name }, sample.Values, sample.Identity);

            AssertSound(sample.Form, docx);
            Assert.AreEqual(Reading.Json(sample.Form, sample.Normalized), Reading.Json(sample.Form, Reading.Of(docx).Values));
            foreach (var page in new[] { profile.Portrait, profile.Landscape })
            {
                Assert.AreEqual(page.TextWidth, page.HeadLeft + page.HeadRight);
                Assert.AreEqual(page.TextWidth, page.SignatureLeft + page.SignatureRight);
            }
        }
    }

    [TestMethod]
    public void A_head_without_a_superior_body_has_no_empty_line()
    {
        var sample = Sample.Named("mau03-1-minimal");
        var values = sample.Values with { Fields = sample.Values.Fields.Where(field => field.Key != "superiorOrgName").ToDictionary(field => field.Key, field => field.Value) };

        var docx = FormFiller.Fill(sample.Form, sample.Campaign, values, sample.Identity);

        Assert.AreEqual("PHÒNG TƯ PHÁP", Docx.Body(docx).Descendants(W + "tc").First().Descendants(W + "p").First().Value);
        Assert.AreEqual("", Reading.Of(docx).Values["superiorOrgName"]);
        Assert.IsEmpty(Reading.Of(docx).Findings);
    }

    [TestMethod]
    public void The_documents_own_title_is_the_caption_of_the_annex() => Assert.Contains(
        "<dc:title>Đăng ký kế hoạch hàng năm của cá nhân</dc:title>",
        System.Text.Encoding.UTF8.GetString(Docx.Parts(Sample.Named("mau03-1-minimal").Fill())["docProps/core.xml"]), StringComparison.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_document_has_the_date_line_of_its_sample(string name)
    {
        var sample = Sample.Named(name);

        Assert.Contains(sample.Expected.GetProperty("dateLine").GetString()!, Docx.Text(sample.Fill()).Split('\n'));
    }

    [TestMethod]
    public void An_unknown_layout_profile_is_named()
    {
        var sample = Sample.Named("mau03-1-minimal");

        Assert.ThrowsExactly<ArgumentException>(() => FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = "none" }, sample.Values, sample.Identity));
    }

    internal static void AssertSound(FormDefinition form, byte[] docx)
    {
        Validate(docx);
        var body = Docx.Body(docx);
        var controls = body.Descendants(W + "sdt").ToList();
        var ids = controls.Select(control => (int)control.Element(W + "sdtPr")!.Element(W + "id")!.Attribute(W + "val")!).ToList();
        var tags = controls.Select(Docx.TagOf).OfType<string>().ToList();
        var marks = body.Descendants(W + "bookmarkStart").ToList();

        Assert.AreEqual(ids.Count, ids.Distinct().Count());
        Assert.IsTrue(ids.TrueForAll(id => id > 0));
        Assert.IsTrue(tags.TrueForAll(tag => tag.Length <= 64 && !tag.StartsWith("campaign.", StringComparison.Ordinal)));
        Assert.AreEqual(marks.Count, marks.Select(mark => mark.Attribute(W + "name")!.Value).Distinct().Count());
        Assert.AreEqual(marks.Count, marks.Select(mark => mark.Attribute(W + "id")!.Value).Intersect(body.Descendants(W + "bookmarkEnd").Select(mark => mark.Attribute(W + "id")!.Value)).Count());
        Assert.IsTrue(controls.TrueForAll(control => control.Element(W + "sdtContent") is { HasElements: true }));
        Assert.IsTrue(controls.TrueForAll(control => control.Element(W + "sdtPr")!.Element(W + "dataBinding") is null && control.Element(W + "sdtPr")!.Element(W + "date") is null));
        foreach (var field in form.SingleFields.Where(field => field.Placeholder.Length > 0))
        {
            Assert.AreEqual(1, tags.Count(tag => tag == field.Tag), field.Tag);
        }
    }

    internal static void Validate(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Microsoft365 })
        {
            var errors = new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ToList();
            Assert.IsEmpty(errors, string.Join('\n', errors));
        }
    }
}

/// <summary>Looks into and edits documents the plain way: zip and XML.</summary>
internal static class Docx
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Document = "word/document.xml";

    public static Dictionary<string, byte[]> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => Bytes(entry.Open()));
    }

    public static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    public static XElement Body(byte[] docx) => XDocument.Load(new MemoryStream(Parts(docx)[Document])).Root!.Element(W + "body")!;

    public static string Text(byte[] docx) => string.Join('\n', Body(docx).Descendants(W + "p").Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value))));

    public static string? TagOf(XElement control) => (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val");

    public static XElement Control(XElement body, string tag) => body.Descendants(W + "sdt").First(control => TagOf(control) == tag);

    public static byte[] Edit(byte[] docx, Action<XElement> edit) => EditPart(docx, Document, root => edit(root.Element(W + "body")!));

    public static byte[] EditPart(byte[] docx, string name, Action<XElement> edit)
    {
        var xml = XDocument.Load(new MemoryStream(Parts(docx)[name]), LoadOptions.PreserveWhitespace);
        edit(xml.Root!);
        using var bytes = new MemoryStream();
        xml.Save(bytes, SaveOptions.DisableFormatting);
        return With(docx, name, bytes.ToArray());
    }

    public static byte[] With(byte[] docx, string name, byte[] content)
    {
        var parts = Parts(docx);
        parts[name] = content;
        return Pack(parts);
    }

    public static byte[] With(byte[] docx, string name, string content) => With(docx, name, System.Text.Encoding.UTF8.GetBytes(content));

    public static byte[] Without(byte[] docx, string prefix) => Pack(Parts(docx).Where(part => !part.Key.StartsWith(prefix, StringComparison.Ordinal)));

    public static byte[] Replace(byte[] docx, string name, string from, string to) =>
        With(docx, name, System.Text.Encoding.UTF8.GetString(Parts(docx)[name]).Replace(from, to, StringComparison.Ordinal));

    public static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
