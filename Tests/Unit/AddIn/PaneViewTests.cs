using System.Text.Json;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Unit.AddIn;

[TestClass]
public sealed class PaneViewTests
{
    [TestMethod]
    [DataRow("none", "Chưa nộp", "Lập kế hoạch", DisplayName = "chưa nộp")]
    [DataRow("returned", "Đã trả lại", "Sửa và nộp lại", DisplayName = "trả lại")]
    [DataRow("submitted", "Đã nộp", "Xem", DisplayName = "đã nộp")]
    [DataRow("withdrawn", "Đã rút", "Lập kế hoạch", DisplayName = "đã rút")]
    public async Task A_duty_says_its_state_and_offers_the_next_step(string state, string label, string action)
    {
        var card = await Rendering.OfAsync<DutyView, DutyCard>(SampleModels.Duty(state));

        Assert.AreEqual(label, card.QuerySelector(".badge")!.TextContent);
        var button = card.QuerySelector("[data-open-form]")!;
        Assert.AreEqual(action, button.TextContent);
        Assert.AreEqual("mau03 HT2027 DU-P-DANGVAN N0037", string.Join(' ', Target.Select(name => button.GetAttribute(name))));
        StringAssert.Matches(Flat(card.QuerySelector(".deadline")!.TextContent), new("^Hạn nộp 31/3/2027"));
    }

    [TestMethod]
    public async Task A_duty_whose_form_is_not_there_yet_says_so_and_has_no_button()
    {
        var card = await Rendering.OfAsync<DutyView, DutyCard>(SampleModels.Duty(available: false));

        Assert.IsNull(card.QuerySelector("button"));
        Assert.Contains("chưa lập được trên hệ thống", card.Body!.TextContent);
    }

    [TestMethod]
    public async Task A_returned_duty_quotes_the_reviewer_and_its_receipt_number()
    {
        var card = await Rendering.OfAsync<DutyView, DutyCard>(SampleModels.Duty("returned"));

        Assert.AreEqual("Mục II.2 chưa có thời gian hoàn thành cụ thể.", card.QuerySelector("blockquote p")!.TextContent);
        Assert.AreEqual("4B1F-5A2C-9E77", card.QuerySelector(".receipt-number")!.TextContent);
    }

    [TestMethod]
    public async Task A_late_duty_says_by_how_many_days()
    {
        var card = await Rendering.OfAsync<DutyView, DutyCard>(SampleModels.Duty() with { DaysLeft = -3, Late = true });

        Assert.AreEqual("Trễ hạn", card.QuerySelector("[data-state=late]")!.TextContent);
        Assert.AreEqual("(quá hạn 3 ngày)", card.QuerySelector(".days-left")!.TextContent);
    }

    [TestMethod]
    [DataRow(Obligation.Exempt)]
    [DataRow(Obligation.Voluntary)]
    public async Task Nobody_is_overdue_with_what_they_do_not_owe(Obligation obligation)
    {
        var card = await Rendering.OfAsync<DutyView, DutyCard>(SampleModels.Duty() with { DaysLeft = -968, Obligation = obligation });

        Assert.DoesNotContain("quá hạn", card.Body!.TextContent);
    }

    [TestMethod]
    public async Task Last_year_is_offered_line_by_line_and_its_rows_leave_their_ids_behind()
    {
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor() with { LastYear = new LastYearDocument(2025, SampleModels.Complete) });

        var offers = form.QuerySelectorAll("[data-last-year]");
        CollectionAssert.AreEqual(new[] { "actionContent", "actionSolution", "exemplaryTasks" }, offers.Select(offer => offer.GetAttribute("data-last-year")).ToList());
        Assert.HasCount(3, offers[0].QuerySelectorAll("[data-line]"));
        var row = offers[2].QuerySelector("[data-line]")!;
        Assert.Contains("Khắc phục hạn chế, yếu kém kéo dài", row.TextContent);
        Assert.DoesNotContain("r-1", row.GetAttribute("data-line")!);
        Assert.IsNull((await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor())).QuerySelector("[data-last-year]"));
    }

    [TestMethod]
    public async Task A_form_for_somebody_else_says_for_whom()
    {
        var own = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor());
        var other = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.EditorOnBehalf("submitted"));

        Assert.IsNull(own.QuerySelector("[data-on-behalf]"));
        Assert.AreEqual("Lập thay: Châu Thị Bích Yến", other.QuerySelector("[data-on-behalf]")!.TextContent);
    }

    [TestMethod]
    public async Task Headings_go_down_one_level_at_a_time()
    {
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor(SampleModels.Complete));

        var levels = form.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.AreEqual(1, levels[0]);
        Assert.IsTrue(levels.Zip(levels.Skip(1)).All(pair => pair.Second - pair.First <= 1), string.Join(' ', levels));
    }

    [TestMethod]
    public async Task Every_field_of_the_form_has_a_label_and_its_messages_are_tied_to_it()
    {
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor(SampleModels.Complete));

        var controls = form.QuerySelectorAll("input[data-tag], textarea[data-tag], select[data-tag]");
        Assert.IsGreaterThan(15, controls.Length);
        foreach (var control in controls)
        {
            Assert.IsNotNull(form.QuerySelector($"label[for='{control.Id}']"), control.Id);
            Assert.IsTrue(control.GetAttribute("aria-describedby")!.Split(' ').All(id => form.GetElementById(id) is not null), control.Id);
        }

        var ids = form.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        CollectionAssert.AllItemsAreUnique(ids);
    }

    [TestMethod]
    public async Task Prefilled_fields_say_where_they_come_from_and_required_ones_that_they_are()
    {
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor());

        Assert.AreEqual("lấy từ danh bạ", form.QuerySelector("[data-field=fullName] [data-source]")!.TextContent);
        Assert.AreEqual("true", form.QuerySelector("[data-tag=actionContent]")!.GetAttribute("aria-required"));
        Assert.IsNull(form.QuerySelector("[data-tag=orgPlanNumber]")!.GetAttribute("aria-required"));
        Assert.AreEqual("27/06/1981", form.QuerySelector("input[type=text][data-tag=dateOfBirth]")!.GetAttribute("value"));
    }

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    public async Task A_form_of_an_organization_is_rendered_from_its_definition_alone(string name)
    {
        var sample = Sample.Named(name);

        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.EditorOf(sample.Code, sample.Values));

        var rows = sample.Form.RowFields.Single();
        Assert.AreEqual(sample.Values.RowsOf(rows.Tag).Count, form.QuerySelectorAll("[data-row-list] > [data-row]").Length);
        Assert.AreEqual(sample.Values["recipients"], form.QuerySelector("textarea[data-tag=recipients][data-type=lines]")!.TextContent);
        var authority = form.QuerySelector("input[data-tag=signAuthority]")!;
        Assert.AreEqual("T/M ĐẢNG ỦY", authority.GetAttribute("value"));
        CollectionAssert.Contains(form.QuerySelectorAll($"datalist#{authority.GetAttribute("list")} option").Select(option => option.GetAttribute("value")).ToList(), "T/M BAN THƯỜNG VỤ");
        foreach (var column in rows.Columns.Where(column => !column.Printed))
        {
            Assert.AreNotEqual("", form.QuerySelector($"[data-row] [data-field={column.Tag}] .field-help")!.TextContent, column.Tag);
        }
    }

    [TestMethod]
    public async Task The_data_block_tells_target_context_and_rules_and_cannot_be_broken_out_of()
    {
        var model = SampleModels.Editor() with { Organization = "</script><b>" };

        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(model);

        using var data = JsonDocument.Parse(form.QuerySelector("[data-editor-data]")!.TextContent);
        Assert.AreEqual("mau03", data.RootElement.GetProperty("form").GetString());
        Assert.AreEqual("</script><b>", data.RootElement.GetProperty("organization").GetString());
        Assert.AreEqual(2027, data.RootElement.GetProperty("context").GetProperty("campaignYear").GetInt32());
        Assert.AreEqual(SampleModels.Plan.Rules.Count, data.RootElement.GetProperty("rules").GetArrayLength());
    }

    [TestMethod]
    public async Task Who_cannot_file_is_told_why_and_the_button_is_off()
    {
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor() with { CannotFile = "Đợt đăng ký đã đóng." });

        Assert.AreEqual("Đợt đăng ký đã đóng.", form.QuerySelector("[data-cannot-file]")!.TextContent);
        Assert.IsTrue(form.QuerySelector("[data-submit]")!.HasAttribute("disabled"));
    }

    private static readonly string[] Target = ["data-open-form", "data-campaign", "data-organization", "data-person"];

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
