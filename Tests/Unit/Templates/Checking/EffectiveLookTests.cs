using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>The look that counts is the one Word shows, whichever of its many layers says so.</summary>
[TestClass]
public sealed class EffectiveLookTests
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Theme = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:fontScheme name=\"x\"><a:majorFont><a:latin typeface=\"Calibri Light\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>";

    private static readonly byte[] Plan = Sample.Named("mau03-2-typical").Fill();

    [TestMethod]
    public void A_font_of_the_theme_goes_before_a_plain_name_beside_it() =>
        Expect(Run("<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/>"), "L05", "Calibri");

    [TestMethod]
    public void A_plain_name_of_a_later_layer_goes_before_the_theme() =>
        ExpectNone(Style("HtBody", "<w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/></w:rPr>", Run("<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>", everyRun: true)));

    [TestMethod]
    public void A_theme_without_a_part_changes_nothing() => ExpectNone(Docx.Edit(Plan, body => First(body).Element(Docx.W + "rPr")?.Remove()));

    [TestMethod]
    public void An_East_Asian_font_does_not_matter_to_Vietnamese_letters() =>
        ExpectNone(Run("<w:rFonts w:eastAsia=\"MS Mincho\"/>"));

    [TestMethod]
    public void A_hint_sends_quotation_marks_to_the_East_Asian_font() =>
        Expect(Run("<w:rFonts w:eastAsia=\"MS Mincho\" w:hint=\"eastAsia\"/>", "nói “được”"), "L05", "MS Mincho");

    [TestMethod]
    public void Complex_script_letters_take_their_own_size_and_weight() =>
        Expect(Run("<w:bCs/><w:szCs w:val=\"40\"/><w:rtl/>"), "L06", "cỡ 20");

    [TestMethod]
    public void Bold_of_paragraph_and_character_styles_cancel_each_other() =>
        Expect(Added("<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>", body => Wear(body, "I. NỘI DUNG", "<w:rStyle w:val=\"Strong\"/>")), "L07", "không đậm");

    [TestMethod]
    public void A_style_has_what_the_style_has_that_it_is_based_on() => Expect(
        Added("<w:style w:type=\"paragraph\" w:styleId=\"Big\"><w:name w:val=\"Big\"/><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"Big\"/><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:style>",
            body => Content(body).Element(Docx.W + "pPr")!.Element(Docx.W + "pStyle")!.SetAttributeValue(Docx.W + "val", "Mine")),
        "L06", "cỡ 22");

    [TestMethod]
    public void Styles_based_on_each_other_in_a_circle_end() => ExpectNone(
        Added("<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"A\"/><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"B\"/><w:basedOn w:val=\"A\"/></w:style>", _ => { }));

    [TestMethod]
    public void Numbering_moves_a_line_unless_the_line_itself_says_otherwise()
    {
        var numbering = Docx.EditPart(Plan, "word/numbering.xml", root => root.Descendants(Docx.W + "ind").Single().SetAttributeValue(Docx.W + "left", 720));
        XElement number() => XElement.Parse($"<w:numPr {Space}><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");

        Expect(Docx.Edit(numbering, body => Content(body).Element(Docx.W + "pPr")!.Add(number())), "L13", "trái 12,7 mm");
        Expect(Docx.Edit(numbering, body => Content(body).Element(Docx.W + "pPr")!.Add(number(), XElement.Parse($"<w:ind {Space} w:left=\"1440\" w:firstLine=\"567\"/>"))), "L13", "trái 25,4 mm");
        ExpectNone(Docx.Edit(numbering, body => Content(body).Element(Docx.W + "pPr")!.Add(number(), XElement.Parse($"<w:ind {Space} w:left=\"0\" w:firstLine=\"567\"/>"))));
    }

    [TestMethod]
    public void A_table_style_lies_under_the_style_of_the_paragraph()
    {
        const string style = "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Grid\"/><w:pPr><w:spacing w:after=\"500\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>";
        var docx = Added(style, body => body.Descendants(Docx.W + "tblPr").First().AddFirst(XElement.Parse($"<w:tblStyle {Space} w:val=\"Grid\"/>")));

        var rules = Layouts.Check(docx).Deviations.Select(deviation => deviation.Rule).Distinct().ToList();

        CollectionAssert.AreEqual(new[] { "L07" }, rules, "size and gap are the paragraph's own; bold is combined");
        Assert.AreEqual("", Layouts.Told(Layouts.Repair(docx).Docx.ToArray()));
    }

    [TestMethod]
    public void The_first_row_of_a_table_has_what_its_style_says_of_first_rows() => Expect(
        Added("<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Grid\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:u w:val=\"single\"/></w:rPr></w:tblStylePr></w:style>", body => body.Descendants(Docx.W + "tblPr").First()
            .AddFirst(XElement.Parse($"<w:tblStyle {Space} w:val=\"Grid\"/>"), XElement.Parse($"<w:tblLook {Space} w:val=\"0020\"/>"))),
        "L09", "gạch chân");

    [TestMethod]
    public void A_length_may_have_its_unit() => ExpectNone(Docx.Edit(Plan, body =>
    {
        Content(body).Element(Docx.W + "pPr")!.Add(XElement.Parse($"<w:spacing {Space} w:after=\"6pt\" w:line=\"18pt\" w:lineRule=\"exact\"/>"), XElement.Parse($"<w:ind {Space} w:firstLine=\"1cm\"/>"));
        body.Descendants(Docx.W + "pgMar").Single().SetAttributeValue(Docx.W + "left", "30mm");
    }));

    [TestMethod]
    public void Deleted_and_hidden_words_have_no_look() => ExpectNone(Docx.Edit(Plan, body => Content(body).Add(
        XElement.Parse($"<w:del {Space} w:id=\"9\" w:author=\"x\"><w:r><w:rPr><w:sz w:val=\"60\"/></w:rPr><w:delText>bỏ</w:delText></w:r></w:del>"),
        XElement.Parse($"<w:r {Space}><w:rPr><w:vanish/><w:sz w:val=\"60\"/></w:rPr><w:t>ẩn</w:t></w:r>"))));

    [TestMethod]
    public void A_paragraph_without_any_style_of_ours_is_judged_by_what_it_says()
    {
        var docx = Docx.Edit(Plan, body => body.Descendants(Docx.W + "pStyle").ToList().ForEach(style => style.Remove()));

        var repaired = Layouts.Repair(docx).Docx.ToArray();

        Assert.IsGreaterThan(50, Layouts.Check(docx).Deviations.Count);
        Assert.AreEqual("", Layouts.Told(repaired));
        FilledPackageTests.Validate(repaired);
    }

    private static void Expect(byte[] docx, string rule, string found)
    {
        Assert.Contains(found, string.Join('\n', Layouts.Check(docx).Deviations.Where(deviation => deviation.Rule == rule).Select(deviation => deviation.Found)), Layouts.Told(docx));
        Assert.AreEqual("", Layouts.Told(Layouts.Repair(docx).Docx.ToArray()));
    }

    private static void ExpectNone(byte[] docx) => Assert.AreEqual("", Layouts.Told(docx));

    private static byte[] Run(string properties, string? text = null, bool everyRun = false) => WithTheme(Docx.Edit(Plan, body =>
    {
        foreach (var run in everyRun ? body.Descendants(Docx.W + "r").ToList() : [First(body)])
        {
            run.Element(Docx.W + "rPr")?.Remove();
            run.AddFirst(XElement.Parse($"<w:rPr {Space}>{properties}</w:rPr>"));
            run.Element(Docx.W + "t")!.Value = text ?? run.Element(Docx.W + "t")!.Value;
        }
    }));

    private static byte[] WithTheme(byte[] docx) => Docx.EditPart(Docx.With(docx, "word/theme/theme1.xml", Theme), "word/_rels/document.xml.rels", root =>
        root.Add(new XElement(root.Name.Namespace + "Relationship", new XAttribute("Id", "rIdTheme"), new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"), new XAttribute("Target", "theme/theme1.xml"))));

    private static byte[] Style(string id, string properties, byte[] docx) => Docx.EditPart(docx, "word/styles.xml", root =>
    {
        var style = root.Elements(Docx.W + "style").Single(item => (string?)item.Attribute(Docx.W + "styleId") == id);
        style.Add(XElement.Parse(properties.Replace("<w:rPr>", $"<w:rPr {Space}>", StringComparison.Ordinal)));
    });

    private static byte[] Added(string styles, Action<XElement> edit) => Docx.Edit(Docx.EditPart(Plan, "word/styles.xml", root => root.Add(XElement.Parse($"<x {Space}>{styles}</x>").Elements())), edit);

    private static void Wear(XElement body, string line, string properties) => body.Descendants(Docx.W + "t").First(text => text.Value.StartsWith(line, StringComparison.Ordinal)).Parent!
        .AddFirst(XElement.Parse($"<w:rPr {Space}>{properties}</w:rPr>"));

    private static XElement Content(XElement body) => Docx.Control(body, "actionContent").Descendants(Docx.W + "p").First();

    private static XElement First(XElement body) => Content(body).Element(Docx.W + "r")!;
}
