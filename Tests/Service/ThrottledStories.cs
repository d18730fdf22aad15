using System.Net.Http.Headers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.LocalTenant;
using HocTap.Office.Tests.Service.WholeCity;
using HocTap.Office.Tests.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>A small tenant that refuses by itself what goes beyond its 1,250 resource units a minute.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ThrottledStories
{
    private const int Limit = 1250;
    private const int SpentBefore = 900;
    private const int Plans = 60;
    private const int MostRefusals = 20;

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task Sixty_plans_are_stored_once_each_with_few_refusals_although_most_of_the_minute_is_spent()
    {
        var settings = new Dictionary<string, string> { ["Graph:EmbeddedUnitsPerMinute"] = $"{Limit}", ["Graph:ResourceUnitsPerMinute"] = $"{Limit}" };
        await using var app = await OfficeApp.StartAsync(settings, 0, new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero), null, TestContext.CancellationToken);
        LocalTenantServer tenant = app.Services.GetRequiredService<TenantConnection>().Embedded!; // nothing else is configured
        await SpendAsync(tenant);
        var (filed, roll) = (new List<string>(), new CityRoll());

        foreach (var duty in roll.Duties.Where(duty => duty is { Form: "mau03", Required: true }).Take(Plans))
        {
            using var author = await app.AsAsync(duty.Person!);
            filed.Add(await CityFiling.FileAsync(author, "HT2027", duty, "Một.", 1, TestContext.CancellationToken));
        }
        await app.SettledAsync(TestContext.CancellationToken);

        var stored = await StoredAsync(app);
        TestContext.WriteLine($"{tenant.Refusals} calls were refused, {tenant.ResourceUnits} units spent.");
        CollectionAssert.AreEquivalent(filed, stored.Where(filed.Contains).ToList());
        Assert.IsLessThanOrEqualTo(MostRefusals, tenant.Refusals);
        Assert.IsGreaterThan(Limit, tenant.ResourceUnits); // the minute was not enough
    }

    // Another program of the same registration: five units a question.
    private async Task SpendAsync(LocalTenantServer tenant)
    {
        using var http = new HttpClient { BaseAddress = tenant.BaseAddress };
        using var form = new FormUrlEncodedContent(TenantCredential.Form(tenant, TenantApp.Scope));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TenantCredential.TakeAsync(http, tenant.TenantId, form, TestContext.CancellationToken));
        var site = (string)(await Batches.GetAsync(http, $"v1.0/sites/{tenant.SiteHost}:{tenant.SitePath}", TestContext.CancellationToken))["id"]!;
        for (var spent = 0; spent < SpentBefore; spent += 5)
        {
            await Batches.GetAsync(http, $"v1.0/sites/{site}/permissions", TestContext.CancellationToken);
        }
    }

    private async Task<List<string>> StoredAsync(OfficeApp app)
    {
        var (graph, settings) = await app.Services.GetRequiredService<TenantConnection>().OpenAsync(TestContext.CancellationToken);
        var map = await SiteMap.ResolveAsync(graph, settings, TestContext.CancellationToken);
        var request = graph.Client.Sites[map.SiteId].Lists[map.IdOf(SiteSchema.Submissions)].Items.ToGetRequestInformation(
            query => (query.QueryParameters.Expand, query.QueryParameters.Filter) = (["fields($select=SubmissionId)"], "fields/Campaign eq 'HT2027'"));
        var ids = new List<string>();
        await foreach (var item in graph.PagesAsync(request, TestContext.CancellationToken))
        {
            ids.Add(item.GetProperty("fields").GetProperty("SubmissionId").GetString()!); // every document has one
        }
        return ids;
    }
}
