using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using HocTap.Office.Tests.Tenant.Clients;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.SignIn;

/// <summary>The real service on https, whose people sign in at an authority on https: a local tenant with the pages registered as a single-page application.</summary>
internal sealed class EntraOffice : IAsyncDisposable
{
    public const string ScopeName = "access_as_user";

    // The sample city's open campaign; the browser keeps its own, real time, so clocks differ by months.
    private static readonly DateTimeOffset Now = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    private readonly ShiftedClock tenantClock;

    private EntraOffice(OfficeApp app, SecureTenant tenant, ShiftedClock tenantClock, string clientId) => (App, Tenant, this.tenantClock, ClientId) = (app, tenant, tenantClock, clientId);

    public OfficeApp App { get; }

    public SecureTenant Tenant { get; }

    public string ClientId { get; }

    public string Origin => App.Address.GetLeftPart(UriPartial.Authority);

    public string Scope => $"api://{ClientId}/{ScopeName}";

    public static async Task<EntraOffice> StartAsync(CancellationToken token, int userTokenSeconds = 3599)
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "msal", "msal-browser.min.js")))
        {
            Assert.Inconclusive("The build had no npm to bring @azure/msal-browser with.");
        }

        var clock = new ShiftedClock();
        clock.MoveTo(Now);
        var tenant = await SecureTenant.StartAsync(token, clock: clock, userTokenSeconds: userTokenSeconds);
        var port = SecureTenant.FreePort();
        var client = await RegisterAsync(tenant, $"https://127.0.0.1:{port}", token);
        var app = await OfficeApp.StartAsync(Settings(tenant, client), port, Now, null, token, tenant.Certificates);
        return new(app, tenant, clock, client);
    }

    public static Dictionary<string, string> Settings(SecureTenant tenant, string client) => new()
    {
        ["Identity:Authority"] = $"{tenant.Server.BaseAddress}{tenant.Server.TenantId}/v2.0",
        ["Identity:Audience"] = client,
        ["Identity:ClientId"] = client,
        ["Identity:Scope"] = $"api://{client}/{ScopeName}",
    };

    /// <summary>Lets it be this much later, at the service and at the authority.</summary>
    public void MoveOn(TimeSpan time)
    {
        App.Clock.MoveTo(App.Clock.GetUtcNow() + time);
        tenantClock.MoveTo(tenantClock.GetUtcNow() + time);
    }

    /// <summary>Ends everything the authority knows of somebody's sign-ins.</summary>
    public Task RevokeAsync(string user, CancellationToken token) => LocalAsync(Tenant, "revocations", new() { ["user"] = user }, token);

    /// <summary>A fresh browser; it takes the certificates of the test.</summary>
    public async Task<BrowserPage> OpenAsync(int width = 1024)
    {
        var browser = await Chromium.StartAsync();
        var context = await browser.NewContextAsync(new() { BaseURL = Origin, IgnoreHTTPSErrors = true, ViewportSize = new() { Width = width, Height = 768 }, Locale = "vi-VN", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Names the user at the authority's page and goes on.</summary>
    public static async Task NameAsync(IPage authority, string user)
    {
        await authority.GetByLabel("Address").FillAsync(user);
        await authority.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
    }

    /// <summary>Clicks what opens the authority's window and signs in there.</summary>
    public static async Task SignInAsync(IPage page, string user, string button = "Đăng nhập")
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToBeEnabledAsync();
        var window = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        await NameAsync(window, user);
    }

    /// <summary>A user's token of the API's scope, taken without a browser as the library takes it.</summary>
    public Task<string> TokenAsync(string user, CancellationToken token) => TokenAsync(ClientId, Scope, user, token);

    /// <summary>The same for another registration or scope.</summary>
    public async Task<string> TokenAsync(string client, string scope, string user, CancellationToken token) => (await AuthorityTokens.TakeAsync(Tenant, Origin, client, $"openid profile {scope}", user, token)).Access;

    /// <summary>A user's access and id token.</summary>
    public Task<(string Access, string Id)> TokensAsync(string user, CancellationToken token) => AuthorityTokens.TakeAsync(Tenant, Origin, ClientId, $"openid profile {Scope}", user, token);

    /// <summary>A client with a token of somebody.</summary>
    public async Task<OfficeClient> AsAsync(string user, CancellationToken token) => With(await TokenAsync(user, token));

    /// <summary>A client with a token.</summary>
    public OfficeClient With(string bearer)
    {
        var http = Tenant.Certificates.Client(App.Address);
        http.BaseAddress = App.Address;
        http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return new(http);
    }

    public static Task<string> RegisterAsync(SecureTenant tenant, string origin, CancellationToken token) => RegisterAsync(tenant, origin, ScopeName, token);

    public static async Task<string> RegisterAsync(SecureTenant tenant, string origin, string scope, CancellationToken token)
    {
        var wanted = new JsonObject { ["displayName"] = "Học tập", ["redirectUris"] = new JsonArray($"{origin}/signin/bridge", $"{origin}/"), ["scope"] = scope };
        return (string)(await LocalAsync(tenant, "applications", wanted, token))["clientId"]!;
    }

    private static async Task<JsonObject> LocalAsync(SecureTenant tenant, string path, JsonObject body, CancellationToken token)
    {
        using var answer = await tenant.Http.PostAsJsonAsync(new Uri(tenant.Server.BaseAddress, $"_local/{path}"), body, token);
        Assert.IsTrue(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(token));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(token))!;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Tenant.DisposeAsync();
    }
}
