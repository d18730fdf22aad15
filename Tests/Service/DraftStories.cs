using System.Net;
using System.Net.Http.Json;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class DraftStories : ServiceTests
{
    private const string Target = "campaign=HT2027&organization=P-VHTT&person=";

    [TestMethod]
    public async Task A_draft_kept_at_work_is_there_at_home_and_gone_once_filed()
    {
        var (work, plan) = await PlanOfAsync("N0299");
        using var atWork = work;
        using var atHome = await AsAsync(plan.Person);

        var kept = await KeepAsync(atWork, plan, null, "Mới gõ một nửa");
        var found = await atHome.GetAsync($"api/drafts/mau03?{plan.Target}");
        await atHome.FileToTheEndAsync(plan);

        Assert.AreEqual("\"1\"", kept.Headers.ETag?.Tag);
        Assert.AreEqual("Mới gõ một nửa", found.GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual(HttpStatusCode.NoContent, (await atWork.SendAsync($"api/drafts/mau03?{plan.Target}")).StatusCode);
    }

    [TestMethod]
    public async Task Two_devices_never_overwrite_each_other_unseen()
    {
        var (work, plan) = await PlanOfAsync("N0300");
        using var atWork = work;
        using var atHome = await AsAsync(plan.Person);
        await KeepAsync(atWork, plan, null, "Ở cơ quan");

        var first = await OfficeClient.ProblemAsync(await KeepAsync(atHome, plan, null, "Ở nhà"), "412");
        Assert.AreEqual("Ở cơ quan", first.GetProperty("current").GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual(HttpStatusCode.OK, (await KeepAsync(atHome, plan, 1, "Ở nhà")).StatusCode);
        var second = await OfficeClient.ProblemAsync(await KeepAsync(atWork, plan, 1, "Lại ở cơ quan"), "412");
        Assert.AreEqual(2, second.GetProperty("current").GetProperty("version").GetInt32());
    }

    [TestMethod]
    public async Task A_draft_is_nobody_elses_and_must_be_a_form()
    {
        var (mine, plan) = await PlanOfAsync("N0301");
        using var author = mine;
        using var clerk = await AsAsync("N0302");
        using var stranger = await AsAsync(Personas.Stranger);
        await KeepAsync(author, plan, null, "Của riêng tôi");

        Assert.AreEqual(HttpStatusCode.NoContent, (await clerk.SendAsync($"api/drafts/mau03?{plan.Target}")).StatusCode);
        await OfficeClient.ProblemAsync(await stranger.SendAsync($"api/drafts/mau03?{plan.Target}"), "404");
        await OfficeClient.ProblemAsync(await author.Http.PutAsJsonAsync($"api/drafts/mau03?{plan.Target}", new { fields = "chữ" }), "400");
        await OfficeClient.ProblemAsync(await author.Http.PutAsJsonAsync($"api/drafts/mau03?{plan.Target}", new { fields = new { } }), "428");
        await OfficeClient.ProblemAsync(await KeepAsync(author, plan with { Campaign = "HT2025" }, null, "Năm cũ"), "409.2");
    }

    [TestMethod]
    public async Task What_the_clerk_keeps_once_is_filled_in_for_everybody_of_the_unit()
    {
        using var clerk = await AsAsync("N0302");
        using var person = await AsAsync("N0298");
        using var other = await AsAsync(Personas.Stranger);
        var values = new { fields = new { orgPlanNumber = "09-KH/CB", orgPlanDate = "2027-01-12", orgPlanIssuer = "Chi bộ Phòng Văn hóa và Thông tin", confirmerTitle = "BÍ THƯ CHI BỘ", confirmerName = "Vũ Thế Chiểu" } };

        var kept = await clerk.WriteAsync(HttpMethod.Put, "api/defaults?campaign=HT2027&organization=P-VHTT", 0, values);
        var prefill = await person.GetAsync($"api/forms/mau03/values?{Target}N0298");

        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode, await kept.Content.ReadAsStringAsync());
        Assert.AreEqual("09-KH/CB", prefill.GetProperty("fields").GetProperty("orgPlanNumber").GetString());
        Assert.AreEqual("defaults", prefill.GetProperty("sources").GetProperty("orgPlanNumber").GetString());
        await OfficeClient.ProblemAsync(await clerk.WriteAsync(HttpMethod.Put, "api/defaults?campaign=HT2027&organization=P-VHTT", 1, new { fields = new { fullName = "Không ai" } }), "400");
        await OfficeClient.ProblemAsync(await clerk.WriteAsync(HttpMethod.Put, "api/defaults?campaign=HT2027&organization=P-VHTT", 0, values), "412");
        await OfficeClient.ProblemAsync(await clerk.WriteAsync(HttpMethod.Put, "api/defaults?campaign=HT2027&organization=P-VHTT", null, values), "428");
        await OfficeClient.ProblemAsync(await person.SendAsync("api/defaults?campaign=HT2027&organization=P-VHTT"), "403");
        await OfficeClient.ProblemAsync(await other.SendAsync("api/defaults?campaign=HT2027&organization=P-VHTT"), "404");
    }

    private static async Task<HttpResponseMessage> KeepAsync(OfficeClient client, Plan plan, int? version, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/drafts/mau03?{plan.Target}") { Content = JsonContent.Create(new { fields = new { actionContent = content } }) };
        request.Headers.TryAddWithoutValidation(version is null ? "If-None-Match" : "If-Match", version is null ? "*" : $"\"{version}\"");
        return await client.Http.SendAsync(request);
    }
}
