using HocTap.Office.AddIn.Operations;
using HocTap.Office.AddIn.Registers;
using HocTap.Office.AddIn.Reviews;
using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>What waits, the detail of a document, and the pages that tell of problems.</summary>
[TestClass]
public sealed class ReviewViewTests
{
    [TestMethod]
    public async Task A_waiting_document_shows_whose_it_is_its_revision_and_whether_it_came_late()
    {
        var lists = await Rendering.OfAsync<ReviewLists, ReviewListsModel>(SampleModels.ReviewLists());

        var rows = lists.QuerySelectorAll("[data-waiting=review] [data-document]");
        Assert.Contains("bản số 2 – đã sửa", rows[0].TextContent);
        Assert.Contains("Trễ hạn", rows[1].TextContent);
        Assert.DoesNotContain("bản số", rows[2].TextContent);
        Assert.AreEqual("2", rows[1].GetAttribute("data-version"));
        Assert.IsTrue(lists.QuerySelector("[data-decide-chosen]")!.HasAttribute("disabled"));
    }

    [TestMethod]
    [DataRow("", "Không còn hồ sơ nào chờ bạn xem xét.")]
    [DataRow("khong", "Không có hồ sơ nào đang chờ khớp với «khong».")]
    public async Task A_list_with_nothing_in_it_says_so_in_a_sentence(string query, string said)
    {
        var model = SampleModels.ReviewLists("x") with { Query = query };

        var lists = await Rendering.OfAsync<ReviewLists, ReviewListsModel>(model);

        Assert.Contains(said, lists.QuerySelector("[data-waiting=review] .empty")!.TextContent);
        Assert.IsEmpty(lists.QuerySelectorAll("table"));
    }

    [TestMethod]
    [DataRow(false, "Đã nhận", "Xác nhận đã nhận bản thứ hai của Châu Thị Bích Yến")]
    [DataRow(true, "Đã gửi", "Ghi nhận đã gửi bản thứ hai của Châu Thị Bích Yến")]
    public async Task A_copy_that_leaves_the_city_is_sent_and_any_other_is_received(bool leaves, string button, string name)
    {
        var list = SampleModels.ReviewLists().Lists[1];
        var model = SampleModels.ReviewLists() with { Lists = [list with { Documents = [list.Documents[0] with { LeavesCity = leaves }] }] };

        var lists = await Rendering.OfAsync<ReviewLists, ReviewListsModel>(model);

        Assert.AreEqual(button, lists.QuerySelector("[data-confirm-copy]")!.TextContent);
        Assert.AreEqual(name, lists.QuerySelector("[data-confirm-copy]")!.GetAttribute("aria-label"));
    }

    [TestMethod]
    public async Task A_document_filed_for_somebody_else_names_who_filed_it()
    {
        var model = SampleModels.Detail with { SubmittedBy = "Châu Thế Khởi", FiledOnBehalf = true };

        var detail = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(model);

        Assert.Contains("Châu Thế Khởi nộp thay", detail.QuerySelector(".facts")!.TextContent);
    }

    [TestMethod]
    public async Task Remarks_stand_at_their_rows_and_only_who_may_decide_can_write_new_ones()
    {
        var reviewer = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(SampleModels.Detail);
        var author = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(SampleModels.Detail with { CanAccept = false, CanReturn = false });

        foreach (var detail in new[] { reviewer, author })
        {
            Assert.Contains("Việc này cần mốc thời gian", detail.QuerySelector(".detail-row .comment p")!.TextContent);
            Assert.Contains("Đặng Thị Ánh Đào, 16:40 ngày 20/11/2026 (về bản số 1)", detail.QuerySelector(".detail-row .comment footer")!.TextContent);
        }

        Assert.AreEqual("r-1", reviewer.QuerySelector("[data-row-remark]")!.GetAttribute("data-row-remark"));
        Assert.IsNull(author.QuerySelector("textarea"));
    }

    [TestMethod]
    public async Task A_first_revision_has_no_section_of_changes_and_a_confirmed_copy_is_part_of_its_life()
    {
        var model = SampleModels.Detail with { Revision = 1, Changes = null, History = [new(SampleModels.Detail.ReceivedAt, "copyReceived", "Đặng Thị Ánh Đào", "")] };

        var detail = await Rendering.OfAsync<SubmissionDetail, SubmissionDetailModel>(model);

        Assert.IsNull(detail.QuerySelector("[data-changes]"));
        Assert.Contains("Đã xác nhận bản thứ hai", detail.QuerySelector(".history")!.TextContent);
    }

    [TestMethod]
    public async Task Only_work_that_was_given_up_can_be_tried_again()
    {
        var list = await Rendering.OfAsync<OpenWorkList, OpenWorkModel>(SampleModels.OpenWork);

        Assert.HasCount(2, list.QuerySelectorAll("[data-retry]"));
        Assert.Contains("Đã thử 3 lần, tự thử lại lúc 09:26 ngày 22/11/2026", list.QuerySelector("[data-parked=false]")!.TextContent);
    }

    [TestMethod]
    public async Task A_problem_page_leads_back_to_the_page_it_happened_in()
    {
        var page = await Rendering.OfAsync<ProblemPage, ProblemModel>(SampleModels.Problem());

        Assert.AreEqual("/registers", page.QuerySelector("main a.primary")!.GetAttribute("href"));
        Assert.AreEqual("Không tìm thấy · Học tập và làm theo Bác", page.Title);
        Assert.IsNull(page.QuerySelector(".top-nav [aria-current]"));
    }
}
