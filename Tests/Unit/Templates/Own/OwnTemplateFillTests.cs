using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.Tests.Unit.Templates.Own;

/// <summary>Whatever an organization rightly does to a template in Word, documents filled with it read back as they were written.</summary>
[TestClass]
public sealed class OwnTemplateFillTests
{
    public static IEnumerable<object[]> Edits => TemplateEdits.Usable.SelectMany(edit => edit.Forms.Split(' ').Select(form => new object[] { edit.Name, form }));

    [TestMethod]
    [DynamicData(nameof(Edits))]
    public void An_edited_template_is_told_of_and_used(string name, string form)
    {
        var edit = TemplateEdits.Usable.Single(item => item.Name == name);

        var check = Check(edit.On(form));

        Assert.IsTrue(check.IsUsable, Said(check));
        if (edit.Rules is { } rules)
        {
            Assert.AreEqual(rules, string.Join(' ', check.Findings.Select(finding => finding.Rule).Distinct()), Said(check));
        }

        foreach (var kind in new[] { "1-minimal", "2-typical", "3-longtext", "4-unicode" })
        {
            AssertReadsBack(Sample.Named($"{form}-{kind}"), check);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Edits))]
    public void A_prepared_template_needs_no_more_mending(string name, string form)
    {
        var first = Check(TemplateEdits.Usable.Single(item => item.Name == name).On(form));

        var second = Check(first.Prepared!.Value.ToArray());

        Assert.IsTrue(second.IsUsable, Said(second));
        Assert.IsFalse(second.Findings.Any(finding => finding.Rule is "T09" or "T10" or "T11"), Said(second));
        Assert.AreEqual(Docx.Body(first.Prepared!.Value.ToArray()).ToString(), Docx.Body(second.Prepared!.Value.ToArray()).ToString());
    }

    private static void AssertReadsBack(Sample sample, TemplateCheck check)
    {
        var template = FormTemplate.FromBytes(sample.Form, OwnTemplate.Marked(check.Prepared!.Value, sample.Form, new TemplateMark("t-1", 3)), LayoutProfiles.Official);

        var docx = FormFiller.Fill(sample.Form, sample.Campaign, sample.Values, sample.Identity, template);

        FilledPackageTests.Validate(docx);
        var document = Reading.Of(docx);
        Assert.AreEqual(Reading.Json(sample.Form, sample.Normalized), Reading.Json(sample.Form, document.Values), sample.Name);
        Assert.AreEqual(sample.Identity, document.Identity);
        Assert.AreEqual(new TemplateMark("t-1", 3), document.Template);
        Assert.IsEmpty(document.Findings, $"{sample.Name}: {string.Join('\n', document.Findings.Select(finding => finding.Message))}");
        AssertKeepsItsTemplate(sample, docx, document);
    }

    // Filed, a document still tells its template and still reads the same.
    private static void AssertKeepsItsTemplate(Sample sample, byte[] docx, HocTap.Office.Templates.Reading.FormDocument read)
    {
        var filed = Reading.Of(HocTap.Office.Templates.Reading.DocumentStamp.WithRowIds(docx, sample.Identity, sample.Form, read.Values));

        Assert.AreEqual(read.Template, filed.Template);
        Assert.IsEmpty(filed.Findings);
        Assert.AreEqual(read.ContentHash, filed.ContentHash);
    }

    private static TemplateCheck Check(byte[] docx) => OwnTemplate.Check(new MemoryStream(docx));

    private static string Said(TemplateCheck check) => string.Join('\n', check.Findings.Select(finding => $"{finding.Rule} {finding.Severity}: {finding.Message}"));
}
