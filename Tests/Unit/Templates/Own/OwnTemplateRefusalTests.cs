using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using static HocTap.Office.Tests.Unit.Templates.Own.TemplateEdit;

namespace HocTap.Office.Tests.Unit.Templates.Own;

/// <summary>What makes a template unusable is told with its tag and place, and what can be mended is mended when asked for.</summary>
[TestClass]
public sealed class OwnTemplateRefusalTests
{
    private static readonly IReadOnlyList<TemplateEdit> Refused =
    [
        Body("T03 fullName: a control deleted", "mau03", body => Docx.Control(body, "fullName").Remove()),
        Body("T03 taskContent: a column's control deleted", "mau01", body => Docx.Control(body, "taskContent").ReplaceWith(new XElement(W + "p"))),
        Body("T03 models: the repeating section unwrapped", "mau02", body => Unwrap(Docx.Control(body, "models"))),
        Body("T03 recipients: a list deleted", "mau02", body => Docx.Control(body, "recipients").ReplaceWith(new XElement(W + "p"))),
        Body("T04 exemplaryContent: a column twice in a row", "mau03", body => Docx.Control(body, "exemplaryContent").AddAfterSelf(new XElement(Docx.Control(body, "exemplaryContent")))),
        Body("T04 exemplaryTasks: the section twice", "mau03", body => Docx.Control(body, "exemplaryTasks").AddAfterSelf(new XElement(Docx.Control(body, "exemplaryTasks")))),
        Body("T05 campaign.theme: a text no campaign has", "mau03", body => Tag(Docx.Control(body, "campaign.provinceThemeText"), "campaign.theme")),
        Body("T06 documentDate: a date picker", "mau01", body => Kind(body, "documentDate", new XElement(W + "date"))),
        Body("T06 signAuthority: a drop-down list", "mau01", body => Kind(body, "signAuthority", new XElement(W + "dropDownList"))),
        Body("T06 workUnit: bound to data", "mau03", body => Docx.Control(body, "workUnit").Element(W + "sdtPr")!.Add(
            new XElement(W + "dataBinding", new XAttribute(W + "xpath", "/a"), new XAttribute(W + "storeItemID", "{6C0F2A2B-6B43-4C5E-9E57-2B0C5B1E0F02}")))),
        Body("T06 actionContent: plain text for paragraphs", "mau03", body => Kind(body, "actionContent", new XElement(W + "text"))),
        Body("T06 placeName: a check box", "mau02", body => Kind(body, "placeName", new XElement(XName.Get("checkbox", "http://schemas.microsoft.com/office/word/2010/wordml")))),
        Body("T07 modelName: a column outside its section", "mau02", body => body.Elements(W + "tbl").Last().AddBeforeSelf(Take(Docx.Control(body, "modelName")))),
        Body("T07 closingAddressee: a field inside the rows", "mau03", body => TemplateEdits.Item(body).Descendants(W + "p").First().Add(Take(Docx.Control(body, "closingAddressee")))),
        Body("T07 leadUnit: a control over two cells", "mau01", OverTwoCells),
        Body("T07 actionSolution: paragraphs beside other words", "mau03", Beside),
        Body("T07 fullName: a control in a text box", "mau03", body => IntoBox(Docx.Control(body, "fullName"))),
        Body("T08 breakthroughTasks: the section without a row", "mau01", body => TemplateEdits.Item(body).Remove()),
        Body("T08 models: a section that repeats nothing", "mau02", body => Docx.Control(body, "models").Element(W + "sdtPr")!.Elements().Where(kind => kind.Name.LocalName == "repeatingSection").Remove()),
        Body("T08 models: a plain row pasted into the section", "mau02", body => TemplateEdits.Item(body).AddAfterSelf(new XElement(TemplateEdits.Item(body).Descendants(W + "tr").First()))),
        Body("T08 exemplaryTasks: the section inside a control", "mau03", body => Wrap(Docx.Control(body, "exemplaryTasks"))),
        Body("T12 : tracked changes", "mau03", body => body.Descendants(W + "r").First().ReplaceWith(new XElement(W + "ins", new XAttribute(W + "id", 1), new XAttribute(W + "author", "a"), Docx.Run("x")))),
        Body("T14 : all tags lost as by LibreOffice", All, body =>
        {
            body.Descendants(W + "tag").Remove();
            Unwrap(body.Descendants(W + "sdt").First(control => control.Element(W + "sdtPr")!.Elements().Any(kind => kind.Name.LocalName == "repeatingSection")));
        }),
        Body("T15 fullName: a control twice in one line", "mau03", body => Docx.Control(body, "fullName").AddAfterSelf(new XElement(Docx.Control(body, "fullName")))),
        Body("T15 : a remark in a row below", "mau01", body => Docx.Control(body, "breakthroughTasks").AddAfterSelf(new XElement(W + "tr", new XElement(W + "tc",
            new XElement(W + "tcPr", new XElement(W + "gridSpan", new XAttribute(W + "val", 5))), new XElement(W + "p", Docx.Run("Danh sách này có thể kéo dài.")))))),
        Body("T15 : a label typed into the control's cell", "mau01", body => Docx.Control(body, "timeframe").AddBeforeSelf(new XElement(W + "p", Docx.Run("Thời hạn:")))),
        new("T01 : broken", "mau01", docx => Docx.With(docx, Docx.Document, "<w:document")),
        new("T01 : macros", "mau01", docx => Docx.Replace(docx, "[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
        new("T01 : a template fetched from elsewhere", "mau01", docx => Docx.With(docx, "word/_rels/settings.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///x.dotm" TargetMode="External"/></Relationships>""")),
        new("T01 : the strict dialect", "mau01", docx => Docx.Replace(docx, Docx.Document, W.NamespaceName, "http://purl.oclc.org/ooxml/wordprocessingml/main")),
        new("T02 : no form at all", "mau01", docx => Docx.Without(Docx.With(docx, Docx.Document, $"""<w:document xmlns:w="{W.NamespaceName}"><w:body><w:p/></w:body></w:document>"""), "customXml/item1")),
    ];

    public static IEnumerable<object[]> Edits => Refused.SelectMany(edit => edit.Forms.Split(' ').Select(form => new object[] { edit.Name, form }));

    [TestMethod]
    [DynamicData(nameof(Edits))]
    public void What_cannot_be_used_is_told_with_its_tag(string name, string form)
    {
        var check = OwnTemplate.Check(new MemoryStream(Refused.Single(edit => edit.Name == name).On(form)));

        Assert.IsFalse(check.IsUsable);
        var errors = check.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var said = string.Join('\n', check.Findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Path}: {finding.Message}"));
        Assert.AreEqual(name[..name.IndexOf(':', StringComparison.Ordinal)], $"{errors[0].Rule} {errors[0].Path}", said);
        Assert.HasCount(1, errors, said);
        Assert.IsTrue(check.Findings.All(finding => finding.Message.EndsWith('.') || finding.Message.EndsWith('?')), said);
    }

    [TestMethod]
    [DataRow("T06 documentDate: a date picker", "mau01")]
    [DataRow("T06 signAuthority: a drop-down list", "mau01")]
    [DataRow("T06 workUnit: bound to data", "mau03")]
    [DataRow("T06 actionContent: plain text for paragraphs", "mau03")]
    public void Kinds_are_mended_when_asked_for(string name, string form)
    {
        var check = OwnTemplate.Check(new MemoryStream(Refused.Single(edit => edit.Name == name).On(form)), mends: true);

        Assert.IsTrue(check.IsUsable);
        Assert.AreEqual(("T06", Severity.Warning), check.Findings.Select(finding => (finding.Rule, finding.Severity)).Single());
        Assert.IsEmpty(OwnTemplate.Check(new MemoryStream(check.Prepared!.Value.ToArray())).Findings);
    }

    [TestMethod]
    public void A_template_of_another_form_is_told()
    {
        var check = OwnTemplate.Check(new MemoryStream(Official("mau01")), FormCatalog.Find(FormCode.Parse("mau02")));

        Assert.AreEqual("T02", check.Findings.Single().Rule);
        Assert.Contains("Mẫu 01", check.Findings.Single().Message);
    }

    [TestMethod]
    public void A_place_is_told_by_table_row_and_cell_or_by_the_words_there()
    {
        var table = OwnTemplate.Check(new MemoryStream(Docx.Edit(Official("mau01"), body => Kind(body, "documentDate", new XElement(W + "date")))));
        var line = OwnTemplate.Check(new MemoryStream(Docx.Edit(Official("mau03"), body => Kind(body, "workUnit", new XElement(W + "date")))));

        Assert.Contains("bảng 1, dòng 1, ô 2", table.Findings[0].Message);
        Assert.Contains("đoạn “Đơn vị công tác:", line.Findings[0].Message);
    }

    [TestMethod]
    public void A_slip_in_a_tag_is_told_with_what_was_meant()
    {
        var check = OwnTemplate.Check(new MemoryStream(Docx.Edit(Official("mau03"), body => Tag(Docx.Control(body, "fullName"), "Fulname"))));

        Assert.IsTrue(check.Findings.Any(finding => finding is { Rule: "T05", Path: "Fulname" } && finding.Message.Contains("“fullName”", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_year_in_fixed_words_is_told()
    {
        var check = OwnTemplate.Check(new MemoryStream(Docx.Edit(Official("mau02"), body =>
        {
            foreach (var place in body.Descendants(W + "sdt").Where(control => Docx.TagOf(control) == "campaign.campaignYear").ToList())
            {
                place.ReplaceWith(Docx.Run("2024"));
            }
        })));

        Assert.IsTrue(check.IsUsable);
        Assert.IsTrue(check.Findings.Any(finding => finding.Rule == "T15" && finding.Message.Contains("2024", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_filled_document_can_be_made_a_template_again()
    {
        var sample = Sample.Named("mau01-2-typical");

        var check = OwnTemplate.Check(new MemoryStream(sample.Fill()));

        Assert.IsTrue(check.IsUsable, string.Join('\n', check.Findings.Select(finding => finding.Message)));
        Assert.Contains("T11", check.Findings.Select(finding => finding.Rule));
        Assert.DoesNotContain(sample.Values["signerName"], Docx.Text(check.Prepared!.Value.ToArray()));
    }

    private static void Tag(XElement control, string tag) => control.Element(W + "sdtPr")!.Element(W + "tag")!.SetAttributeValue(W + "val", tag);

    private static void Kind(XElement body, string tag, XElement kind)
    {
        var properties = Docx.Control(body, tag).Element(W + "sdtPr")!;
        properties.Elements().Where(element => element.Name.LocalName is "text" or "richText").Remove();
        properties.Add(kind);
    }

    private static void Unwrap(XElement section) => section.ReplaceWith(section.Element(W + "sdtContent")!.Elements(W + "sdt").Elements(W + "sdtContent").Elements());

    private static XElement Take(XElement control)
    {
        var copy = new XElement(control);
        if (control.Parent!.Name == W + "tc")
        {
            control.AddAfterSelf(new XElement(W + "p"));
        }

        control.Remove();
        return copy;
    }

    private static void Wrap(XElement section)
    {
        var copy = new XElement(section);
        section.ReplaceWith(new XElement(W + "sdt", new XElement(W + "sdtPr", new XElement(W + "id", new XAttribute(W + "val", 77))), new XElement(W + "sdtContent", copy)));
    }

    private static void OverTwoCells(XElement body)
    {
        var control = Docx.Control(body, "leadUnit");
        var (cell, properties) = (control.Ancestors(W + "tc").First(), new XElement(control.Element(W + "sdtPr")!));
        control.ReplaceWith(new XElement(W + "p"));
        var next = cell.ElementsAfterSelf(W + "tc").First();
        var added = new XElement(W + "tc", new XElement(next.Element(W + "tcPr")!), new XElement(W + "p"));
        cell.ReplaceWith(new XElement(W + "sdt", properties, new XElement(W + "sdtContent", new XElement(cell), added)));
    }

    private static void Beside(XElement body)
    {
        var control = Docx.Control(body, "actionSolution");
        var paragraph = control.Descendants(W + "p").First();
        var runs = paragraph.Elements(W + "r").ToList();
        runs.ForEach(run => run.Remove());
        control.ReplaceWith(new XElement(W + "p", Docx.Run("Giải pháp: "), new XElement(W + "sdt", new XElement(control.Element(W + "sdtPr")!), new XElement(W + "sdtContent", runs))));
    }

    private static void IntoBox(XElement control)
    {
        XNamespace v = "urn:schemas-microsoft-com:vml";
        control.ReplaceWith(new XElement(W + "r", new XElement(W + "pict", new XElement(v + "shape", new XElement(v + "textbox", new XElement(W + "txbxContent", new XElement(W + "p", new XElement(control))))))));
    }
}
