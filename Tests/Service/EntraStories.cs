using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Tests.EndToEnd.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>What the service makes of Entra's tokens, and of a configuration that could not work.</summary>
[TestClass]
[DoNotParallelize]
public sealed class EntraStories
{
    private const string Staff = "de.dd0326@lamkieu.example";

    public TestContext TestContext { get; set; } = null!; // set by the runner

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_account_is_bound_at_first_sign_in_and_its_id_counts_from_then_on()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        using var staff = await office.AsAsync(Staff, Token);

        Assert.AreEqual("N0326", (await staff.GetAsync("api/me")).GetProperty("person").GetProperty("code").GetString());
        await using var connection = office.App.Services.GetRequiredService<Database>().Open();
        var before = await connection.QuerySingleAsync<string>("SELECT object_id FROM accounts WHERE person = 'N0326'");

        // The same name, another account: what happens when a name is given to somebody else.
        await connection.ExecuteAsync("UPDATE accounts SET object_id = 'somebody-before' WHERE person = 'N0326'");
        var refused = await OfficeClient.ProblemAsync(await staff.SendAsync("api/me"), "403.1");
        Assert.Contains("không phải là tài khoản đã gắn", refused.GetProperty("detail").GetString()!);

        // An administrator lets go of the old one; the next sign-in binds anew.
        using var administrator = await office.AsAsync("diep.ptn0007@lamkieu.example", Token);
        await OfficeClient.ProblemAsync(await staff.Http.DeleteAsync(new Uri("api/people/N0326/account", UriKind.Relative), Token), "403.1");
        Assert.AreEqual(HttpStatusCode.NoContent, (await administrator.Http.DeleteAsync(new Uri("api/people/N0326/account", UriKind.Relative), Token)).StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, (await staff.SendAsync("api/me")).StatusCode);
        Assert.AreEqual(before, await connection.QuerySingleAsync<string>("SELECT object_id FROM accounts WHERE person = 'N0326'"));
    }

    [TestMethod]
    public async Task Only_a_living_token_for_this_api_with_its_scope_opens_anything()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        var other = await EntraOffice.RegisterAsync(office.Tenant, office.Origin, Token);
        var (access, id) = await office.TokensAsync(Staff, Token);

        await RefusedAsync(office, await office.TokenAsync(other, $"api://{other}/{EntraOffice.ScopeName}", Staff, Token)); // for another API
        await RefusedAsync(office, id); // for this audience, without the scope
        await RefusedAsync(office, access[..^6] + "AAAAAA"); // signed by nobody
        using (var good = office.With(access))
        {
            Assert.AreEqual(HttpStatusCode.OK, (await good.SendAsync("api/me")).StatusCode);
        }

        office.MoveOn(TimeSpan.FromHours(1));
        await RefusedAsync(office, access); // over
    }

    [TestMethod]
    public async Task The_cookie_is_ours_reads_pages_only_and_ends_with_the_token()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        using var staff = await office.AsAsync(Staff, Token);
        var entered = await staff.Http.PostAsync(new Uri("api/session", UriKind.Relative), null, Token);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single();
        using var pages = office.Tenant.Certificates.Client(office.App.Address);
        pages.BaseAddress = office.App.Address;
        pages.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        StringAssert.Contains(cookie, "httponly", StringComparison.OrdinalIgnoreCase);
        StringAssert.Contains(cookie, "samesite=strict", StringComparison.OrdinalIgnoreCase);
        StringAssert.Contains(cookie, "secure", StringComparison.OrdinalIgnoreCase);
        Assert.AreEqual(HttpStatusCode.OK, (await pages.GetAsync(new Uri("registers", UriKind.Relative), Token)).StatusCode);
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await pages.GetAsync(new Uri("api/me", UriKind.Relative), Token)).StatusCode);
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await pages.PostAsync(new Uri("api/session", UriKind.Relative), null, Token)).StatusCode);
        await RefusedAsync(office, cookie.Split(';')[0].Split('=', 2)[1]); // no bearer token

        office.MoveOn(TimeSpan.FromHours(1));
        Assert.AreEqual(HttpStatusCode.Found, (await pages.GetAsync(new Uri("registers", UriKind.Relative), Token)).StatusCode);
    }

    [TestMethod]
    public async Task With_entra_nobody_signs_in_as_a_sample_person_and_only_then_pages_may_speak_to_the_authority()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        using var nobody = office.Tenant.Certificates.Client(office.App.Address);
        nobody.BaseAddress = office.App.Address;

        Assert.AreEqual(HttpStatusCode.Unauthorized, (await nobody.PostAsJsonAsync(new Uri("api/session", UriKind.Relative), new { person = "N0326" }, Token)).StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, (await nobody.GetAsync(new Uri("people?q=a", UriKind.Relative), Token)).StatusCode);
        var page = await nobody.GetAsync(new Uri("/", UriKind.Relative), Token);
        StringAssert.Contains(page.Headers.GetValues("Content-Security-Policy").Single(), $"connect-src 'self' {office.Tenant.Server.BaseAddress.GetLeftPart(UriPartial.Authority)}; frame-src 'self'", StringComparison.Ordinal);
        Assert.DoesNotContain("data-person", await page.Content.ReadAsStringAsync(Token));
        Assert.AreEqual(ClientIdOf(await nobody.GetFromJsonAsync<JsonObject>(new Uri("signin/settings", UriKind.Relative), Token)), office.ClientId);
    }

    [TestMethod]
    public async Task Without_the_library_the_program_says_at_start_what_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-bare-").FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        // The program's own file decides where it looks: this one must be a file of its own.
        var program = Path.Combine(folder, "HocTap.Office.GraphService.dll");
        File.Delete(program);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "HocTap.Office.GraphService.dll"), program);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--Data:Directory", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0",
            "--Identity:Authority", "https://login.microsoftonline.com/lamkieu.example/v2.0", "--Identity:Audience", "a",
            "--Identity:ClientId", "11111111-2222-3333-4444-555555555555", "--Identity:Scope", "api://a/access_as_user"]) { RedirectStandardError = true, RedirectStandardOutput = true })!; // a program of its own always starts a process
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);

        Assert.AreNotEqual(0, process.ExitCode);
        var said = await output + await errors;
        Assert.Contains("Identity:Authority is set, but ", said);
        Assert.Contains("msal-browser.min.js is missing: build with Node.js and npm installed", said);
        Directory.Delete(folder, recursive: true);
    }

    private static string? ClientIdOf(JsonObject? settings) => (string?)settings?["clientId"];

    private static async Task RefusedAsync(EntraOffice office, string bearer)
    {
        using var client = office.With(bearer);
        await OfficeClient.ProblemAsync(await client.SendAsync("api/me"), "401");
    }
}
