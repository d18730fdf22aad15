using System.Text.Json;
using AngleSharp;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service.WholeCity;

/// <summary>The last weeks of a first quarter: the whole city files with 32 clients at a time, and every number on every page is the one the documents themselves give.</summary>
[TestClass]
[DoNotParallelize]
public sealed class WholeCityStories
{
    private const int Clients = 32;
    private const string Campaign = "HT2027";

    private static readonly CityRoll Roll = new();

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task Every_count_on_every_page_is_the_one_the_documents_give()
    {
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 3, 30, 2, 0, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);
        var filed = Roll.Duties.Where(duty => duty.Required ? Fate(duty) != 0 : Fate(duty) == 3).ToList();
        var late = filed.Where(duty => Fate(duty) == 1).ToList();
        await FileAllAsync(app, filed.Except(late), "Bản thứ nhất.");
        await FileAllAsync(app, filed.Where(duty => Fate(duty) == 2), "Bản thứ hai, đã sửa.");
        await DecideAsync(app);

        app.Clock.MoveTo(new DateTimeOffset(2027, 4, 2, 2, 0, 0, TimeSpan.Zero));
        await FileAllAsync(app, late, "Nộp muộn.");
        await app.SettledAsync(TestContext.CancellationToken);

        var site = await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);
        var documents = await LibraryCount.ReadAsync(site, Campaign, TestContext.CancellationToken);
        var count = new LibraryCount(Roll, documents, afterDeadline: true);
        using var manager = await app.AsAsync(Personas.CityManager);
        Assert.HasCount(filed.Count + filed.Count(duty => Fate(duty) == 2), documents);
        CollectionAssert.IsSubsetOf(new[] { "đã nộp", "đã xác nhận", "trả lại", "đã rút", "đã thay thế" }, documents.Select(document => document.Status).Distinct().ToList());
        Assert.IsTrue(documents.Any(document => document.Late) && documents.Any(document => document.CopyReceived));
        Assert.IsGreaterThan(400, count.DocumentsOf("mau01") + count.DocumentsOf("mau02") + count.DocumentsOf("mau03"));
        await AssertCompletionAsync(manager, count);
        await AssertPageAsync(manager, count);
        await AssertRegistersAsync(manager, count);
    }

    // A fate for each duty, the same in every run: 0 never files, 1 files late, 2 files twice, 4 is returned, 5 is withdrawn, 6 is confirmed; the rest just file.
    private static int Fate(CityDuty duty) => duty.Key.Sum(letter => letter) % 11;

    private async Task FileAllAsync(OfficeApp app, IEnumerable<CityDuty> duties, string content)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = TestContext.CancellationToken };
        await Parallel.ForEachAsync(duties, options, async (duty, cancellationToken) =>
        {
            using var client = await app.AsAsync(duty.Person ?? Roll.FilerOf(duty.Organization));
            await CityFiling.FileAsync(client, Campaign, duty, content, 1, cancellationToken);
        });
    }

    // Returned, withdrawn, confirmed, and second copies received: what a quarter leaves behind.
    private async Task DecideAsync(OfficeApp app)
    {
        await app.SettledAsync(TestContext.CancellationToken);
        using var reviewer = await app.AsAsync(Personas.CityReviewer);
        foreach (var duty in Roll.Duties.Where(duty => duty.Required && duty.Organization != "TU" && Fate(duty) is 4 or 5 or 6))
        {
            if (await CurrentAsync(reviewer, duty) is not { } submission)
            {
                continue;
            }

            var (id, version) = (submission.GetProperty("id").GetString()!, submission.GetProperty("version").GetInt32());
            if (Fate(duty) == 5)
            {
                using var author = await app.AsAsync(duty.Person ?? Roll.FilerOf(duty.Organization));
                await author.WithdrawAsync(id, version);
            }
            else
            {
                await reviewer.ReviewAsync(id, version, new { decision = Fate(duty) == 4 ? "returned" : "accepted", comment = "Đã xem." });
            }
        }

        foreach (var waiting in (await reviewer.GetAsync($"api/submissions?campaign={Campaign}&waiting=copy")).GetProperty("items").EnumerateArray().Take(40))
        {
            await reviewer.ReceiveAsync(waiting.GetProperty("id").GetString()!, waiting.GetProperty("version").GetInt32());
        }
    }

    private static async Task<JsonElement?> CurrentAsync(OfficeClient reviewer, CityDuty duty)
    {
        var found = (await reviewer.GetAsync($"api/submissions?campaign={Campaign}&organization={duty.Organization}&form={duty.Form}&status=submitted")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("organization").GetString() == duty.Organization && item.GetProperty("person").GetString() == duty.Person).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static async Task AssertCompletionAsync(OfficeClient manager, LibraryCount count)
    {
        foreach (var organization in Roll.Parents.Keys)
        {
            var answer = await manager.GetAsync($"api/completion?campaign={Campaign}&organization={organization}");
            foreach (var form in (string[])["mau01", "mau02", "mau03"])
            {
                Assert.AreEqual(count.Of(form, organization, below: false), Of(answer.GetProperty("own").GetProperty(form)), $"own {form} of {organization}");
                var total = answer.GetProperty("total").GetProperty(form);
                Assert.AreEqual(count.Of(form, organization, below: true), Of(total), $"total {form} of {organization}");
                Assert.AreEqual(count.FreeOf(form, organization), (Number(total, "exempt"), Number(total, "voluntary"), Number(total, "voluntaryDone")), $"free {form} of {organization}");
            }

            var copies = answer.GetProperty("total").GetProperty("copies");
            Assert.AreEqual(count.CopiesOf(organization), (Number(copies, "due"), Number(copies, "received")), $"copies of {organization}");
            var missing = answer.GetProperty("missing").EnumerateArray().Select(entry => $"{entry.GetProperty("form")}/{entry.GetProperty("organization")}/{entry.GetProperty("person")}").ToHashSet();
            Assert.IsTrue(missing.SetEquals(count.MissingIn(organization)), $"missing in {organization}");
        }
    }

    private static async Task AssertPageAsync(OfficeClient manager, LibraryCount count)
    {
        var page = await BrowsingContext.New().OpenAsync(request => request.Content("").Address("http://localhost/"));
        page.Body!.InnerHtml = await (await manager.SendAsync($"completion?campaign={Campaign}")).Content.ReadAsStringAsync();
        var lines = page.QuerySelectorAll("[data-row-body] > tr").ToDictionary(line => line.QuerySelector("[data-open-organization]")!.GetAttribute("data-open-organization")!);
        CollectionAssert.AreEquivalent(Roll.Parents.Keys.ToList(), lines.Keys.ToList());
        foreach (var (organization, line) in lines)
        {
            var expected = ((string[])["mau01", "mau02", "mau03"]).Select(form => count.Of(form, organization, below: true)).ToList();
            var shown = ((string[])["required", "done", "missing", "late"]).Select(name => int.Parse(line.GetAttribute($"data-{name}")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            CollectionAssert.AreEqual(
                new[] { expected.Sum(form => form.Required), expected.Sum(form => form.Done), expected.Sum(form => form.Missing), expected.Sum(form => form.Late) }, shown, $"the line of {organization}");
        }
    }

    private static async Task AssertRegistersAsync(OfficeClient manager, LibraryCount count)
    {
        foreach (var (register, expected) in ((string, int)[])
                 [("tasks", count.RowsOf("mau01", "breakthroughTasks")), ("models", count.RowsOf("mau02", "models")), ("plans", count.DocumentsOf("mau03")), ("acts", count.RowsOf("mau03", "exemplaryTasks"))])
        {
            Assert.AreEqual(expected, (await manager.GetAsync($"api/registers/{register}?campaign={Campaign}")).GetProperty("total").GetInt32(), register);
            var page = await (await manager.SendAsync($"registers?register={register}&campaign={Campaign}")).Content.ReadAsStringAsync();
            StringAssert.Contains(page, $"data-count=\"{expected}\"", StringComparison.Ordinal);
        }
    }

    private static (int Required, int Done, int Missing, int Late) Of(JsonElement counts) =>
        (Number(counts, "required"), Number(counts, "done"), Number(counts, "missing"), Number(counts, "late"));

    private static int Number(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
}
