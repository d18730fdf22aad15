using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class HeadingTests
{
    public static IEnumerable<object[]> Papers =>
        from form in FormCatalog.All from profile in LayoutProfiles.All from heading in HeadingVariants.All select new object[] { form.Code.Value, profile.Name, heading.Name };

    [TestMethod]
    [DynamicData(nameof(Papers))]
    public void A_form_under_any_heading_is_sound_and_reads_back_as_it_was_written(string form, string profile, string heading)
    {
        var sample = Sample.Named($"{form}-2-typical");

        var docx = Fill(sample, profile, heading);

        FilledPackageTests.AssertSound(sample.Form, docx);
        var document = Reading.Of(docx);
        Assert.AreEqual(Reading.Json(sample.Form, sample.Normalized), Reading.Json(sample.Form, document.Values));
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.IsTrue(document.Outcomes.Values.All(outcome => outcome is FieldOutcome.Kept));
    }

    [TestMethod]
    [DynamicData(nameof(Papers))]
    public void The_words_of_a_heading_are_nobodys_text_even_where_nothing_tells_what_was_printed(string form, string profile, string heading)
    {
        var sample = Sample.Named($"{form}-2-typical");

        var document = Reading.Of(Docx.Without(Fill(sample, profile, heading), "customXml/"));

        CollectionAssert.AreEqual(new[] { "D06" }, document.Findings.Select(finding => finding.Rule).ToList(), string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.AreEqual(sample.Normalized["orgName"], document.Values["orgName"]);
    }

    [TestMethod]
    public void A_head_without_names_under_any_heading_has_dots_and_no_empty_line()
    {
        foreach (var heading in HeadingVariants.All)
        {
            var sample = Sample.Named("mau03-1-minimal");
            var lines = Docx.Text(FormFiller.Fill(sample.Form, sample.Campaign with { Heading = heading.Name }, FormValues.Empty, sample.Identity)).Split('\n');

            Assert.AreEqual(".....", lines[1], heading.Name); // behind the edge of the page
        }
    }

    [TestMethod]
    public void Heads_and_tables_are_as_wide_as_the_text_in_every_profile_under_every_heading()
    {
        foreach (var profile in LayoutProfiles.All.SelectMany(_ => HeadingVariants.All, (profile, heading) => heading.On(profile)))
        {
            foreach (var page in new[] { profile.Portrait, profile.Landscape })
            {
                Assert.AreEqual(page.TextWidth, page.HeadLeft + page.HeadRight, profile.Name);
                Assert.AreEqual(page.TextWidth, page.SignatureLeft + page.SignatureRight, profile.Name);
            }

            foreach (var (form, table) in FormCatalog.All.SelectMany(form => form.Print.Where(block => block.Block == "table"), (form, table) => (form, table)))
            {
                Assert.AreEqual(profile.PageOf(form.Orientation).TextWidth, table.Columns.Sum(column => column.Width), $"{profile.Name} {form.Code}");
            }
        }
    }

    [TestMethod]
    public void Each_heading_is_found_by_its_name_and_by_its_title_and_an_unknown_one_is_named()
    {
        foreach (var heading in HeadingVariants.All)
        {
            Assert.AreSame(heading, HeadingVariants.Find(heading.Name));
            Assert.AreSame(heading, HeadingVariants.Find(heading.Title));
        }

        Assert.AreEqual("party", HeadingVariants.All[0].Name);
        var error = Assert.ThrowsExactly<ArgumentException>(() => Fill(Sample.Named("mau03-1-minimal"), "HD36-2018", "royal"));
        Assert.Contains("royal", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Fill(Sample sample, string profile, string heading) =>
        FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = profile, Heading = heading }, sample.Values, sample.Identity);
}
