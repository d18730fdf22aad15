using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class SharingTests : TenantTests
{
    [TestMethod]
    public async Task The_same_link_is_made_once()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        var file = await app.UploadAsync(drive, "a/b.txt", [1], Token);
        var path = $"drives/{drive}/items/{file.Id}";

        var first = await Batches.PostAsync(http, path + "/createLink", new() { ["type"] = "view", ["scope"] = "organization" }, Token);
        using var second = await http.PostAsJsonAsync(new Uri(path + "/createLink", UriKind.Relative), new JsonObject { ["type"] = "view", ["scope"] = "organization" }, Token);
        var all = await Batches.GetAsync(http, path + "/permissions", Token);

        Assert.AreEqual(200, (int)second.StatusCode);
        Assert.AreEqual((string)first["id"]!, (string)all["value"]!.AsArray().Single()!["id"]!);
        Assert.AreEqual("read", (string)first["roles"]![0]!);
    }

    [TestMethod]
    public async Task What_a_folder_is_shared_with_is_inherited_until_it_is_taken_back()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        var file = await app.UploadAsync(drive, "a/b.txt", [1], Token);
        var folder = $"drives/{drive}/items/{file.ParentReference!.Id}";
        var invited = await Batches.PostAsync(http, folder + "/invite", Invitation("read"), Token);

        var before = await Batches.GetAsync(http, $"drives/{drive}/items/{file.Id}/permissions", Token);
        using var taken = await http.DeleteAsync(new Uri($"{folder}/permissions/{invited["value"]![0]!["id"]}", UriKind.Relative), Token);
        var after = await Batches.GetAsync(http, $"drives/{drive}/items/{file.Id}/permissions", Token);

        Assert.AreEqual(file.ParentReference.Id, (string)before["value"]![0]!["inheritedFrom"]!["id"]!);
        Assert.IsEmpty(after["value"]!.AsArray());
    }

    private static JsonObject Invitation(string role) => new()
    {
        ["recipients"] = new JsonArray(new JsonObject { ["email"] = "binh@lamkieu.example" }),
        ["roles"] = new JsonArray(role),
        ["requireSignIn"] = true,
        ["sendInvitation"] = false,
    };
}
