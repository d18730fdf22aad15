using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>A deviation is told once, in words that agree with each other, and by the name of the place where it is.</summary>
[TestClass]
public sealed class ToldDeviationTests
{
    private static readonly XNamespace W = Docx.W;

    [TestMethod]
    public void A_paper_without_any_page_number_is_told_to_lack_it_and_nothing_else()
    {
        var docx = Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body => body.Descendants().Where(element => element.Name.LocalName is "headerReference" or "footerReference" or "titlePg").Remove());

        var told = Layouts.Check(docx).Deviations.Where(deviation => deviation.Rule == "L04").ToList();

        Assert.AreEqual("không có", told.Single().Found);
        Assert.AreEqual("", Layouts.Told(Layouts.Repair(docx).Docx.ToArray()));
    }

    [TestMethod]
    public void The_signatures_are_a_part_of_their_own_below_all_sections()
    {
        var docx = Docx.Edit(Sample.Named("mau03-2-typical").Fill(), body => body.Descendants(W + "p")
            .Where(line => line.Value.Length == 0 && line.Descendants(W + "pStyle").Any(style => (string?)style.Attribute(W + "val") == "HtSignPosition")).Take(3).Remove());

        Assert.AreEqual("Phần ký, ô “Xác nhận: họ tên”", Layouts.Check(docx).Deviations.Single(deviation => deviation.Rule == "L20").Place.Words);
    }

    [TestMethod]
    [DataRow("HD36-2018", "party")]
    [DataRow("ND30-2020", "farmers")]
    public void A_document_tells_how_it_was_laid_out_and_keeps_it_when_it_is_filed(string profile, string heading)
    {
        var sample = Sample.Named("mau01-2-typical");
        var docx = HocTap.Office.Templates.Filling.FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = profile, Heading = heading }, sample.Values, sample.Identity);

        foreach (var bytes in new[] { docx, DocumentStamp.WithRowIds(docx, sample.Identity, sample.Form, sample.Normalized) })
        {
            var document = Unit.Templates.Reading.Of(bytes);

            Assert.AreEqual((profile, heading), (document.LayoutProfile, document.Heading));
        }
    }
}
