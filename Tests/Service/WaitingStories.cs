using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HocTap.Office.GraphService.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>What waits for a reviewer, many decisions at once, and how the author learns of them.</summary>
[TestClass]
[DoNotParallelize]
public sealed class WaitingStories : ServiceTests
{
    [TestMethod]
    public async Task A_reviewer_sees_what_waits_for_them_and_nothing_they_may_not_decide_on()
    {
        using var author = await AsAsync("N0278");
        using var head = await AsAsync("N0275");
        using var city = await AsAsync(Personas.CityReviewer);
        var id = await author.FileToTheEndAsync(new Plan("P-TCKH", "N0278", await author.NameAsync()));
        var ofHead = await head.FileToTheEndAsync(new Plan("P-TCKH", "N0275", await head.NameAsync()));

        var waiting = Ids(await head.GetAsync("api/submissions?campaign=HT2027&waiting=review&sort=receivedAt"));
        var above = Ids(await city.GetAsync("api/submissions?campaign=HT2027&waiting=review&organization=P-TCKH"));

        CollectionAssert.AreEqual(new[] { id }, waiting);
        CollectionAssert.AreEquivalent(new[] { id, ofHead }, above);
        await OfficeClient.ProblemAsync(await head.SendAsync("api/submissions?campaign=HT2027&waiting=everything"), "400");
        await OfficeClient.ProblemAsync(await head.SendAsync("api/submissions?campaign=HT2027&status=shredded"), "400");
        await OfficeClient.ProblemAsync(await head.SendAsync("api/submissions?campaign=HT2027&cursor=-5"), "400");
    }

    [TestMethod]
    public async Task Many_are_confirmed_at_once_and_each_that_was_not_says_why()
    {
        using var first = await AsAsync("N0286");
        using var second = await AsAsync("N0288");
        using var head = await AsAsync("N0283");
        var one = await first.FileToTheEndAsync(new Plan("P-GDDT", "N0286", await first.NameAsync()));
        var two = await second.FileToTheEndAsync(new Plan("P-GDDT", "N0288", await second.NameAsync()));

        var answer = await OfficeClient.JsonAsync(await head.Http.PostAsJsonAsync("api/reviews", new
        {
            decision = "accepted",
            submissions = new object[] { new { id = one, version = 2 }, new { id = two, version = 1 }, new { id = "01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77", version = 1 } },
        }));

        var outcomes = answer.GetProperty("outcomes").EnumerateArray().ToList();
        Assert.AreEqual("accepted", outcomes[0].GetProperty("status").GetString());
        Assert.AreEqual("412", outcomes[1].GetProperty("code").GetString());
        Assert.AreEqual("404", outcomes[2].GetProperty("code").GetString());
        await OfficeClient.ProblemAsync(await head.Http.PostAsJsonAsync("api/reviews", new { decision = "accepted", submissions = Array.Empty<object>() }), "400");
        await OfficeClient.ProblemAsync(await head.Http.PostAsJsonAsync("api/reviews", new { decision = "shredded", submissions = new[] { new { id = one, version = 2 } } }), "400");
    }

    [TestMethod]
    public async Task A_comment_on_a_row_reaches_the_author_by_mail_and_survives_to_the_next_revision()
    {
        using var author = await AsAsync("N0276");
        using var head = await AsAsync("N0275");
        var plan = new Plan("P-TCKH", "N0276", await author.NameAsync());
        var id = await author.FileToTheEndAsync(plan);
        var row = (await author.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single().GetProperty("rowId").GetString();

        await OfficeClient.ProblemAsync(await head.ReviewAsync(id, 2, new { decision = "returned", comment = "Xem từng việc.", rows = new[] { new { rowId = "khong-co", comment = "?" } } }), "400");
        var returned = await head.ReviewAsync(id, 2, new { decision = "returned", comment = "Xem từng việc.", rows = new[] { new { rowId = row, comment = "Việc này cần mốc thời gian." } } });
        var mended = await author.FileToTheEndAsync(plan, fields => fields["exemplaryTasks"]![0]!["exemplarySolution"] = "Xong trước 30/9/2027.");

        Assert.AreEqual(HttpStatusCode.OK, returned.StatusCode);
        var mail = await MailAsync("Việc này cần mốc thời gian.");
        StringAssert.Contains(mail, "trả lại", StringComparison.Ordinal);
        var change = (await author.GetAsync($"api/submissions/{mended}/changes")).GetProperty("changes").EnumerateArray().Single();
        Assert.AreEqual("exemplaryTasks[0].exemplarySolution", change.GetProperty("path").GetString());
        Assert.AreEqual("Hoàn thành trước 30/9.", change.GetProperty("from").GetString());
        Assert.AreEqual(row, (await author.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single().GetProperty("rowId").GetString());
    }

    [TestMethod]
    public async Task The_sample_city_has_a_closed_year_whose_plans_are_offered_and_cannot_be_changed()
    {
        using var staff = await AsAsync(Personas.Staff);
        using var city = await AsAsync(Personas.CityReviewer);

        var plans = await city.GetAsync("api/submissions?campaign=HT2025");
        var offered = (await staff.GetAsync($"api/forms/mau03/values?{Personas.StaffPlan.Target}")).GetProperty("lastYear");
        var own = await staff.GetAsync($"api/submissions/{offered.GetProperty("submission").GetString()}");

        Assert.AreEqual(60, plans.GetProperty("total").GetInt32());
        Assert.AreEqual(2025, offered.GetProperty("year").GetInt32());
        StringAssert.Contains(offered.GetProperty("fields").GetProperty("actionContent").GetString(), "Giải quyết hồ sơ", StringComparison.Ordinal);
        Assert.AreEqual("accepted", own.GetProperty("status").GetString());
        await OfficeClient.ProblemAsync(await staff.WithdrawAsync(own.GetProperty("id").GetString()!, own.GetProperty("version").GetInt32()), "409.2");
        var waiting = (await city.GetAsync("api/submissions?campaign=HT2025&status=submitted")).GetProperty("items").EnumerateArray().First(item => item.GetProperty("organization").GetString() != "TU");
        await OfficeClient.ProblemAsync(await city.ReviewAsync(waiting.GetProperty("id").GetString()!, waiting.GetProperty("version").GetInt32(), new { decision = "accepted" }), "409.2");
    }

    [TestMethod]
    public async Task People_are_found_without_diacritics_within_ones_scope_only()
    {
        using var clerk = await AsAsync(Personas.Clerk);
        using var staff = await AsAsync(Personas.Staff);

        var found = await clerk.GetAsync("api/people?q=duong%20duy%20de");
        var elsewhere = await clerk.GetAsync("api/people?q=thach%20dinh%20phuoc");
        var mine = await staff.GetAsync("api/people");

        Assert.AreEqual(Personas.Staff, found.GetProperty("items").EnumerateArray().Single().GetProperty("code").GetString());
        Assert.AreEqual(0, elsewhere.GetProperty("total").GetInt32());
        Assert.AreEqual(1, mine.GetProperty("total").GetInt32());
        Assert.AreEqual(1, (await clerk.GetAsync("api/organizations?q=tu%20phap")).GetProperty("total").GetInt32());
    }

    private static string?[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())];

    // The local tenant drops every message as a file, its text in base64.
    private static async Task<string> MailAsync(string words)
    {
        var folder = (await App).Services.GetRequiredService<DataDirectory>().Folder("tenant/mail");
        for (var tries = 0; tries < 200; tries++)
        {
            foreach (var text in Directory.GetFiles(folder, "*.eml").Select(TextOf).Where(text => text.Contains(words, StringComparison.Ordinal)))
            {
                return text;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No mail says «{words}».");
    }

    private static string TextOf(string file)
    {
        var lines = File.ReadAllLines(file);
        var start = Array.FindIndex(lines, line => line.StartsWith("Content-Transfer-Encoding", StringComparison.Ordinal)) + 2;
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines.Skip(start).TakeWhile(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)))));
    }
}
