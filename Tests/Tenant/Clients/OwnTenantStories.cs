using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Service;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>The program as an organization with a Microsoft 365 of its own runs it: by certificate, over https, with nothing of the embedded tenant.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OwnTenantStories : TenantTests
{
    [TestMethod]
    public async Task A_plan_is_filed_at_a_tenant_of_its_own()
    {
        var (city, data) = (await PreparedCity.CopyAsync(), Directory.CreateTempSubdirectory("hoctap-own-").FullName);
        await using (var tenant = await SecureTenant.StartAsync(Token, Path.Combine(city, "tenant")))
        {
            await KeepOpenAsync(tenant);
            await using var program = await OfficeProgram.StartAsync(tenant, data, Token);
            using var staff = await program.AsAsync(Personas.Staff);

            var id = await staff.FileToTheEndAsync(Personas.StaffPlan);

            Assert.AreEqual("submitted", (await staff.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
            var rows = await ItemsAsync(tenant, $"{At(SiteSchema.PersonalPlans)}/items?$expand=fields&$filter=fields/SubmissionId eq '{id}'");
            Assert.HasCount(1, rows, "the row is in the tenant itself");
        }
        Assert.IsFalse(Directory.Exists(Path.Combine(data, "tenant")), "no embedded tenant was started");
        Directory.Delete(city, recursive: true);
        Directory.Delete(data, recursive: true);
    }

    [TestMethod]
    public async Task An_empty_site_is_provisioned_and_verified_by_certificate()
    {
        var data = Directory.CreateTempSubdirectory("hoctap-own-").FullName;
        await using var tenant = await SecureTenant.StartAsync(Token, sharePointHere: true);

        var (made, said) = await OfficeProgram.CallAsync("provision", tenant, data, Token);

        Assert.AreEqual(0, made, said);
        Assert.HasCount(1, await ItemsAsync(tenant, $"lists?$filter=displayName eq '{SiteSchema.Campaigns.DisplayName}'"));
        Directory.Delete(data, recursive: true);
    }

    // The program's clock is the machine's: the campaign must not close before this test grows old.
    private async Task KeepOpenAsync(SecureTenant tenant)
    {
        var item = (await ItemsAsync(tenant, $"{At(SiteSchema.Campaigns)}/items?$expand=fields&$filter=fields/Code eq 'HT2027'")).Single()!;
        var settings = JsonNode.Parse((string)item["fields"]!["Settings"]!)!.AsObject();
        settings["closes"] = "2999-12-31";
        using var answer = await tenant.Http.PatchAsJsonAsync(
            await AddressAsync(tenant, $"{At(SiteSchema.Campaigns)}/items/{(string)item["id"]!}/fields"), new JsonObject { ["Settings"] = settings.ToJsonString() }, Token);
        Assert.IsTrue(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    private static string At(ListSchema list) => $"lists/{Uri.EscapeDataString(list.DisplayName)}";

    private async Task<JsonArray> ItemsAsync(SecureTenant tenant, string path) =>
        (await tenant.Http.GetFromJsonAsync<JsonObject>(await AddressAsync(tenant, path), Token))!["value"]!.AsArray();

    private async Task<Uri> AddressAsync(SecureTenant tenant, string path)
    {
        var told = await tenant.EnvironmentAsync(Token);
        tenant.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", told["TENANT_TOKEN"]);
        var graph = new Uri(tenant.Server.BaseAddress, "v1.0/");
        var site = await tenant.Http.GetFromJsonAsync<JsonObject>(new Uri(graph, $"sites/{tenant.Server.SiteHost}:{tenant.Server.SitePath}"), Token);
        return new Uri(graph, $"sites/{(string)site!["id"]!}/{path}");
    }
}
