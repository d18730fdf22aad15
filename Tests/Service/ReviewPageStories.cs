using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>The pages of reviewers and of the administrator over the running product.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReviewPageStories
{
    private static readonly DateTimeOffset InTime = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_document_filed_on_behalf_shows_who_filed_it_what_was_said_about_each_row_and_what_changed()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var clerk = await app.AsAsync(Personas.Clerk);
        using var head = await app.AsAsync(Personas.HeadOfOffice);
        var first = await clerk.FileToTheEndAsync(Personas.StaffPlan);
        var row = (await DetailAsync(head, first)).QuerySelector("[data-row-remark]")!.GetAttribute("data-row-remark");
        await head.ReviewAsync(first, 2, new { decision = "returned", comment = "Xem từng việc.", rows = new[] { new { rowId = row, comment = "Việc này cần mốc thời gian." } } });
        var second = await clerk.FileToTheEndAsync(Personas.StaffPlan, fields => fields["exemplaryTasks"]![0]!["exemplarySolution"] = "Xong trước 30/9/2027.");

        var detail = await DetailAsync(head, second);

        Assert.Contains("Châu Thế Khởi nộp thay", Flat(detail.QuerySelector(".facts")!.TextContent));
        Assert.Contains("2 – đã sửa", Flat(detail.QuerySelector(".facts")!.TextContent));
        Assert.Contains("Việc này cần mốc thời gian.", detail.QuerySelector(".detail-row .comment")!.TextContent);
        Assert.Contains("Phạm Xuân Nghĩa, 09:00 ngày 20/01/2027 (về bản số 1)", detail.QuerySelector(".detail-row .comment footer")!.TextContent);
        Assert.Contains("Xem từng việc.", detail.QuerySelector(".detail-group .comment")!.TextContent);
        var change = detail.QuerySelector("[data-changes] .change")!;
        Assert.Contains("Hoàn thành trước 30/9.", change.TextContent);
        Assert.Contains("Xong trước 30/9/2027.", change.TextContent);
        Assert.AreEqual(row, detail.QuerySelector("[data-row-remark]")!.GetAttribute("data-row-remark"));
    }

    [TestMethod]
    public async Task The_second_copy_is_confirmed_on_the_page_and_the_document_tells_of_it()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var secretary = await app.AsAsync(Personas.WardSecretary);
        using var city = await app.AsAsync(Personas.CityReviewer);
        using var administrator = await app.AsAsync(Personas.Administrator);
        var id = await secretary.FileToTheEndAsync(Personas.WardSecretaryPlan);
        var waiting = await PageAsync(city, "reviews?campaign=HT2027");

        var before = await DetailAsync(city, id);
        await city.ReceiveAsync(id, 2);
        var after = await DetailAsync(secretary, id);

        Assert.IsNotNull(waiting.QuerySelector($"[data-waiting=review] [data-document='{id}'] [data-choose]"));
        Assert.AreEqual("2", waiting.QuerySelector($"[data-waiting=copy] [data-document='{id}']")!.GetAttribute("data-version"));
        Assert.IsNotNull(before.QuerySelector("[data-receipt]"));
        Assert.IsNull((await DetailAsync(administrator, id)).QuerySelector("[data-receipt]"));
        Assert.Contains("Thành ủy Lam Kiều, đã nhận lúc 09:00 ngày 20/01/2027", Flat(after.QuerySelector(".facts")!.TextContent));
        Assert.Contains("Đã xác nhận bản thứ hai", after.QuerySelector(".history")!.TextContent);
        Assert.IsNull((await PageAsync(city, "reviews?campaign=HT2027")).QuerySelector($"[data-waiting=copy] [data-document='{id}']"));
    }

    [TestMethod]
    public async Task The_administrator_records_the_copies_that_leave_the_city_and_has_nothing_else_to_review()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var leader = await app.AsAsync("N0002");
        using var administrator = await app.AsAsync(Personas.Administrator);
        var id = await leader.FileToTheEndAsync(new Plan("TU", "N0002", await leader.NameAsync()));

        var page = await PageAsync(administrator, "reviews?campaign=HT2027");

        Assert.Contains("Ghi nhận đã gửi", page.QuerySelector("[data-waiting=copy] [data-decide-chosen]")!.TextContent);
        Assert.AreEqual("Ghi nhận đã gửi bản thứ hai", (await DetailAsync(administrator, id)).QuerySelector("[data-receipt]")!.TextContent);
    }

    [TestMethod]
    public async Task A_closed_year_is_only_there_to_be_read()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var city = await app.AsAsync(Personas.CityReviewer);
        var waiting = (await city.GetAsync("api/submissions?campaign=HT2025&status=submitted")).GetProperty("items").EnumerateArray().First().GetProperty("id").GetString()!;

        var detail = await DetailAsync(city, waiting);
        var page = await PageAsync(city, "reviews?campaign=HT2025");

        Assert.IsEmpty(detail.QuerySelectorAll("[data-review], [data-withdraw], [data-receipt]"));
        Assert.Contains("hồ sơ chỉ để xem", page.QuerySelector("[data-reviews] .notice")!.TextContent);
        Assert.IsEmpty(page.QuerySelectorAll("[data-choose]"));
    }

    [TestMethod]
    public async Task Parked_work_says_whose_it_is_and_why_in_words_and_vanishes_once_it_is_stored()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var administrator = await app.AsAsync(Personas.Administrator);
        await FaultAsync(app, new { method = "PUT", path = "/drives/**", action = "fail", status = 403, code = "accessDenied", times = 1 });
        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);

        var work = (await PageAsync(administrator, "operations")).QuerySelector("[data-work]")!;
        await administrator.Http.PostAsync(new Uri($"api/operations/{work.GetAttribute("data-work")}/attempts", UriKind.Relative), null, TestContext.CancellationToken);
        await staff.StoredAsync(id);
        var after = await PageAsync(administrator, "operations/list");

        Assert.AreEqual("true", work.GetAttribute("data-parked"));
        Assert.AreEqual("Đường Duy Đệ, Phòng Tư pháp", work.QuerySelector("h2")!.TextContent);
        Assert.Contains("SharePoint không cho phép ghi.", work.TextContent);
        Assert.Contains("09:00 ngày 20/01/2027", work.TextContent);
        Assert.Contains("Không có việc nào bị dừng.", after.Body!.TextContent);
    }

    [TestMethod]
    [DataRow(Personas.Staff, "/pane /registers /completion")]
    [DataRow(Personas.HeadOfOffice, "/pane /reviews /registers /completion")]
    [DataRow(Personas.Administrator, "/pane /reviews /registers /completion /operations")]
    public async Task The_navigation_offers_what_the_roles_allow(string person, string pages)
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var client = await app.AsAsync(person);

        var page = await PageAsync(client, "registers");

        Assert.AreEqual(pages, string.Join(' ', page.QuerySelectorAll(".top-nav a").Select(link => link.GetAttribute("href"))));
    }

    [TestMethod]
    public async Task The_organizations_of_a_register_stand_in_their_tree_and_states_that_never_show_are_not_offered()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var city = await app.AsAsync(Personas.CityReviewer);

        var page = await PageAsync(city, "registers");

        var organizations = page.QuerySelectorAll("[name=organization] option").Select(option => (Code: option.GetAttribute("value"), Label: option.TextContent)).ToList();
        var ward = organizations.FindIndex(place => place.Code == "DU-P-DANGVAN");
        Assert.AreEqual("\u2003\u2003Đảng ủy phường Đằng Vân", organizations[ward].Label);
        Assert.StartsWith("\u2003\u2003\u2003\u2003", organizations[ward + 1].Label);
        Assert.IsEmpty(page.QuerySelectorAll("[name=status] option[value=superseded], [name=status] option[value=withdrawn]"));
    }

    private static Task<IHtmlDocument> DetailAsync(OfficeClient client, string id) => PageAsync(client, $"registers/submissions/{id}");

    private static async Task<IHtmlDocument> PageAsync(OfficeClient client, string path)
    {
        var answer = await client.SendAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, text);
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task FaultAsync(OfficeApp app, object fault)
    {
        using var http = new HttpClient { BaseAddress = app.Services.GetRequiredService<TenantConnection>().Embedded!.BaseAddress }; // the service has no other tenant here
        var answer = await http.PostAsJsonAsync("_local/faults", new { faults = new[] { fault } });
        Assert.IsTrue(answer.IsSuccessStatusCode);
    }
}
