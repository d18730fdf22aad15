using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.Tests.Service.Provisioning;

/// <summary>The committee opens each of our views while a list holds more rows than SharePoint lets a view touch.</summary>
[TestClass]
public sealed class LargeViewStories
{
    private const int Rows = 5_100;

    public TestContext TestContext { get; set; } = null!; // set by the framework

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public void Every_view_is_led_by_an_indexed_column_and_shows_columns_of_its_list()
    {
        foreach (var (list, view) in SiteSchema.Lists.SelectMany(list => list.Views.Select(view => (list, view))))
        {
            Assert.IsTrue(list.Columns.Single(column => column.Name == view.Lead).Indexed, $"{list.Name} {view.Name}");
            Assert.IsEmpty(view.Columns.Where(name => name != "LinkFilename" && list.Columns.All(column => column.Name != name)), $"{list.Name} {view.Name}");
        }
    }

    [TestMethod]
    public async Task Every_view_of_the_library_opens_with_five_thousand_files_in_it()
    {
        await using var site = await SiteUnderTest.StartAsync(Token);
        var map = await site.Provisioner.ProvisionAsync(Token);
        await FillAsync(site, map);

        foreach (var view in SiteSchema.Submissions.Views)
        {
            var found = ViewCheck.Find(await site.Native.ViewsAsync(map.IdOf(SiteSchema.Submissions), Token), view)!;
            var shown = await site.Rest.PostAsync($"{site.At(SiteSchema.Submissions)}/RenderListDataAsStream?View={found.Id}", new JsonObject { ["parameters"] = new JsonObject { ["RenderOptions"] = 2 } }, Token);

            Assert.AreEqual(200, shown.Status, $"{view.Title}: {shown.Text}");
            var rows = shown.Json["Row"]!.AsArray();
            Assert.HasCount(100, rows, view.Title);
            if (view.Name == "HocTapWaiting")
            {
                Assert.IsTrue(rows.Take(10).All(row => row!["Status"]!.GetValue<string>() == SubmissionStatus.Submitted.Label), shown.Text);
                Assert.AreNotEqual(SubmissionStatus.Submitted.Label, rows[10]!["Status"]!.GetValue<string>());
            }
        }
    }

    // Files of one byte in folders of a hundred; every 510th is late, every other 510th waits for review.
    private async Task FillAsync(SiteUnderTest site, SiteMap map)
    {
        var drive = map.DriveOf(SiteSchema.Submissions);
        using var http = await site.Rest.App.RawAsync(Token);
        foreach (var chunk in Enumerable.Range(0, Rows).Chunk(10))
        {
            var requests = new JsonArray();
            foreach (var number in chunk)
            {
                var path = $"/drives/{drive}/items/root:/HT2027/TC{number / 100}/{number}.txt";
                requests.Add(new JsonObject { ["id"] = $"f{number}", ["method"] = "PUT", ["url"] = $"{path}:/content", ["headers"] = new JsonObject { ["Content-Type"] = "text/plain" }, ["body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("x")) });
                requests.Add(new JsonObject
                {
                    ["id"] = $"c{number}",
                    ["method"] = "PATCH",
                    ["url"] = $"{path}:/listItem/fields",
                    ["dependsOn"] = new JsonArray($"f{number}"),
                    ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                    ["body"] = new JsonObject
                    {
                        ["Organization"] = $"TC{number / 100}",
                        ["Late"] = number % 510 == 0,
                        ["WaitingSince"] = number % 510 == 1 ? "2027-03-01T02:00:00Z" : null,
                        ["Status"] = number % 510 == 1 ? SubmissionStatus.Submitted.Label : SubmissionStatus.Accepted.Label,
                    },
                });
            }

            using var content = new StringContent(new JsonObject { ["requests"] = requests }.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("$batch", UriKind.Relative), content, Token);
            var failed = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["responses"]!.AsArray().FirstOrDefault(one => one!["status"]!.GetValue<int>() >= 300);
            Assert.IsNull(failed, failed?.ToJsonString());
        }
    }
}
