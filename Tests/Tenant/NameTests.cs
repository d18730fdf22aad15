using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Names and paths that SharePoint refuses, however they come.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NameTests : TenantTests
{
    private static readonly string[] Forbidden =
    [
        .. "\"*:<>?/\\|".Select(character => $"a{character}b"),
        ".lock", "CON", "prn", "AUX", "nul", "COM0", "com9", "LPT0", "lpt9", "desktop.ini", "a_vti_b", "~a", "$a", "Forms", " a", "a ", "a.", ".a", "", new string('a', 256),
    ];

    private static readonly string[] Allowed = ["COM10", "console", "a~b", "a$b", "a#b", "a%41b", "mẫu 03 – đăng ký", new string('a', 255)];

    [TestMethod]
    public async Task A_forbidden_name_is_refused_and_every_other_one_is_taken_as_it_is()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var root = $"drives/{await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token)}/root";

        foreach (var name in Forbidden)
        {
            Assert.AreEqual("invalidPath", (string?)(await AddAsync(http, root, name))["error"]?["innerError"]?["code"], $"'{name}'");
        }
        foreach (var name in Allowed)
        {
            Assert.AreEqual(name, (string?)(await AddAsync(http, root, name))["name"]);
        }
    }

    [TestMethod]
    public async Task A_path_of_400_characters_from_the_site_on_is_taken_and_one_more_is_not()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var root = $"drives/{await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token)}/root";
        await AddAsync(http, root, new string('d', 200));
        var room = 400 - $"{app.Server.SitePath}/Files/{new string('d', 200)}/".Length;

        var longest = await AddAsync(http, $"{root}:/{new string('d', 200)}:", new string('đ', room));
        var longer = await AddAsync(http, $"{root}:/{new string('d', 200)}:", new string('đ', room + 1));

        Assert.AreEqual(room, ((string?)longest["name"])?.Length);
        Assert.AreEqual("pathIsTooLong", (string?)longer["error"]!["innerError"]!["code"]);
    }

    private Task<JsonObject> AddAsync(HttpClient http, string parent, string name) =>
        Batches.PostAsync(http, $"{parent}/children", new() { ["name"] = name, ["folder"] = new JsonObject(), ["@microsoft.graph.conflictBehavior"] = "fail" }, Token);
}
