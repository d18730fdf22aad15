using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class FilingStories : ServiceTests
{
    private static readonly Plan Deputy = new("P-TP", "N0324", "Ông Diệu Thúy");
    private static readonly Plan Colleague = new("P-TP", "N0327", "Đinh Công Thưởng");
    private static readonly Plan ClerksOwn = new("P-TP", Personas.Clerk, "Châu Thế Khởi");

    [TestMethod]
    public async Task A_filed_plan_is_in_the_library_with_its_rows()
    {
        using var staff = await AsAsync(Personas.Staff);

        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);

        var submission = await staff.GetAsync($"api/submissions/{id}");
        Assert.AreEqual("submitted", submission.GetProperty("status").GetString());
        Assert.AreEqual(1, submission.GetProperty("revision").GetInt32());
        Assert.AreEqual($"HT2027_M03_P-TP_N0326-DuongDuyDe_{id[^12..]}.docx", submission.GetProperty("fileName").GetString());
        var document = await staff.SendAsync($"api/submissions/{id}/document");
        var read = await OfficeClient.JsonAsync(await staff.ReadAsync(await document.Content.ReadAsByteArrayAsync()));
        Assert.AreEqual("Giải quyết hồ sơ đúng hẹn.\nKhông để tồn đọng đơn, thư.", read.GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual(0, read.GetProperty("findings").GetArrayLength(), read.ToString());
        var acts = await staff.GetAsync("api/registers/acts?campaign=HT2027");
        Assert.AreEqual("Việc nêu gương số 1.", acts.GetProperty("rows").EnumerateArray().Single().GetProperty("fields").GetProperty("exemplaryContent").GetString());
    }

    [TestMethod]
    public async Task One_key_files_once_however_often_it_is_sent()
    {
        using var clerk = await AsAsync(Personas.Clerk);
        var bytes = await clerk.FillAsync(ClerksOwn);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.FileAsync(ClerksOwn, bytes, "one-key")));

        var ids = new HashSet<string>();
        foreach (var answer in answers)
        {
            Assert.AreEqual(HttpStatusCode.Accepted, answer.StatusCode);
            ids.Add((await OfficeClient.JsonAsync(answer)).GetProperty("id").GetString()!);
        }

        Assert.HasCount(1, ids);
        Assert.AreEqual(1, (await clerk.StoredAsync(ids.Single())).GetProperty("history").GetProperty("revisions").GetArrayLength());
        await OfficeClient.ProblemAsync(await clerk.FileAsync(ClerksOwn, await clerk.FillAsync(ClerksOwn, fields => fields["actionSolution"] = "Cách khác."), "one-key"), "409.1");
    }

    [TestMethod]
    public async Task Equal_values_are_the_same_document_and_other_values_the_next_revision()
    {
        using var deputy = await AsAsync("N0324");
        var first = await deputy.FileToTheEndAsync(Deputy);

        var again = await deputy.FileToTheEndAsync(Deputy);
        var changed = await deputy.FileToTheEndAsync(Deputy, fields => fields["exemplaryTasks"]![0]!["exemplaryContent"] = "Việc đã sửa.");

        Assert.AreEqual(first, again);
        Assert.AreNotEqual(first, changed);
        Assert.AreEqual(2, (await deputy.GetAsync($"api/submissions/{changed}")).GetProperty("revision").GetInt32());
        Assert.AreEqual("superseded", (await deputy.GetAsync($"api/submissions/{first}")).GetProperty("status").GetString());
        var act = (await deputy.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual("Việc đã sửa.", act.GetProperty("fields").GetProperty("exemplaryContent").GetString());
        Assert.AreEqual(changed, act.GetProperty("submission").GetString());
    }

    [TestMethod]
    public async Task A_row_keeps_its_id_through_revisions()
    {
        var plan = new Plan("P-KT", "N0320", "Hồ Hữu Thưởng");
        using var person = await AsAsync(plan.Person);
        await person.FileToTheEndAsync(plan, fields => fields["exemplaryTasks"] = plan.Fields(works: 2)["exemplaryTasks"]!.DeepClone());
        var before = await RowIdsAsync(person);

        await person.FileToTheEndAsync(plan, fields => fields["exemplaryTasks"]![0]!["exemplaryContent"] = "Chỉ còn một việc.");

        var after = await RowIdsAsync(person);
        Assert.HasCount(2, before);
        CollectionAssert.AreEqual(before.Take(1).ToList(), after);
    }

    [TestMethod]
    public async Task A_new_row_in_the_place_of_a_deleted_one_is_a_row_of_its_own()
    {
        var plan = new Plan("P-KT", "N0319", "");
        using var person = await AsAsync(plan.Person);
        plan = plan with { FullName = await person.NameAsync() };
        await person.FileToTheEndAsync(plan, fields => fields["exemplaryTasks"] = plan.Fields(works: 2)["exemplaryTasks"]!.DeepClone());
        var before = await RowIdsAsync(person);

        await person.FileToTheEndAsync(plan, fields =>
        {
            fields["exemplaryTasks"]![0]!["rowId"] = before[0];
            fields["exemplaryTasks"]!.AsArray().Add(new JsonObject { ["exemplaryGroup"] = 1, ["exemplaryContent"] = "Việc hoàn toàn mới.", ["exemplarySolution"] = "Cả năm." });
        });

        var after = await RowIdsAsync(person);
        Assert.AreEqual(before[0], after[0]);
        Assert.HasCount(2, after);
        Assert.AreNotEqual(before[1], after[1]);
    }

    [TestMethod]
    public async Task A_clerk_files_for_a_colleague_and_is_named_as_the_one_who_filed()
    {
        using var clerk = await AsAsync(Personas.Clerk);

        var id = await clerk.FileToTheEndAsync(Colleague);

        using var colleague = await AsAsync(Colleague.Person);
        var submission = await colleague.GetAsync($"api/submissions/{id}");
        Assert.AreEqual(Personas.Clerk, submission.GetProperty("submittedBy").GetString());
        Assert.AreEqual(Colleague.Person, submission.GetProperty("person").GetString());
    }

    [TestMethod]
    public async Task Who_may_not_see_a_target_learns_nothing_and_who_only_sees_it_is_refused()
    {
        using var staff = await AsAsync("N0325");
        var plan = new Plan("P-TP", "N0325", "Đinh Thị Thu Tuyết");
        var bytes = await staff.FillAsync(plan);
        using var stranger = await AsAsync(Personas.Stranger);
        using var head = await AsAsync(Personas.HeadOfOffice);

        await OfficeClient.ProblemAsync(await stranger.FileAsync(plan, bytes), "404");
        await OfficeClient.ProblemAsync(await head.FileAsync(plan, bytes), "403");
        await OfficeClient.ProblemAsync(await staff.FileAsync(plan with { Organization = "TU" }, bytes), "422.4");
        await OfficeClient.ProblemAsync(await staff.FileAsync(plan with { Campaign = "HT2099" }, bytes), "404");
        await OfficeClient.ProblemAsync(await staff.FileAsync(plan, bytes, key: ""), "400");
    }

    [TestMethod]
    public async Task A_document_made_for_somebody_else_is_refused()
    {
        using var clerk = await AsAsync(Personas.Clerk);
        var forColleague = await clerk.FillAsync(Colleague);

        await OfficeClient.ProblemAsync(await clerk.FileAsync(ClerksOwn, forColleague), "422.4");
        var otherName = await OfficeClient.ProblemAsync(await clerk.FileAsync(ClerksOwn, await clerk.FillAsync(ClerksOwn, fields => fields["fullName"] = "Nguyễn Văn Khác")), "422.4");
        StringAssert.Contains(otherName.GetProperty("detail").GetString(), "Nguyễn Văn Khác", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_document_that_shows_another_year_or_another_organization_is_refused()
    {
        using var clerk = await AsAsync(Personas.Clerk);
        var lastYears = await clerk.FillAsync(ClerksOwn with { Campaign = "HT2024" });
        var otherHead = await clerk.FillAsync(ClerksOwn, fields => (fields["orgName"], fields["superiorOrgName"]) = ("PHÒNG NỘI VỤ", "UBND THÀNH PHỐ LAM KIỀU"));

        var year = await OfficeClient.ProblemAsync(await clerk.FileAsync(ClerksOwn, WithoutOurPart(lastYears)), "422.4");
        var head = await OfficeClient.ProblemAsync(await clerk.FileAsync(ClerksOwn, WithoutOurPart(otherHead)), "422.4");

        StringAssert.Contains(year.GetProperty("detail").GetString(), "năm 2024", StringComparison.Ordinal);
        StringAssert.Contains(head.GetProperty("detail").GetString(), "Phòng Nội vụ", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Positions_and_units_longer_than_a_line_of_SharePoint_are_kept_whole()
    {
        var plan = new Plan("P-TP", "N0326", "Đường Duy Đệ", "HT2024");
        using var staff = await AsAsync(plan.Person);
        var longer = string.Join(", ", Enumerable.Repeat("Ủy viên Ban Chấp hành Công đoàn cơ sở", 12));

        var id = await staff.FileToTheEndAsync(plan, fields => (fields["governmentPosition"], fields["partyPosition"], fields["workUnit"]) = (longer, longer, longer));

        Assert.AreEqual("submitted", (await staff.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        var row = (await staff.GetAsync("api/registers/plans?campaign=HT2024")).GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual(longer, row.GetProperty("fields").GetProperty("governmentPosition").GetString());
    }

    [TestMethod]
    public async Task A_clerk_files_for_a_colleague_without_reading_what_the_colleague_filed()
    {
        var plan = new Plan("P-TP", "N0325", "Đinh Thị Thu Tuyết", "HT2024");
        using var colleague = await AsAsync(plan.Person);
        using var clerk = await AsAsync(Personas.Clerk);
        await colleague.FileToTheEndAsync(plan, fields => fields["actionContent"] = "Chuyện của riêng tôi.");

        var seen = await clerk.GetAsync($"api/forms/mau03/values?{plan.Target}&from=current");
        var own = await colleague.GetAsync($"api/forms/mau03/values?{plan.Target}&from=current");

        Assert.AreEqual("", seen.GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual("Chuyện của riêng tôi.", own.GetProperty("fields").GetProperty("actionContent").GetString());
    }

    [TestMethod]
    public async Task An_incomplete_plan_is_refused_with_every_place_named_and_nothing_is_stored()
    {
        var plan = new Plan("P-KT", "N0321", "Đường Quang Lượng");
        using var person = await AsAsync(plan.Person);
        var bytes = await person.FillAsync(plan, fields => (fields["actionContent"], fields["closingAddressee"]) = ("", ""));

        var problem = await OfficeClient.ProblemAsync(await person.FileAsync(plan, bytes), "422.1");

        var paths = problem.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("path").GetString()).ToList();
        CollectionAssert.AreEquivalent(new[] { "actionContent", "closingAddressee" }, paths);
        Assert.AreEqual(0, (await person.GetAsync("api/submissions?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task A_secretary_without_an_exemplary_work_is_told_so()
    {
        using var secretary = await AsAsync(Personas.WardSecretary);
        var bytes = await secretary.FillAsync(Personas.WardSecretaryPlan, fields => fields["exemplaryTasks"] = new JsonArray());

        var problem = await OfficeClient.ProblemAsync(await secretary.FileAsync(Personas.WardSecretaryPlan, bytes), "422.1");

        Assert.IsTrue(problem.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("rule").GetString() == "M03-R2"), problem.ToString());
    }

    [TestMethod]
    public async Task What_is_not_our_document_gets_its_own_plain_problem()
    {
        using var staff = await AsAsync(Personas.Staff);

        await OfficeClient.ProblemAsync(await staff.FileAsync(Personas.StaffPlan, Encoding.UTF8.GetBytes("Đây không phải tệp Word.")), "415");
        await OfficeClient.ProblemAsync(await staff.FileAsync(Personas.StaffPlan, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]), "415");
        await OfficeClient.ProblemAsync(await staff.FileAsync(Personas.StaffPlan, (await staff.FillAsync(Personas.StaffPlan))[..4000]), "422.2");
        await OfficeClient.ProblemAsync(await staff.FileAsync(Personas.StaffPlan, PlainDocument()), "422.3");
        await OfficeClient.ProblemAsync(await staff.FileAsync(Personas.StaffPlan, new byte[(20 * 1024 * 1024) + 1]), "413");
        await OfficeClient.ProblemAsync(await staff.ReadAsync(PlainDocument()), "422.3");
        await OfficeClient.ProblemAsync(await staff.Http.PostAsync(new Uri($"api/submissions?form=mau99&{Personas.StaffPlan.Target}", UriKind.Relative), null), "400");
        await OfficeClient.ProblemAsync(await staff.SendAsync($"api/forms/mau99/values?{Personas.StaffPlan.Target}"), "404");
    }

    [TestMethod]
    public async Task A_closed_campaign_takes_nothing_but_still_fills()
    {
        using var staff = await AsAsync(Personas.Staff);
        var plan = Personas.StaffPlan with { Campaign = "HT2025" };
        var bytes = await staff.FillAsync(plan);

        var problem = await OfficeClient.ProblemAsync(await staff.FileAsync(plan, bytes), "409.2");

        StringAssert.Contains(problem.GetProperty("detail").GetString(), "30/6/2026", StringComparison.Ordinal);
    }

    private static async Task<List<string>> RowIdsAsync(OfficeClient client) =>
        [.. (await client.GetAsync("api/registers/acts?campaign=HT2027&sort=number")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("rowId").GetString()!)];

    private static byte[] WithoutOurPart(byte[] docx)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.MainDocumentPart!.DeleteParts(document.MainDocumentPart.CustomXmlParts.ToList());
        }

        return stream.ToArray();
    }

    private static byte[] PlainDocument()
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("Thông báo lịch trực.")))));
        }

        return bytes.ToArray();
    }
}
