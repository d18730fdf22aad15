namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class DriveDeltaTests : TenantTests
{
    [TestMethod]
    public async Task A_drive_tells_of_its_root_then_of_what_came_changed_and_went()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        var kept = await app.UploadAsync(drive, "kept.txt", [1], Token);
        var gone = await app.UploadAsync(drive, "gone.txt", [1], Token);
        var delta = app.Graph.Drives[drive].Items["root"].Delta;
        var first = await delta.GetAsDeltaGetResponseAsync(cancellationToken: Token);
        await app.Graph.Drives[drive].Items[gone.Id!].DeleteAsync(cancellationToken: Token);
        await app.UploadAsync(drive, "kept.txt", [1, 2], Token, "replace");

        var next = await app.Graph.Drives[drive].Items["root"].Delta.WithUrl(first!.OdataDeltaLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.IsNotNull(first.Value![0].Root);
        CollectionAssert.AreEqual(new[] { "kept.txt", "gone.txt" }, first.Value.Skip(1).Select(item => item.Name).ToList());
        CollectionAssert.AreEqual(new[] { gone.Id, kept.Id }, next!.Value!.Select(item => item.Id).ToList());
        Assert.AreEqual("deleted", next.Value![0].Deleted!.State);
        Assert.IsNull(next.Value[0].Name);
    }
}
