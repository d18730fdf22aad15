using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>A document as it was filled has nothing to tell.</summary>
[TestClass]
public sealed class CleanDocumentTests
{
    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_filled_form_has_the_layout_of_its_profile_and_says_what_was_filled(string name)
    {
        var sample = Sample.Named(name);
        var docx = sample.Fill();

        Assert.AreEqual("", Layouts.Told(docx, sample.Campaign.LayoutProfile));
        Assert.AreEqual("", Layouts.Drift(docx, sample.Values, sample.Campaign.LayoutProfile));
    }

    public static IEnumerable<object[]> Papers => from profile in LayoutProfiles.All from heading in HeadingVariants.All from form in FormCatalog.All select new object[] { profile.Name, heading.Name, form.Code.Value };

    [TestMethod]
    [DynamicData(nameof(Papers))]
    public void A_paper_of_any_profile_and_heading_has_no_deviation(string profile, string heading, string form)
    {
        var sample = Sample.Named($"{form}-2-typical");
        var docx = FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = profile, Heading = heading }, sample.Values, sample.Identity);

        foreach (var named in new[] { HeadingVariants.Find(heading), null })
        {
            var told = LayoutChecker.Check(new MemoryStream(docx), LayoutProfiles.Find(profile)!, named) is CheckResult.Checked done ? string.Join('\n', done.Deviations.Select(deviation => deviation.Message)) : "refused";

            Assert.AreEqual("", told, named is null ? "told by its words" : "named");
        }
    }

    [TestMethod]
    public void A_clean_document_is_given_back_byte_for_byte()
    {
        var docx = Sample.Named("mau01-2-typical").Fill();

        var repaired = Layouts.Repair(docx);

        Assert.IsTrue(repaired.Docx.Span.SequenceEqual(docx));
        Assert.IsEmpty(repaired.Mended);
    }
}

/// <summary>Check, repair and drift as tests ask for them.</summary>
internal static class Layouts
{
    public static CheckResult.Checked Check(byte[] docx, string profile = LayoutProfiles.Official) => LayoutChecker.Check(new MemoryStream(docx), LayoutProfiles.Find(profile)!) switch
    {
        CheckResult.Checked done => done,
        CheckResult.Refused refused => throw new AssertFailedException($"Refused: {refused.Kind} {refused.Detail}"),
        _ => throw new AssertFailedException("Neither checked nor refused."),
    };

    public static RepairResult.Repaired Repair(byte[] docx, string profile = LayoutProfiles.Official, IReadOnlyCollection<string>? chosen = null) => LayoutRepair.Repair(docx, LayoutProfiles.Find(profile)!, chosen: chosen) switch
    {
        RepairResult.Repaired done => done,
        RepairResult.Refused refused => throw new AssertFailedException($"Refused: {refused.Kind} {refused.Detail}"),
        _ => throw new AssertFailedException("Neither repaired nor refused."),
    };

    public static string Told(byte[] docx, string profile = LayoutProfiles.Official) => Told(Check(docx, profile));

    public static string Told(CheckResult.Checked done) => string.Join('\n', done.Deviations.Select(deviation => $"{deviation.Id} {deviation.Message}").Concat(done.FixedText.Select(difference => $"{difference.Kind} {difference.Message}")));

    public static IReadOnlyList<Difference> Differences(byte[] docx, FormValues stored, string? profile = null) =>
        FormDrift.Between(new MemoryStream(docx), stored, profile is null ? null : LayoutProfiles.Find(profile)) switch
        {
            DriftResult.Compared done => done.Differences,
            DriftResult.Refused refused => throw new AssertFailedException($"Refused: {refused.Kind} {refused.Detail}"),
            _ => throw new AssertFailedException("Neither compared nor refused."),
        };

    public static string Drift(byte[] docx, FormValues stored, string? profile = null) =>
        string.Join('\n', Differences(docx, stored, profile).Select(difference => $"{difference.Kind} {difference.Place.Path}: {difference.Message}"));
}
