using System.Text.Json.Nodes;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant.Rest;
using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Service.Provisioning;

/// <summary>Whatever the site was before, provisioning ends in the same verified schema and takes nothing from anybody.</summary>
[TestClass]
public sealed class ProvisioningStories
{
    public TestContext TestContext { get; set; } = null!; // set by the framework

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_empty_site_is_made_whole_and_a_second_run_changes_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        Assert.HasCount(SiteSchema.Lists.Count, await site.Provisioner.VerifyAsync(Token), "an empty site lacks every list and nothing else");

        await site.Provisioner.ProvisionAsync(Token);
        var first = await ViewsAsync(site, SiteSchema.Submissions);
        await site.Provisioner.ProvisionAsync(Token);

        Assert.AreEqual("", await DifferencesAsync(site));
        CollectionAssert.AreEqual(first.ToList(), (await ViewsAsync(site, SiteSchema.Submissions)).ToList());
        Assert.AreEqual("Theo trạng thái", first.Single(view => view.Page == "HocTapByStatus").Title);
    }

    [TestMethod]
    public async Task A_site_cut_off_in_the_middle_is_finished()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        var list = await site.Rest.AddListAsync("Submissions", Token, 101);
        await site.Rest.AddFieldAsync(list, """<Field Type="Text" Name="SubmissionId" DisplayName="SubmissionId" />""", Token);
        await site.Rest.AddFieldAsync(list, """<Field Type="Choice" Name="Status" DisplayName="Status"><CHOICES><CHOICE>đã nộp</CHOICE></CHOICES></Field>""", Token);
        await site.Rest.PostAsync($"web/lists(guid'{list}')/views/add", new JsonObject { ["parameters"] = new JsonObject { ["Title"] = "HocTapByStatus" } }, Token);

        await site.Provisioner.ProvisionAsync(Token);

        Assert.AreEqual("", await DifferencesAsync(site));
        Assert.HasCount(5, await ViewsAsync(site, SiteSchema.Submissions), "the half-made view was finished, not made again");
    }

    [TestMethod]
    public async Task What_people_changed_is_told_in_full_and_set_right_and_what_they_made_stays()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        await site.Provisioner.ProvisionAsync(Token);
        await ChangeByHandAsync(site);

        var told = await DifferencesAsync(site);
        await site.Provisioner.ProvisionAsync(Token);

        foreach (var part in new[]
                 {
                     "Danh sách Reviews mang tên «Nhận xét», không phải «Xem xét».",
                     "Cột Submissions.Status mang tên «Tình hình», không phải «Trạng thái».",
                     "Cột Submissions.Status thiếu lựa chọn «đã tiếp nhận», «đã xác nhận»",
                     "Cột Submissions.Late chưa có chỉ mục.",
                     "Cột Submissions.PersonName bị đặt là bắt buộc nhập.",
                     "Danh sách Submissions thiếu cột Rating (Đánh giá).",
                     "Chế độ xem Submissions «Theo trạng thái» mang tên «Của tôi».",
                     "Chế độ xem Submissions «Nộp muộn» lọc hoặc sắp xếp khác thiết kế.",
                     "Chế độ xem Submissions «Nộp muộn» hiện các cột",
                     "Danh sách Completion thiếu chế độ xem «Theo tình trạng».",
                     "Cột Completion.Percent có định dạng khác thiết kế.",
                     "Danh sách People chưa có phân quyền riêng",
                     "Danh sách Roles chưa có phân quyền riêng, hoặc thành viên, khách của trang đọc được.",
                 })
        {
            Assert.Contains(part, told);
        }

        Assert.AreEqual("", await DifferencesAsync(site));
        await EverythingTheirsStaysAsync(site);
    }

    [TestMethod]
    public async Task A_column_of_another_kind_is_left_alone_and_told()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        var list = await site.Rest.AddListAsync("Submissions", Token, 101);
        await site.Rest.AddFieldAsync(list, """<Field Type="Note" Name="Person" DisplayName="Ghi chú của chị Hoa" />""", Token);

        await site.Provisioner.ProvisionAsync(Token);

        Assert.StartsWith("Cột Submissions.Person khác kiểu thiết kế", await DifferencesAsync(site));
        Assert.AreEqual(200, (await site.Rest.GetAsync($"{site.At(SiteSchema.Submissions)}/fields/getbytitle('Ghi chú của chị Hoa')", Token)).Status);
    }

    [TestMethod]
    public async Task Settings_that_would_refuse_our_own_values_are_told_and_set_right()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        await site.Provisioner.ProvisionAsync(Token);
        await SetAsync(site, SiteSchema.Submissions, "PersonName", new() { Text = new() { AllowMultipleLines = false, MaxLength = 5 } });
        await SetAsync(site, SiteSchema.Completion, "Percent", new() { Number = new() { DecimalPlaces = "two", Maximum = 50 } });
        await SetAsync(site, SiteSchema.Completion, "State", new() { Choice = new() { AllowTextEntry = true, Choices = [.. SiteSchema.Completion.Columns.Single(column => column.Name == "State").Choices], DisplayAs = "radioButtons" } });

        var told = await DifferencesAsync(site);
        await site.Provisioner.ProvisionAsync(Token);

        foreach (var part in new[] { "Submissions.PersonName có thiết lập maxLength là 5", "Completion.Percent có thiết lập decimalPlaces", "Completion.Percent bị giới hạn (maximum 50)", "Completion.State có thiết lập allowTextEntry", "Completion.State có thiết lập displayAs" })
        {
            Assert.Contains(part, told);
        }

        Assert.AreEqual("", await DifferencesAsync(site));
    }

    [TestMethod]
    public async Task Lists_of_another_kind_that_bear_our_names_are_told_and_left_alone()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        await site.Rest.AddListAsync("Submissions", Token);
        await site.Rest.AddListAsync("People", Token, 101);

        await site.Provisioner.ProvisionAsync(Token);

        var told = await DifferencesAsync(site);
        Assert.Contains("Tên Submissions đã có một danh sách loại khác dùng", told);
        Assert.Contains("Tên People đã có một danh sách loại khác dùng", told);
    }

    private async Task SetAsync(SiteUnderTest site, ListSchema list, string column, ColumnDefinition change)
    {
        var app = site.Rest.App;
        var columns = app.Graph.Sites[app.Site].Lists[list.DisplayName].Columns;
        var found = (await columns.GetAsync(cancellationToken: Token))!.Value!.Single(one => one.Name == column);
        await columns[found.Id].PatchAsync(change, cancellationToken: Token);
    }

    private async Task ChangeByHandAsync(SiteUnderTest site)
    {
        var (library, rest) = (site.At(SiteSchema.Submissions), site.Rest);
        await DoneAsync(rest.MergeAsync(site.At(SiteSchema.Reviews), new JsonObject { ["Title"] = "Nhận xét" }, Token));
        await DoneAsync(rest.MergeAsync($"{library}/fields/getbyinternalnameortitle('Status')", new JsonObject { ["Title"] = "Tình hình", ["Choices"] = new JsonArray("đã nộp", "chờ bổ sung") }, Token));
        await DoneAsync(rest.MergeAsync($"{library}/fields/getbyinternalnameortitle('Late')", new JsonObject { ["Indexed"] = false }, Token));
        await DoneAsync(rest.MergeAsync($"{library}/fields/getbyinternalnameortitle('PersonName')", new JsonObject { ["Required"] = true }, Token));
        await DoneAsync(rest.SendAsync("POST", $"{library}/fields/getbyinternalnameortitle('Rating')", null, RestClient.Bare, Token, ("X-HTTP-Method", "DELETE")));
        await DoneAsync(rest.MergeAsync($"{library}/views/getbytitle('Theo trạng thái')", new JsonObject { ["Title"] = "Của tôi" }, Token));
        await DoneAsync(rest.MergeAsync($"{library}/views/getbytitle('Nộp muộn')", new JsonObject { ["ViewQuery"] = "" }, Token));
        await DoneAsync(rest.PostAsync($"{library}/views/getbytitle('Nộp muộn')/viewfields/removeviewfield('Form')", null, Token));
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.Completion)}/views/getbytitle('Theo tình trạng')/deleteobject", null, Token));
        await DoneAsync(rest.MergeAsync($"{site.At(SiteSchema.Completion)}/fields/getbyinternalnameortitle('Percent')", new JsonObject { ["CustomFormatter"] = "{}" }, Token));
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.People)}/resetroleinheritance", null, Token));
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.Roles)}/roleassignments/addroleassignment(principalid=4,roledefid=1073741826)", null, Token));

        // And what is theirs: a column, an item, two views, one of them with the title of ours, a person let in by name.
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.Completion)}/fields", new JsonObject { ["Title"] = "Nhắc", ["FieldTypeKind"] = 2 }, Token));
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.Completion)}/items", new JsonObject { ["Key"] = "riêng", ["State"] = "chưa có" }, Token));
        await DoneAsync(rest.PostAsync($"{library}/views/add", new JsonObject { ["parameters"] = new JsonObject { ["Title"] = "Theo trạng thái", ["ViewFields"] = new JsonArray("LinkFilename") } }, Token));
        await DoneAsync(rest.PostAsync($"{library}/views/add", new JsonObject { ["parameters"] = new JsonObject { ["Title"] = "Riêng", ["ViewFields"] = new JsonArray("LinkFilename") } }, Token));
        var user = (await rest.PostAsync("web/ensureuser('an%40lamkieu.example')", null, Token)).Json["Id"];
        await DoneAsync(rest.PostAsync($"{site.At(SiteSchema.Roles)}/roleassignments/addroleassignment(principalid={user},roledefid=1073741826)", null, Token));
    }

    private async Task EverythingTheirsStaysAsync(SiteUnderTest site)
    {
        var views = await ViewsAsync(site, SiteSchema.Submissions);
        Assert.HasCount(2, views.Where(view => view.Title == "Theo trạng thái"));
        Assert.HasCount(1, views.Where(view => view.Title == "Riêng"));
        Assert.AreEqual(200, (await site.Rest.GetAsync($"{site.At(SiteSchema.Completion)}/fields/getbytitle('Nhắc')", Token)).Status);
        Assert.AreEqual("riêng", (await site.Rest.GetAsync($"{site.At(SiteSchema.Completion)}/items(1)", Token)).Json["Key"]!.GetValue<string>());
        var choices = (await site.Rest.GetAsync($"{site.At(SiteSchema.Submissions)}/fields/getbyinternalnameortitle('Status')", Token)).Json["Choices"]!.AsArray();
        Assert.AreEqual("chờ bổ sung", choices[^1]!.GetValue<string>());
        var having = (await site.Rest.GetAsync($"{site.At(SiteSchema.Roles)}/roleassignments", Token)).Json["value"]!.AsArray();
        Assert.HasCount(3, having, "owners, the application and the person let in by name");
    }

    private async Task<string> DifferencesAsync(SiteUnderTest site) => string.Join('\n', await site.Provisioner.VerifyAsync(Token));

    private async Task<IReadOnlyList<(string Page, string Title)>> ViewsAsync(SiteUnderTest site, ListSchema list) =>
        [.. (await site.Native.ViewsAsync((await site.Rest.GetAsync(site.At(list), Token)).Json["Id"]!.GetValue<string>(), Token)).Select(view => (view.Page, view.Title))];

    private static async Task DoneAsync(Task<RestReply> call)
    {
        var reply = await call;
        Assert.IsTrue(reply.Status is >= 200 and < 300, reply.Text);
    }
}
