using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

/// <summary>What an application may do by its permissions and, with Sites.Selected, by what was granted on the site.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RightsTests : TenantTests
{
    private static readonly string[] Calls =
    [
        "GET sites/{site}/lists",
        "GET sites/{site}/lists/{list}/items",
        "GET {rest}/lists",
        "POST sites/{site}/lists/{list}/items",
        "PATCH sites/{site}/lists/{list}/items/1/fields",
        "PUT drives/{drive}/root:/a.txt:/content",
        "POST {rest}/lists(guid'{list}')/items",
        "POST sites/{site}/lists",
        "PATCH sites/{site}/lists/{list}",
        "POST sites/{site}/lists/{list}/columns",
        "POST {rest}/lists(guid'{list}')/views",
        "POST {rest}/lists(guid'{list}')/breakroleinheritance(copyRoleAssignments=true)",
        "GET sites/{site}/permissions",
    ];

    [TestMethod]
    [DataRow(null, "Sites.Selected", 0, DisplayName = "no grant")]
    [DataRow("read", "Sites.Selected", 3, DisplayName = "read")]
    [DataRow("write", "Sites.Selected", 7, DisplayName = "write")]
    [DataRow("owner", "Sites.Selected", 13, DisplayName = "owner")]
    [DataRow("fullcontrol", "Sites.Selected", 13, DisplayName = "fullcontrol")]
    [DataRow(null, "Sites.Read.All", 3, DisplayName = "Sites.Read.All")]
    [DataRow(null, "Sites.ReadWrite.All", 7, DisplayName = "Sites.ReadWrite.All")]
    [DataRow(null, "Sites.Manage.All", 11, DisplayName = "Sites.Manage.All")]
    [DataRow(null, "Sites.FullControl.All", 13, DisplayName = "Sites.FullControl.All")]
    [DataRow("owner", "Mail.Send", 0, DisplayName = "a grant without Sites.Selected")]
    public async Task An_application_may_do_what_its_right_includes_and_nothing_more(string? grant, string role, int allowed)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddAsync(list, Token, ("Code", "1"));
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        using var other = await app.RegisterAsync(Token, role);
        await GrantAsync(app, other, grant);

        var names = new Dictionary<string, string> { ["{site}"] = app.Site, ["{list}"] = list, ["{drive}"] = drive, ["{rest}"] = new Uri(app.Server.BaseAddress, app.Server.SitePath + "/_api/web").AbsoluteUri };
        var refused = new List<string>();
        foreach (var call in Calls)
        {
            var (method, path) = (call.Split(' ')[0], names.Aggregate(call.Split(' ')[1], (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal)));
            if (await other.StatusAsync(method, path, method == "GET" ? null : [], Token) == 403)
            {
                refused.Add(call);
            }
        }

        CollectionAssert.AreEqual(Calls[allowed..], refused);
    }

    [TestMethod]
    public async Task A_grant_holds_at_once_and_so_does_its_end()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var other = await app.RegisterAsync(Token, "Sites.Selected");

        var before = await other.StatusAsync("GET", $"sites/{app.Site}", null, Token);
        var grant = await GrantAsync(app, other, "read");
        var granted = await other.StatusAsync("GET", $"sites/{app.Site}", null, Token);
        await app.Graph.Sites[app.Site].Permissions[grant].DeleteAsync(cancellationToken: Token);

        Assert.AreEqual((403, 200, 403), (before, granted, await other.StatusAsync("GET", $"sites/{app.Site}", null, Token)));
    }

    [TestMethod]
    public async Task A_step_of_a_batch_is_held_against_the_same_rights()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        using var other = await app.RegisterAsync(Token, "Sites.Selected");
        await GrantAsync(app, other, "write");

        var answers = await Batches.RunAsync(
            other.Http, Token,
            Batches.Post("1", $"/sites/{app.Site}/lists/{list}/items", new() { ["fields"] = new JsonObject { ["Code"] = "1" } }),
            Batches.Post("2", $"/sites/{app.Site}/lists", new() { ["displayName"] = "Mới" }));

        Assert.AreEqual((201, 403), ((int)answers["1"]["status"]!, (int)answers["2"]["status"]!));
        Assert.AreEqual("accessDenied", (string?)answers["2"]["body"]!["error"]!["code"]);
    }

    [TestMethod]
    public async Task Mail_people_and_subscriptions_have_permissions_of_their_own()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var other = await app.RegisterAsync(Token, "Sites.Selected");
        await GrantAsync(app, other, "write");

        Assert.AreEqual(403, await other.StatusAsync("POST", "users/a@lamkieu.example/sendMail", [], Token));
        Assert.AreEqual(403, await other.StatusAsync("GET", "users", null, Token));
        Assert.AreEqual(403, await other.StatusAsync("GET", "subscriptions", null, Token));
    }

    [TestMethod]
    public async Task A_permission_nobody_knows_is_no_registration()
    {
        await using var app = await TenantApp.StartAsync(Token);

        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => app.RegisterAsync(Token, "Sites.Everything"));
    }

    private async Task<string> GrantAsync(TenantApp app, Registered to, string? role)
    {
        if (role is null)
        {
            return "";
        }
        using var http = await app.RawAsync(Token);
        var application = new JsonObject { ["id"] = to.ClientId, ["displayName"] = "Khác" };
        var made = await Batches.PostAsync(http, $"sites/{app.Site}/permissions", new() { ["roles"] = new JsonArray(role), ["grantedToIdentities"] = new JsonArray(new JsonObject { ["application"] = application }) }, Token);
        return (string)made["id"]!;
    }
}
