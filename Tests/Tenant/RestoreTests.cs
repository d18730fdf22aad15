using System.Text;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class RestoreTests : TenantTests
{
    [TestMethod]
    public async Task A_restored_item_has_its_old_values_in_a_new_version()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "c1"), ("Kind", "old"));
        var builder = app.Graph.Sites[app.Site].Lists[list].Items[item.Id!];
        await builder.Fields.PatchAsync(new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "new" } }, cancellationToken: Token);

        await builder.Versions["1.0"].RestoreVersion.PostAsync(cancellationToken: Token);

        Assert.AreEqual("c1", (await app.FilterAsync(list, "fields/Kind eq 'old'", Token)).Single());
        Assert.AreEqual("3.0", (await builder.Versions.GetAsync(cancellationToken: Token))!.Value![0].Id);
    }

    [TestMethod]
    public async Task A_restored_file_has_its_old_content()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        var file = await app.UploadAsync(drive, "a.txt", [.. "one"u8], Token);
        await app.UploadAsync(drive, "a.txt", [.. "two"u8], Token, "replace");

        await app.Graph.Drives[drive].Items[file.Id!].Versions["1.0"].RestoreVersion.PostAsync(cancellationToken: Token);

        Assert.AreEqual("one", Encoding.UTF8.GetString(await app.DownloadAsync(drive, file.Id!, Token)));
    }
}
