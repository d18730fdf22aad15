using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>Ids that were right once: people delete things in SharePoint and put others in their place.</summary>
[TestClass]
[DoNotParallelize]
public sealed class StaleIdTests
{
    private static readonly ListSchema Rows = SiteSchema.PersonalPlans;

    public TestContext TestContext { get; set; } = null!; // set by the framework

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_item_deleted_by_hand_is_made_again()
    {
        await using var site = await FaultySite.StartAsync(Token);
        await PutAsync(site, "một");
        await DeleteAsync(site);

        await PutAsync(site, "hai");

        Assert.AreEqual("hai", await ContentAsync(site));
        Assert.AreEqual(1, await site.CountAsync(Rows, "RowId", "R1", Token));
    }

    [TestMethod]
    public async Task An_item_deleted_and_made_again_by_hand_is_the_one_that_is_written()
    {
        await using var site = await FaultySite.StartAsync(Token);
        await PutAsync(site, "một");
        await DeleteAsync(site);
        await site.Graph.JsonAsync(new BatchStep("POST", $"/sites/{site.Map.SiteId}/lists/{site.Map.IdOf(Rows)}/items", new { fields = Fields("bằng tay") }), Token);

        await PutAsync(site, "hai");

        Assert.AreEqual("hai", await ContentAsync(site));
        Assert.AreEqual(1, await site.CountAsync(Rows, "RowId", "R1", Token));
    }

    [TestMethod]
    public async Task A_file_deleted_and_put_back_is_described_under_its_new_id()
    {
        await using var site = await FaultySite.StartAsync(Token);
        var old = await site.Access.Files.UploadAsync("HT2027/X/a.bin", [1, 2, 3], Token);
        await DeleteFileAsync(site, old!); // uploaded: it has an id
        await site.Graph.RunAsync(Upload(site, "HT2027/X/a.bin"), Token);

        await site.Access.Writing.DescribeAsync(SiteSchema.Submissions, new StoredFile("HT2027/X/a.bin", old!), new Dictionary<string, object?> { ["SubmissionId"] = "S1" }, Token);

        Assert.AreEqual(1, await site.CountAsync(SiteSchema.Submissions, "SubmissionId", "S1", Token));
    }

    [TestMethod]
    public async Task A_file_that_is_gone_stops_nothing_that_comes_after_it()
    {
        await using var site = await FaultySite.StartAsync(Token);
        var old = await site.Access.Files.UploadAsync("HT2027/X/b.bin", [1, 2, 3], Token);
        await DeleteFileAsync(site, old!); // uploaded: it has an id
        var changes = new SiteChanges();
        changes.DescribeIfThere(SiteSchema.Submissions, new StoredFile("HT2027/X/b.bin", old!), new Dictionary<string, object?> { ["SubmissionId"] = "S2" });
        changes.Put(Rows, "R1", Fields("sau"));

        await site.Access.Writing.WriteAsync(changes, Token);

        Assert.AreEqual("sau", await ContentAsync(site));
    }

    [TestMethod]
    public async Task A_long_wait_asked_of_one_step_is_told_and_holds_for_all()
    {
        await using var site = await FaultySite.StartAsync(Token);
        await site.ScriptAsync(new { action = "throttle", retryAfter = 120, method = "POST", path = "/sites/*/lists/*/items" });

        var refused = await Assert.ThrowsExactlyAsync<SharePointException>(() => PutAsync(site, "một"));
        var other = await Assert.ThrowsExactlyAsync<SharePointException>(() => site.Access.Items.FindAsync(Rows, "R1", Token));

        Assert.AreEqual(TimeSpan.FromSeconds(120), refused.RetryAfter);
        Assert.AreEqual("paused", other.Code);
    }

    private static Dictionary<string, object?> Fields(string content) => new() { ["Title"] = "R1", ["RowId"] = "R1", ["Campaign"] = "HT2027", ["ActionContent"] = content };

    private Task PutAsync(FaultySite site, string content) => site.Access.Writing.PutAsync(Rows, "R1", Fields(content), Token);

    private async Task<string> ContentAsync(FaultySite site) => (await site.Access.Items.FindAsync(Rows, "R1", Token))!.Fields.Text("ActionContent"); // asked for after it was written

    private async Task DeleteAsync(FaultySite site)
    {
        var item = await site.Access.Items.FindAsync(Rows, "R1", Token);
        await site.Graph.RunAsync(site.Graph.Client.Sites[site.Map.SiteId].Lists[site.Map.IdOf(Rows)].Items[item!.ItemId].ToDeleteRequestInformation(), Token); // written just before
    }

    private Task DeleteFileAsync(FaultySite site, string id) =>
        site.Graph.RunAsync(site.Graph.Client.Drives[site.Map.DriveOf(SiteSchema.Submissions)].Items[id].ToDeleteRequestInformation(), Token);

    private static Microsoft.Kiota.Abstractions.RequestInformation Upload(FaultySite site, string path)
    {
        var request = site.Graph.Following($"{site.Graph.BaseAddress}/drives/{site.Map.DriveOf(SiteSchema.Submissions)}/items/root:/{path}:/content");
        request.HttpMethod = Microsoft.Kiota.Abstractions.Method.PUT;
        request.SetStreamContent(new MemoryStream([4, 5, 6]), "application/octet-stream");
        return request;
    }
}
