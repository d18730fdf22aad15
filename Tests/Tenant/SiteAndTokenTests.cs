using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class SiteAndTokenTests : TenantTests
{
    [TestMethod]
    public async Task The_site_is_found_by_its_path_and_again_by_its_id()
    {
        await using var app = await TenantApp.StartAsync(Token);

        var site = await app.Graph.Sites[app.Site].GetAsync(cancellationToken: Token);

        Assert.AreEqual(app.Site, site!.Id);
        Assert.AreEqual($"https://{app.Server.SiteHost}{app.Server.SitePath}", site.WebUrl);
        Assert.HasCount(3, app.Site.Split(','));
    }

    [TestMethod]
    public async Task A_foreign_host_is_refused_as_recorded()
    {
        await using var app = await TenantApp.StartAsync(Token);

        var error = await RefusedAsync(400, "invalidRequest", () => app.Graph.Sites["contoso.sharepoint.com:/sites/hoctap"].GetAsync(cancellationToken: Token));

        Assert.AreEqual("Invalid hostname for this tenancy", error.Error!.Message);
        Assert.IsNotNull(error.Error.InnerError!.RequestId);
    }

    [TestMethod]
    public async Task A_wrong_secret_is_an_invalid_client()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = new HttpClient();
        var form = TenantCredential.Form(app.Server, TenantApp.Scope);
        form["client_secret"] = "wrong";
        using var content = new FormUrlEncodedContent(form);

        using var response = await http.PostAsync(new Uri(app.Server.BaseAddress, $"{app.Server.TenantId}/oauth2/v2.0/token"), content, Token);
        var json = await response.Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.AreEqual("invalid_client", (string?)json!["error"]);
    }

    [TestMethod]
    public async Task A_call_without_a_token_is_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(app.Server.BaseAddress, $"v1.0/sites/{app.Site}"), Token);
        var json = await response.Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.AreEqual("InvalidAuthenticationToken", (string?)json!["error"]!["code"]);
    }

    [TestMethod]
    public async Task A_token_is_refused_after_its_hour()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock);
        using var http = await app.RawAsync(Token);

        clock.Advance(TimeSpan.FromHours(1));
        using var response = await http.GetAsync(new Uri($"sites/{app.Site}", UriKind.Relative), Token);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [TestMethod]
    public async Task A_path_the_tenant_lacks_says_so()
    {
        await using var app = await TenantApp.StartAsync(Token);

        var error = await RefusedAsync(501, "notImplemented", () => app.Graph.Sites[app.Site].ContentTypes.GetAsync(cancellationToken: Token));

        Assert.Contains("/contentTypes", error.Error!.Message!);
    }

    [TestMethod]
    public async Task An_item_a_file_and_the_identity_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("tenant-").FullName;
        string secret, list, drive, item;
        await using (var app = await TenantApp.StartAsync(Token, folder))
        {
            secret = app.Server.ClientSecret;
            list = await app.AddListAsync("Submissions", Token, "documentLibrary");
            drive = await app.DriveAsync(list, Token);
            item = (await app.UploadAsync(drive, "a/b.txt", [1, 2, 3], Token)).Id!;
        }

        await using var again = await TenantApp.StartAsync(Token, folder);

        Assert.AreEqual(secret, again.Server.ClientSecret);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, await again.DownloadAsync(drive, item, Token));
        Directory.Delete(folder, recursive: true);
    }
}
