using System.Xml.Linq;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>«Nơi nhận»: printed with dashes and marks, read without them.</summary>
[TestClass]
public sealed class RecipientsTests
{
    private static readonly XNamespace W = Docx.W;
    private static readonly Sample Typical = Sample.Named("mau01-2-typical");
    private static readonly byte[] Filled = Typical.Fill();

    [TestMethod]
    public void Lines_end_with_commas_and_the_last_with_a_full_stop() =>
        Assert.Contains("Nơi nhận:\n- Ban Tuyên giáo Thành ủy (để báo cáo),\n- Các chi bộ trực thuộc,\n- Lưu Văn phòng.\nT/M ĐẢNG ỦY", Docx.Text(Filled));

    [TestMethod]
    public void The_marks_are_those_of_the_layout_profile() => Assert.Contains(
        "- Các chi bộ trực thuộc;\n- Lưu Văn phòng.",
        Docx.Text(FormFiller.Fill(Typical.Form, Typical.Campaign with { LayoutProfile = "HD05-2026" }, Typical.Values, Typical.Identity)));

    [TestMethod]
    [DataRow("- Ban Tuyên giáo,\n- Lưu VT.", "- Ban Tuyên giáo,\n- Lưu VT.")]
    [DataRow("Lưu VT.", "- Lưu VT.")]
    [DataRow("a.\na\n-", "- a.\n- a,\n-.")]
    [DataRow("Các báo, đài; TTXVN", "- Các báo, đài; TTXVN.")]
    public void Marks_that_a_person_typed_are_not_doubled_and_stay_in_the_value(string value, string printed)
    {
        var docx = FormFiller.Fill(Typical.Form, Typical.Campaign, With(value), Typical.Identity);

        Assert.Contains($"Nơi nhận:\n{printed}\n", Docx.Text(docx));
        Assert.AreEqual(value, Reading.Of(docx).Values["recipients"]);
    }

    [TestMethod]
    [DataRow("- Hội Nông dân xã,", "Hội Nông dân xã")]
    [DataRow("– Hội Nông dân xã;", "Hội Nông dân xã")]
    [DataRow("Hội Nông dân xã", "Hội Nông dân xã")]
    public void A_line_typed_in_Word_is_read_without_its_marks(string typed, string value)
    {
        var docx = Docx.Edit(Filled, body => Docx.Control(body, "recipients").Descendants(W + "p").First().AddAfterSelf(new XElement(W + "p", Docx.Run(typed))));

        Assert.AreEqual($"Ban Tuyên giáo Thành ủy (để báo cáo)\n{value}\nCác chi bộ trực thuộc\nLưu Văn phòng", Reading.Of(docx).Values["recipients"]);
    }

    [TestMethod]
    public void A_line_typed_below_the_control_belongs_to_the_list()
    {
        var docx = Docx.Edit(Filled, body => Docx.Control(body, "recipients").AddAfterSelf(new XElement(W + "p", Docx.Run("- Lưu hồ sơ."))));

        Assert.EndsWith("\nLưu Văn phòng\nLưu hồ sơ", Reading.Of(docx).Values["recipients"]);
    }

    private static FormValues With(string recipients) =>
        Typical.Values with { Fields = new Dictionary<string, string>(Typical.Values.Fields) { ["recipients"] = recipients } };
}
