using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class FormTemplateTests
{
    private static readonly Sample Typical = Sample.Named("mau03-2-typical");

    [TestMethod]
    public void An_organizations_own_template_keeps_what_it_changed()
    {
        var own = FormTemplate.FromBytes(
            Typical.Form, Docx.Replace(TemplateAuthor.Build(Typical.Form, LayoutProfiles.All[0]), Docx.Document, "KẾ HOẠCH<", "KẾ HOẠCH CỦA TÔI<"), LayoutProfiles.Official);

        var docx = FormFiller.Fill(Typical.Form, Typical.Campaign, Typical.Values, Typical.Identity, own);

        Assert.Contains("KẾ HOẠCH CỦA TÔI", Docx.Text(docx), StringComparison.Ordinal);
        Assert.AreEqual(Reading.Json(Typical.Form, Typical.Normalized), Reading.Json(Typical.Form, Reading.Of(docx).Values));
        FilledPackageTests.AssertSound(Typical.Form, docx);
    }

    [TestMethod]
    public void An_own_template_that_lost_our_XML_part_gets_one()
    {
        var bare = Docx.Without(TemplateAuthor.Build(Typical.Form, LayoutProfiles.All[0]), "customXml/");
        bare = Docx.Replace(bare, "word/_rels/document.xml.rels", "../customXml/item1.xml", "styles.xml");
        bare = Docx.Replace(bare, "[Content_Types].xml", "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\" />", "");

        var docx = FormFiller.Fill(Typical.Form, Typical.Campaign, Typical.Values, Typical.Identity, FormTemplate.FromBytes(Typical.Form, bare, LayoutProfiles.Official));

        Assert.AreEqual(Typical.Identity, Reading.Of(docx).Identity);
    }

    [TestMethod]
    public void The_official_template_is_one_object() =>
        Assert.AreSame(FormTemplate.Official(Typical.Form, "HD05-2026"), FormTemplate.Official(Typical.Form, "HD05-2026"));

    [TestMethod]
    public void A_template_of_another_form_is_refused()
    {
        var other = FormTemplate.Official(Sample.Named("mau01-1-minimal").Form, LayoutProfiles.Official);

        Assert.ThrowsExactly<ArgumentException>(() => FormFiller.Fill(Typical.Form, Typical.Campaign, Typical.Values, Typical.Identity, other));
    }

    [TestMethod]
    public void What_is_no_document_is_no_template() =>
        Assert.ThrowsExactly<InvalidDataException>(() => FormTemplate.FromBytes(Typical.Form, [1, 2, 3], LayoutProfiles.Official));

    [TestMethod]
    public void Texts_of_a_campaign_read_anew_are_the_same_campaign()
    {
        var (one, other) = (Typical.Campaign, Typical.Campaign);

        Assert.IsTrue(CampaignComparer.Instance.Equals(one, other));
        Assert.AreEqual(CampaignComparer.Instance.GetHashCode(one), CampaignComparer.Instance.GetHashCode(other));
        Assert.IsFalse(CampaignComparer.Instance.Equals(one, other with { LegalBases = [.. other.LegalBases, "x"] }));
        Assert.IsFalse(CampaignComparer.Instance.Equals(one, other with { TermThemeText = "x" }));
    }

    [TestMethod]
    public void More_campaigns_than_it_remembers_are_filled_as_well()
    {
        for (var year = 2000; year < 2040; year++)
        {
            var docx = FormFiller.Fill(Typical.Form, Typical.Campaign with { CampaignYear = year }, FormValues.Empty, Typical.Identity);

            Assert.Contains($"ngày ..... tháng ..... năm {year}", Docx.Text(docx), StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void Filling_a_plan_allocates_little_beside_the_document()
    {
        var (form, campaign, values, identity) = (Typical.Form, Typical.Campaign, Typical.Values, Typical.Identity);
        FormFiller.Fill(form, campaign, values, identity);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = FormFiller.Fill(form, campaign, values, identity);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.IsLessThan(100 * 1024, allocated - document.Length);
    }
}
