using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.SampleCity;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.LocalTenant;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service.WholeCity;

/// <summary>
/// What things cost in HTTP calls and resource units, by the local tenant's meter (SharePoint's price list). Costs are counted, not timed: the same in every run. The run's length is
/// HOCTAP_COST_SUBMISSIONS, 250 unless set.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class CostStories
{
    private const double MostUnits = 8;
    private const double MostCalls = 3;
    private const int ResubmittedOfHundred = 20;
    private const int ThrottledOf = 50;

    private static readonly CityRoll Roll = new();
    private static readonly Dictionary<string, int> Acts = CsvFile.Read(Path.Combine(AppContext.BaseDirectory, "Samples", "expected_people_obligations.csv"))
        .ToDictionary(row => row["code"], row => int.Parse(row["exemplaryMin"], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private readonly StringBuilder table = new("| | calls | units |\n|--|--:|--:|\n");

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task Each_thing_costs_what_the_table_says()
    {
        await using var app = await StartAsync();
        var plan = Roll.Duties.Where(duty => duty is { Form: "mau03", Required: true }).ElementAt(200);
        await LineAsync(app, "mau03, no exemplary work", 2, 6, () => FileAsync(app, plan, "Một.", 0));
        await LineAsync(app, "mau03 again, no exemplary work", 2, 8, () => FileAsync(app, plan, "Hai hai.", 0));
        await LineAsync(app, "mau03 again, with one", 2, 10, () => FileAsync(app, plan, "Ba ba ba.", 1));
        await LineAsync(app, "mau01, one task", 2, 6, () => FileAsync(app, Roll.Duties.First(duty => duty.Form == "mau01" && duty.Required), "Một.", 0));
        await LineAsync(app, "mau02, two models", 2, 8, () => FileAsync(app, Roll.Duties.First(duty => duty.Form == "mau02" && duty.Required), "Một.", 0));
        await LineAsync(app, "review that confirms, with its mail", 2, 6, () => ReviewAsync(app));
        await LineAsync(app, "delta poll of every list", 1, Lists, () => SyncAsync(app));
        await LineAsync(app, "upkeep of «Tình hình hoàn thành», first time", null, null, () => PublishAsync(app));
        Print();
    }

    [TestMethod]
    public async Task A_plan_of_a_long_run_costs_at_most_eight_units_and_three_calls()
    {
        await using var app = await StartAsync();
        await PublishAsync(app);
        var plans = Roll.Duties.Where(duty => duty is { Form: "mau03", Required: true }).ToList();
        var count = int.Parse(Environment.GetEnvironmentVariable("HOCTAP_COST_SUBMISSIONS") ?? "250", CultureInfo.InvariantCulture);
        await ThrottleAsync(app, count / ThrottledOf);
        var (calls, units) = Meter(app);
        for (var number = 0; number < count; number++)
        {
            var again = number % 100 >= 100 - ResubmittedOfHundred;
            var duty = plans[(again ? number - 50 : number) % plans.Count];
            await FileAsync(app, duty, string.Create(CultureInfo.InvariantCulture, $"Lần {number}."), Acts[duty.Person!]); // plans are persons'
            if (number % 25 == 24)
            {
                // Seventy-five seconds of a rush of twelve hundred an hour.
                await PublishAsync(app);
                await DueAsync(app);
            }
        }

        var (callsOfOne, unitsOfOne) = ((Meter(app).Calls - calls) / (double)count, (Meter(app).Units - units) / (double)count);
        table.AppendLine(CultureInfo.InvariantCulture, $"| mau03 in a run of {count}, {ResubmittedOfHundred} of 100 filed again, 2 of 100 throttled, upkeep and delta included | {callsOfOne:F2} | {unitsOfOne:F2} |");
        Print();
        Assert.IsLessThanOrEqualTo(MostUnits, unitsOfOne);
        Assert.IsLessThanOrEqualTo(MostCalls, callsOfOne);
    }

    // What was refused counts too.
    private async Task ThrottleAsync(OfficeApp app, int times)
    {
        using var http = new HttpClient { BaseAddress = app.Services.GetRequiredService<TenantConnection>().Embedded!.BaseAddress }; // nothing else is configured
        var fault = new { action = "throttle", retryAfter = 0.2, path = "/sites/*/lists/*/items", method = "POST", nth = 20, times };
        using var answer = await http.PostAsJsonAsync(new Uri("_local/faults", UriKind.Relative), new { faults = new[] { fault } }, TestContext.CancellationToken);
        Assert.IsTrue(answer.IsSuccessStatusCode);
    }

    [TestMethod]
    public async Task Provisioning_costs_once_and_verifying_little()
    {
        await using var site = await Faults.FaultySite.StartAsync(TestContext.CancellationToken, provisioned: false);
        await LineAsync(site, "provisioning an empty site", () => site.ProvisionAsync(TestContext.CancellationToken));
        await LineAsync(site, "provisioning a finished site", () => site.ProvisionAsync(TestContext.CancellationToken));
        await LineAsync(site, "verifying it", () => site.Provisioner.VerifyAsync(TestContext.CancellationToken));
        Print();
    }

    private async Task LineAsync(Faults.FaultySite site, string name, Func<Task> action)
    {
        var (calls, units) = (site.Calls, site.Units);
        await action();
        table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {site.Calls - calls} | {site.Units - units} |");
        Assert.IsLessThan(1000, site.Calls - calls, name);
    }

    private static int Lists => SiteSchema.Lists.Count(list => list != SiteSchema.Completion);

    private Task<OfficeApp> StartAsync() => OfficeApp.StartAsync(new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);

    private async Task LineAsync(OfficeApp app, string name, int? calls, int? units, Func<Task> action)
    {
        var before = Meter(app);
        await action();
        var (itsCalls, itsUnits) = (Meter(app).Calls - before.Calls, Meter(app).Units - before.Units);
        table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {itsCalls} | {itsUnits} |");
        Assert.AreEqual((calls ?? itsCalls, units ?? itsUnits), (itsCalls, itsUnits), name);
    }

    private static (long Calls, long Units) Meter(OfficeApp app)
    {
        LocalTenantServer tenant = app.Services.GetRequiredService<TenantConnection>().Embedded!; // nothing else is configured
        return (tenant.Calls, tenant.ResourceUnits);
    }

    private async Task FileAsync(OfficeApp app, CityDuty duty, string content, int acts)
    {
        using var client = await app.AsAsync(duty.Person ?? Roll.FilerOf(duty.Organization));
        var id = await CityFiling.FileAsync(client, "HT2027", duty, content, acts, TestContext.CancellationToken);
        Assert.AreEqual("submitted", (await client.StoredAsync(id)).GetProperty("status").GetString());
    }

    private async Task ReviewAsync(OfficeApp app)
    {
        using var reviewer = await app.AsAsync(Personas.CityReviewer);
        var open = (await reviewer.GetAsync("api/submissions?campaign=HT2027&status=submitted")).GetProperty("items").EnumerateArray().First();
        var answer = await reviewer.ReviewAsync(open.GetProperty("id").GetString()!, open.GetProperty("version").GetInt32(), new { decision = "accepted", comment = "" }); // every submission has an id
        Assert.IsTrue(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.CancellationToken));
        await app.SettledAsync(TestContext.CancellationToken);
    }

    private async Task SyncAsync(OfficeApp app) => await app.Services.GetRequiredService<DeltaFollower>().SyncAsync((await SiteAsync(app)).Items, TestContext.CancellationToken);

    private async Task DueAsync(OfficeApp app) => await app.Services.GetRequiredService<DeltaFollower>().SyncDueAsync((await SiteAsync(app)).Items, TestContext.CancellationToken);

    private async Task PublishAsync(OfficeApp app) => await app.Services.GetRequiredService<CompletionPublisher>().PublishAsync(await SiteAsync(app), TestContext.CancellationToken);

    private Task<SiteAccess> SiteAsync(OfficeApp app) => app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);

    private void Print()
    {
        TestContext.WriteLine(table.ToString());
        Console.WriteLine(table);
    }
}
