using System.Xml.Linq;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Tests.Unit.Templates.Hostile;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>Whatever spoils a layout is found and told with its rule; mending takes it away and nothing else.</summary>
[TestClass]
public sealed class DamageTests
{
    private static readonly string[] Forms = ["mau01-2-typical", "mau02-2-typical", "mau03-2-typical"];

    private static readonly (string Profile, string Heading)[] Papers = [("HD36-2018", "party"), ("ND30-2020", "state"), ("HD05-2026", "youth")];

    public static IEnumerable<object[]> Names => Damage.All.Select(damage => new object[] { damage.Name });

    public static IEnumerable<object[]> Seeds => Sample.All.SelectMany((sample, number) => Enumerable.Range(0, Fuzzing.DamageSeeds).Select(seed => new object[] { sample.Name, (number * 1000) + seed }));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_damage_is_found_and_mended_in_some_form(string name)
    {
        var damage = Damage.All.Single(item => item.Name == name);
        var found = 0;
        foreach (var (form, seed) in Forms.SelectMany(form => Enumerable.Range(0, Math.Max(Papers.Length, Fuzzing.DamageSeeds / 2)).Select(seed => (form, seed))))
        {
            var (sample, (profile, heading)) = (Sample.Named(form), Papers[seed % Papers.Length]);
            var docx = FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = profile, Heading = heading }, sample.Values, sample.Identity);
            var damaged = DamagedDocument.Of(docx, [damage], seed);
            found += damaged.Done.Count;
            ExpectMended(damaged, $"{name} {form} {seed} {profile} {heading}", profile);
        }

        Assert.IsGreaterThan(0, found, "no form has anything to spoil in this way");
    }

    [TestMethod]
    [DataRow("strike")]
    [DataRow("dstrike")]
    public void Words_struck_out_are_told_and_left_to_a_person(string mark)
    {
        var sample = Sample.Named("mau03-2-typical");
        var docx = Docx.Edit(FormFiller.Fill(sample.Form, sample.Campaign, sample.Values, sample.Identity), body =>
        {
            var run = body.Descendants(W + "r").First(run => run.Value.Contains("Họ và tên", StringComparison.Ordinal));
            run.Element(W + "rPr")?.Remove();
            run.AddFirst(new XElement(W + "rPr", new XElement(W + mark)));
        });

        var deviation = Layouts.Check(docx).Deviations.Single(deviation => deviation.Rule == "L27");

        Assert.IsFalse(deviation.CanRepair);
        Assert.IsTrue(Layouts.Repair(docx).Docx.Span.SequenceEqual(docx));
    }

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void Random_damages_are_found_and_mended_and_nothing_else_is_touched(string name, int seed) =>
        ExpectMended(DamagedDocument.Random(Sample.Named(name).Fill(), seed), $"{name} {seed}", Sample.Named(name).Campaign.LayoutProfile);

    [TestMethod]
    public void Only_chosen_deviations_are_mended()
    {
        var damaged = DamagedDocument.Of(Sample.Named("mau03-2-typical").Fill(), [.. Damage.All.Where(damage => damage.Rule is "L02" or "L06" or "L16")], 7);
        var all = Layouts.Check(damaged.Docx).Deviations;
        var chosen = all.Where(deviation => deviation.Rule == "L02").Select(deviation => deviation.Id).ToHashSet();

        var repaired = Layouts.Repair(damaged.Docx, chosen: chosen);

        CollectionAssert.AreEqual(chosen.Order().ToList(), repaired.Mended.Select(deviation => deviation.Id).Order().ToList());
        CollectionAssert.AreEqual(
            all.Where(deviation => !chosen.Contains(deviation.Id)).Select(deviation => deviation.Id).ToList(), Layouts.Check(repaired.Docx.ToArray()).Deviations.Select(deviation => deviation.Id).ToList());
    }

    private static void ExpectMended(DamagedDocument damaged, string story, string profile = HocTap.Office.Templates.Authoring.LayoutProfiles.Official)
    {
        story = $"{story}: {string.Join(", ", damaged.Done.Select(damage => damage.Name))}";
        var (before, check) = (Unit.Templates.Reading.Of(damaged.Docx), Layouts.Check(damaged.Docx, profile));
        var rules = check.Deviations.Select(deviation => deviation.Rule).ToHashSet();
        foreach (var damage in damaged.Done)
        {
            Assert.Contains(damage.Rule, rules, $"{story}\n{Layouts.Told(check)}");
        }

        var repaired = Layouts.Repair(damaged.Docx, profile);
        var docx = repaired.Docx.ToArray();

        Assert.AreEqual("", Layouts.Told(docx, profile), story);
        Assert.IsTrue(Layouts.Repair(docx, profile).Docx.Span.SequenceEqual(docx), $"{story}: mending again changes nothing");
        Assert.IsTrue(Layouts.Repair(damaged.Docx, profile).Docx.Span.SequenceEqual(docx), $"{story}: equal bytes for equal input");
        var after = Unit.Templates.Reading.Of(docx);
        Assert.AreEqual(Unit.Templates.Reading.Json(before.Form, before.Values), Unit.Templates.Reading.Json(after.Form, after.Values), story);
        ExpectSameOtherwise(damaged.Docx, docx, repaired, story);
        FilledPackageTests.Validate(docx);
    }

    // Parts byte for byte; the body without its looks, but for lines the layout itself adds or rewrites.
    private static void ExpectSameOtherwise(byte[] before, byte[] after, RepairResult.Repaired repaired, string story)
    {
        var (was, now) = (Docx.Parts(before), Docx.Parts(after));
        var header = repaired.Mended.Any(deviation => deviation.Rule == "L04" || deviation.Id.Contains(".header", StringComparison.Ordinal));
        foreach (var (name, content) in was.Where(part => part.Key != Docx.Document && !(header && (part.Key.StartsWith("word/header", StringComparison.Ordinal) || part.Key.EndsWith(".rels", StringComparison.Ordinal) || part.Key.StartsWith("[Content", StringComparison.Ordinal)))))
        {
            Assert.IsTrue(content.AsSpan().SequenceEqual(now[name]), $"{story}: {name}");
        }

        if (!repaired.Mended.Any(deviation => deviation.Rule is "L04" or "L16" or "L17" or "L18" or "L19" or "L20" or "L24"))
        {
            Assert.AreEqual(Skeleton(before), Skeleton(after), story);
        }
    }

    private static string Skeleton(byte[] docx)
    {
        var body = Docx.Body(docx);
        string[] looks = ["jc", "ind", "spacing", "contextualSpacing", "rFonts", "sz", "szCs", "b", "bCs", "i", "iCs", "u", "color", "highlight", "shd", "caps", "smallCaps", "strike", "dstrike", "em", "pBdr", "tblCellMar", "tcMar", "tcBorders", "tcW", "tblW", "gridCol", "tblHeader", "trPr", "pgSz", "pgMar", "rPr", "tblBorders"];
        foreach (var element in body.Descendants().Where(element => looks.Contains(element.Name.LocalName) && (element.Name.LocalName is not ("rPr" or "trPr"))).ToList())
        {
            element.Remove();
        }

        body.Descendants().Where(element => element.Name.LocalName is "rPr" or "trPr" && !element.HasElements).ToList().ForEach(element => element.Remove());
        return body.ToString(SaveOptions.DisableFormatting);
    }
}
