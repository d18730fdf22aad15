using System.Net;
using System.Net.Http.Headers;
using Microsoft.Graph;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class FileTests : TenantTests
{
    [TestMethod]
    public async Task An_upload_makes_its_folders_and_appears_in_list_and_delta()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, drive) = await LibraryAsync(app);

        var file = await app.UploadAsync(drive, "HT2024/DU-P/hồ sơ 100%.txt", [1, 2], Token);
        var item = await app.Graph.Drives[drive].Items[file.Id!].ListItem.GetAsync(
            request => request.QueryParameters.Expand = ["fields($select=FileLeafRef,FileDirRef,FileSizeDisplay)"], Token);
        var delta = await app.Graph.Sites[app.Site].Lists[list].Items.Delta.GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.AreEqual("hồ sơ 100%.txt", item!.Fields!.AdditionalData["FileLeafRef"]);
        Assert.AreEqual("/sites/hoctap/Files/HT2024/DU-P", item.Fields.AdditionalData["FileDirRef"]);
        Assert.AreEqual("2", item.Fields.AdditionalData["FileSizeDisplay"]);
        CollectionAssert.AreEqual(new[] { "Folder", "Folder", "Document" }, delta!.Value!.Select(one => one.ContentType!.Name).ToList());
    }

    [TestMethod]
    public async Task A_file_is_read_together_with_its_item_and_the_fields_of_that()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);
        var file = await app.UploadAsync(drive, "a.txt", [1], Token);

        var read = await app.Graph.Drives[drive].Items[file.Id!].GetAsync(
            request => (request.QueryParameters.Select, request.QueryParameters.Expand) = (["id"], ["listItem($select=id;$expand=fields($select=FileRef))"]), Token);

        Assert.IsNull(read!.Name);
        Assert.IsNull(read.ListItem!.WebUrl);
        Assert.AreEqual("/sites/hoctap/Files/a.txt", read.ListItem.Fields!.AdditionalData["FileRef"]);
        await RefusedAsync(501, "notImplemented", () => app.Graph.Drives[drive].Items[file.Id!].GetAsync(request => request.QueryParameters.Expand = ["thumbnails"], Token));
    }

    [TestMethod]
    public async Task A_taken_name_fails_is_replaced_or_renamed_as_asked()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);
        var first = await app.UploadAsync(drive, "a/b.txt", [1], Token);

        await RefusedAsync(409, "nameAlreadyExists", () => app.UploadAsync(drive, "A/B.txt", [2], Token));
        var replaced = await app.UploadAsync(drive, "a/b.txt", [2], Token, "replace");
        var renamed = await app.UploadAsync(drive, "a/b.txt", [3], Token, "rename");
        var versions = await app.Graph.Drives[drive].Items[first.Id!].Versions.GetAsync(cancellationToken: Token);

        Assert.AreEqual(first.Id, replaced.Id);
        Assert.AreNotEqual(first.ETag, replaced.ETag);
        Assert.AreEqual("b 1.txt", renamed.Name);
        CollectionAssert.AreEqual(new byte[] { 2 }, await app.DownloadAsync(drive, first.Id!, Token));
        Assert.HasCount(2, versions!.Value!);
    }

    [TestMethod]
    public async Task The_SDKs_own_path_builder_uploads_and_reads()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);
        using var content = new MemoryStream([7]);

        var put = await app.Graph.Drives[drive].Root.ItemWithPath("x/y z.txt").Content.PutAsync(content, cancellationToken: Token);
        var got = await app.Graph.Drives[drive].Items["root"].ItemWithPath("x/y z.txt").GetAsync(cancellationToken: Token);

        Assert.AreEqual(put!.Id, got!.Id);
        Assert.AreEqual("y z.txt", got.Name);
    }

    [TestMethod]
    public async Task Children_are_listed_and_a_deleted_folder_takes_them_along()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, drive) = await LibraryAsync(app);
        await app.UploadAsync(drive, "a/1.txt", [1], Token);
        await app.UploadAsync(drive, "a/2.txt", [2], Token);
        var root = await app.Graph.Drives[drive].Items["root"].Children.GetAsync(cancellationToken: Token);
        var folder = root!.Value!.Single();

        var children = await app.Graph.Drives[drive].Items[folder.Id!].Children.GetAsync(cancellationToken: Token);
        await app.Graph.Drives[drive].Items[folder.Id!].DeleteAsync(cancellationToken: Token);
        var left = await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(cancellationToken: Token);

        Assert.AreEqual(2, folder.Folder!.ChildCount);
        Assert.HasCount(2, children!.Value!);
        Assert.IsEmpty(left!.Value!);
    }

    [TestMethod]
    public async Task Content_is_fetched_from_an_address_of_its_own_in_ranges_for_some_minutes()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock);
        var (_, drive) = await LibraryAsync(app);
        var file = await app.UploadAsync(drive, "a.txt", [.. "0123456789"u8], Token);
        using var http = await app.RawAsync(Token);
        using var anonymous = new HttpClient();

        using var redirect = await http.GetAsync(new Uri($"drives/{drive}/items/{file.Id}/content", UriKind.Relative), Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, redirect.Headers.Location);
        request.Headers.Range = new RangeHeaderValue(2, 4);
        using var part = await anonymous.SendAsync(request, Token);
        clock.Advance(TimeSpan.FromMinutes(16));
        using var late = await anonymous.GetAsync(redirect.Headers.Location, Token);

        Assert.AreEqual(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.AreEqual(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.AreEqual("234", await part.Content.ReadAsStringAsync(Token));
        Assert.AreEqual(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [TestMethod]
    [DataRow("a*b.txt")]
    [DataRow("~x.txt")]
    [DataRow("con")]
    [DataRow("a_vti_b.txt")]
    [DataRow("ends.")]
    [DataRow("forms")]
    public async Task A_forbidden_name_is_refused(string name)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);

        await RefusedAsync(400, "invalidRequest", () => app.UploadAsync(drive, name, [1], Token));
    }

    [TestMethod]
    public async Task A_list_item_that_is_no_file_has_no_drive_item()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "1"));

        var error = await RefusedAsync(400, "invalidRequest", () => app.Graph.Sites[app.Site].Lists[list].Items[item.Id!].DriveItem.GetAsync(cancellationToken: Token));

        Assert.AreEqual("Only a File or a Folder in a DocumentLibrary can be accessed as a DriveItem.", error.Error!.Message);
    }

    [TestMethod]
    public async Task The_library_is_among_the_drives_of_the_site()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);

        var drives = await app.Graph.Sites[app.Site].Drives.GetAsync(cancellationToken: Token);

        Assert.Contains(drive, drives!.Value!.Select(one => one.Id));
    }

    private async Task<(string List, string Drive)> LibraryAsync(TenantApp app)
    {
        var list = await app.AddListAsync("Files", Token, "documentLibrary");
        return (list, await app.DriveAsync(list, Token));
    }
}
