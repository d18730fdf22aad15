using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Completion;
using HocTap.Office.AddIn.Registers;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>Registers and completion, and the words they share.</summary>
[TestClass]
public sealed class FollowUpViewTests
{
    [TestMethod]
    public async Task A_register_says_how_it_is_sorted_and_what_the_next_click_does()
    {
        var rows = await Rendering.OfAsync<RegisterRows, RegisterRowsModel>(SampleModels.Rows());

        Assert.AreEqual("Nhận lúc", rows.QuerySelector("th[aria-sort=descending]")!.TextContent.Trim());
        Assert.AreEqual("receivedAt", rows.QuerySelector("th[aria-sort=descending] button")!.GetAttribute("data-sort"));
        Assert.AreEqual("personName", rows.QuerySelector("th[aria-sort=none] button")!.GetAttribute("data-sort"));
        Assert.AreEqual("213 dòng", rows.QuerySelector("[data-count]")!.TextContent);
        Assert.AreEqual("09:15 ngày 22/11/2026", rows.QuerySelector("td[data-kind=time]")!.TextContent.Trim());
    }

    [TestMethod]
    public async Task An_empty_register_says_what_to_try()
    {
        var rows = await Rendering.OfAsync<RegisterRows, RegisterRowsModel>(SampleModels.Rows(0));

        Assert.IsNull(rows.QuerySelector("table"));
        Assert.Contains("bỏ bớt điều kiện", rows.QuerySelector(".empty")!.TextContent);
    }

    [TestMethod]
    [DataRow(true, true, 2)]
    [DataRow(false, true, 1)]
    [DataRow(false, false, 0)]
    public async Task Only_who_may_review_gets_the_buttons(bool accept, bool give, int buttons)
    {
        var model = SampleModels.Detail with { CanAccept = accept, CanReturn = give, CannotReview = buttons == 0 ? "Không ai tự xem xét kế hoạch của mình." : "" };

        var detail = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(model);

        Assert.HasCount(buttons, detail.QuerySelectorAll("[data-review] [type=submit]"));
        Assert.AreEqual("7", detail.QuerySelector("[data-submission]")!.GetAttribute("data-version"));
        Assert.AreEqual(buttons == 0, detail.Body!.TextContent.Contains("Không ai tự xem xét", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_submission_shows_choices_and_days_in_words()
    {
        var detail = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(SampleModels.Detail);

        var said = detail.QuerySelectorAll(".values dd").Select(value => value.TextContent).ToList();
        CollectionAssert.Contains(said, "27/6/1981");
        CollectionAssert.Contains(said, "Khắc phục hạn chế, yếu kém kéo dài");
    }

    [TestMethod]
    public async Task Completion_shows_bars_with_their_percent_in_text()
    {
        var page = await Rendering.OfAsync<CompletionPage, CompletionModel>(SampleModels.Completion);

        var row = page.QuerySelectorAll("tbody tr")[1];
        Assert.AreEqual("100", row.QuerySelector("progress")!.GetAttribute("value"));
        Assert.AreEqual("100%", row.QuerySelector(".bar-text")!.TextContent);
        Assert.AreEqual("1", row.QuerySelector("th")!.GetAttribute("data-depth"));
    }

    [TestMethod]
    public async Task A_group_of_rows_has_a_head_with_its_count_and_spans_the_table()
    {
        var rows = await Rendering.OfAsync<RegisterRows, RegisterRowsModel>(SampleModels.Rows(grouped: true));

        var head = rows.QuerySelector("tbody[data-group='DU-P-DANGVAN'] th[scope=rowgroup]")!;
        Assert.AreEqual("6", head.GetAttribute("colspan"));
        Assert.AreEqual("Đảng ủy phường Đằng Vân 112 dòng, 3 trễ hạn", head.TextContent);
        Assert.IsNull((await Rendering.OfAsync<RegisterRows, RegisterRowsModel>(SampleModels.Rows())).QuerySelector("[data-group-head]"));
    }

    [TestMethod]
    public async Task The_workbook_link_carries_filter_sort_and_group()
    {
        var page = await Rendering.OfAsync<RegistersPage, RegistersModel>(SampleModels.Registers(grouped: true));

        Assert.AreEqual("/api/registers/plans.xlsx?campaign=HT2027&organization=&status=&q=&sort=-receivedAt&group=organization", page.QuerySelector("[data-workbook]")!.GetAttribute("href"));
        Assert.AreEqual("organization", page.QuerySelector("[name=group] option[selected]")!.GetAttribute("value"));
    }

    [TestMethod]
    public async Task The_drill_down_keeps_exempt_and_voluntary_apart_and_never_says_they_owe()
    {
        var names = await Rendering.OfAsync<DrillDown, DrillDownModel>(SampleModels.DrillDown);

        var parts = names.QuerySelectorAll("details").ToDictionary(part => part.QuerySelector("h3")!.TextContent.Split(' ')[0], part => part);
        Assert.Contains("Vì sao được miễn: Đảng viên chi bộ thôn, tổ dân phố không phải cấp ủy viên (Hướng dẫn, mục 2.2a, ngoại lệ).", parts["Được"].TextContent);
        Assert.Contains("Tự nguyện 2, đã nộp 1", parts["Tự"].TextContent);
        Assert.DoesNotContain("Chưa nộp", parts["Tự"].TextContent);
        Assert.Contains("đã nhận lúc 09:15 ngày 22/11/2026", parts["Bản"].TextContent);
        Assert.Contains("chưa có kế hoạch", parts["Bản"].TextContent);
        Assert.Contains("submission=", parts["Đã"].QuerySelector("a")!.GetAttribute("href")!);
    }

    [TestMethod]
    public async Task A_past_day_is_said_in_the_heading_and_goes_on_into_the_workbook()
    {
        var page = await Rendering.OfAsync<CompletionPage, CompletionModel>(SampleModels.Completion with { AsOfDay = new DateOnly(2026, 11, 19) });

        Assert.Contains("Số liệu tính đến hết ngày 19/11/2026.", page.QuerySelector("[data-as-of-said]")!.TextContent);
        Assert.AreEqual("2026-11-22", page.QuerySelector("[name=asOf]")!.GetAttribute("max"));
        Assert.EndsWith("&asOf=2026-11-19", page.QuerySelector("[data-workbook]")!.GetAttribute("href")!);
    }

    [TestMethod]
    public async Task Without_a_role_completion_shows_ones_own_duties_and_whom_to_ask()
    {
        var page = await Rendering.OfAsync<CompletionPage, CompletionModel>(SampleModels.CompletionWithoutRole);

        Assert.IsNull(page.QuerySelector("table"));
        Assert.Contains("hãy hỏi Phạm Xuân Nghĩa", page.QuerySelector("[data-completion] .notice")!.TextContent);
        Assert.HasCount(5, page.QuerySelectorAll(".duty"));
    }

    [TestMethod]
    [DataRow(1, 199, 0, DisplayName = "một trên hai trăm không là 1%")]
    [DataRow(199, 1, 99, DisplayName = "còn thiếu một thì chưa là 100%")]
    [DataRow(0, 0, 100, DisplayName = "không phải nộp gì thì đã đủ")]
    public void A_percent_of_100_means_all(int done, int missing, int percent)
    {
        var line = SampleModels.Line("X", "X", 0, 0, 0) with
        {
            Forms = [new() { Form = SampleModels.Mau03, Required = done + missing, Done = done, Missing = missing, Late = 0 }],
        };

        Assert.AreEqual(percent, line.Percent);
    }

    [TestMethod]
    [DataRow(2027, 2, 5, "05/02/2027")]
    [DataRow(2027, 3, 31, "31/3/2027")]
    [DataRow(1980, 9, 5, "05/9/1980")]
    [DataRow(2024, 12, 30, "30/12/2024")]
    public void Days_are_written_as_in_official_papers(int year, int month, int day, string written) =>
        Assert.AreEqual(written, Words.Day(new DateOnly(year, month, day)));
}
