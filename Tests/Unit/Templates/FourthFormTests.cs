using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>The form that the README adds: everything it promises is done with the README's own text, and no product code knows of it.</summary>
[TestClass]
public sealed partial class FourthFormTests
{
    private static readonly FormDefinition Form = FormDefinition.Parse(Example().Match(File.ReadAllText(Readme())).Groups[1].Value);
    private static readonly CampaignTexts Campaign = Sample.CampaignNamed("HT2024");
    private static readonly DocumentIdentity Identity = new(Form.Code, "HT2024", "P-TP", null);
    private static readonly RuleContext Duty = new(2024, new DateOnly(2024, 3, 1), Required: true, MinRows: 1, MaxRows: null);

    private static readonly FormValues Values = FormJson.Read(Form, JsonDocument.Parse(
        """
        {"orgName":"PHÒNG TƯ PHÁP","documentDate":"05/02/2024","reason":"Việc tốt.\nNgười tốt.","signerName":"Đỗ Quang Ưng",
         "examples":[{"exampleName":"Lê Thị Mơ","exampleDeed":"Giải quyết hồ sơ đúng hẹn."},{"exampleName":"Tổ một cửa","exampleDeed":"Không để tồn đọng."}]}
        """).RootElement);

    [TestMethod]
    public void The_example_is_about_twenty_lines_and_not_in_the_catalog()
    {
        Assert.IsLessThanOrEqualTo(24, Example().Match(File.ReadAllText(Readme())).Groups[1].Value.Split('\n').Length);
        Assert.IsNull(FormCatalog.Find(Form.Code));
    }

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void Its_template_is_authored_and_sound_in_every_profile(string profile)
    {
        var template = TemplateAuthor.Build(Form, LayoutProfiles.Find(profile)!);

        FilledPackageTests.Validate(template);
        Assert.AreEqual(Reading.Json(Form, FormValues.Empty), Reading.Json(Form, Read(template).Values));
    }

    public static IEnumerable<object[]> Profiles => LayoutProfiles.All.Select(profile => new object[] { profile.Name });

    [TestMethod]
    public void It_fills_validly_and_reads_back()
    {
        var docx = FormFiller.Fill(Form, Campaign, Values, Identity);

        FilledPackageTests.Validate(docx);
        var document = Read(docx);
        Assert.AreEqual(Reading.Json(Form, Values), Reading.Json(Form, document.Values));
        Assert.AreEqual(Identity, document.Identity);
        Assert.AreEqual(2024, document.PrintedYear);
        Assert.AreSame(Form, document.Form);
        Assert.IsEmpty(document.Findings);
        StringAssert.Contains(Docx.Text(docx), "ngày 05 tháng 02 năm 2024", StringComparison.Ordinal);
    }

    [TestMethod]
    public void It_is_recognised_without_its_part_and_a_changed_word_is_told()
    {
        var docx = FormFiller.Fill(Form, Campaign, Values, Identity);

        var lost = Read(Docx.Without(docx, "customXml/"));
        var changed = Read(Docx.Edit(docx, body => body.Descendants(Docx.W + "t").First(text => text.Value.StartsWith("Lý do", StringComparison.Ordinal)).Value = "Vì sao giới thiệu:"));

        Assert.AreEqual(Reading.Json(Form, Values), Reading.Json(Form, lost.Values));
        Assert.Contains("D02", changed.Findings.Select(finding => finding.Rule));
    }

    [TestMethod]
    public void Its_rules_are_checked()
    {
        Assert.IsEmpty(RuleChecker.Check(Form, Values, Duty));
        CollectionAssert.AreEqual(new[] { "M04-R1", "M04-R2" }, RuleChecker.Check(Form, FormValues.Empty, Duty).Select(finding => finding.Rule).ToList());
        Assert.AreEqual("Thiếu 1 điển hình.", RuleChecker.Check(Form, FormValues.Empty, Duty)[0].Message);
    }

    [TestMethod]
    public void An_organization_may_edit_its_template_too()
    {
        var edited = Docx.Edit(TemplateAuthor.Build(Form, LayoutProfiles.Find(LayoutProfiles.Official)!), body => body.Descendants(Docx.W + "t").First(text => text.Value == "Việc làm").Value = "Thành tích");

        var check = OwnTemplate.Check(new MemoryStream(edited), Form);

        Assert.IsTrue(check.IsUsable, string.Join('\n', check.Findings.Select(finding => finding.Message)));
        Assert.IsTrue(check.Findings.All(finding => finding.Rule == "T13"));
        Assert.IsTrue(check.Findings.Any(finding => finding.Message.Contains("Thành tích", StringComparison.Ordinal)));
        var document = Read(FormFiller.Fill(Form, Campaign, Values, Identity, FormTemplate.FromBytes(Form, check.Prepared!.Value.ToArray(), LayoutProfiles.Official)));
        Assert.AreEqual(Reading.Json(Form, Values), Reading.Json(Form, document.Values));
        Assert.IsEmpty(document.Findings);
    }

    [TestMethod]
    public void A_definition_that_lacks_something_is_refused() => Assert.ThrowsExactly<JsonException>(() => FormDefinition.Parse("""{ "code": "mau05" }"""));

    private static FormDocument Read(byte[] docx) => FormReader.Read(new MemoryStream(docx), [Form, .. FormCatalog.All]) switch
    {
        ReadResult.Readable readable => readable.Document,
        ReadResult.Refused refused => throw new AssertFailedException(refused.Detail),
        _ => throw new AssertFailedException("Neither readable nor refused."),
    };

    private static string Readme([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "Templates", "README.md");

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
