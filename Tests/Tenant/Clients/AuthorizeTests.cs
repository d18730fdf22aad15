using System.Net;
using System.Text.Json.Nodes;
using HocTap.Office.Tests.EndToEnd.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>Sign-in of people at the tenant, held to Entra's authorization code flow page step by step.</summary>
[TestClass]
public sealed class AuthorizeTests : TenantTests
{
    private const string Origin = "https://app.example";
    private const string User = "a@lamkieu.example";

    [TestMethod]
    public async Task A_code_is_good_once_for_its_own_client_address_and_verifier()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var (client, query) = await RegisterAsync(tenant);

        var sent = await AuthorityTokens.NameAsync(tenant, query, User, Token);
        var form = AuthorityTokens.Code(Origin, client, sent["code"].ToString());
        var (status, granted) = await AuthorityTokens.RedeemAsync(tenant, Origin, form, Token);
        var (again, refused) = await AuthorityTokens.RedeemAsync(tenant, Origin, form, Token);

        Assert.AreEqual("a state", sent["state"].ToString());
        Assert.AreEqual((200, 400), (status, again), granted.ToJsonString());
        Assert.AreEqual("invalid_grant", (string?)refused["error"]);
        var id = Claims(granted, "id_token");
        Assert.AreEqual(("a nonce", User, client, "2.0"), ((string?)id["nonce"], (string?)id["preferred_username"], (string?)id["aud"], (string?)id["ver"]));
        var access = Claims(granted, "access_token");
        Assert.AreEqual((EntraOffice.ScopeName, client, (string?)id["oid"]), ((string?)access["scp"], (string?)access["aud"], (string?)access["oid"]));
    }

    [TestMethod]
    [DataRow("code_verifier", "another", "invalid_grant", DisplayName = "another verifier")]
    [DataRow("redirect_uri", "https://app.example/", "invalid_grant", DisplayName = "another address")]
    [DataRow("client_id", "another", "invalid_grant", DisplayName = "another client")]
    public async Task A_code_with_something_else_is_refused(string name, string value, string error)
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var (client, query) = await RegisterAsync(tenant);
        var form = AuthorityTokens.Code(Origin, client, (await AuthorityTokens.NameAsync(tenant, query, User, Token))["code"].ToString());
        form[name] = value;

        var (status, refused) = await AuthorityTokens.RedeemAsync(tenant, Origin, form, Token);

        Assert.AreEqual((400, error), (status, (string?)refused["error"]));
    }

    [TestMethod]
    public async Task A_refresh_token_turns_and_only_a_page_of_the_application_may_use_it()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var (client, query) = await RegisterAsync(tenant);
        var (_, granted) = await AuthorityTokens.RedeemAsync(tenant, Origin, AuthorityTokens.Code(Origin, client, (await AuthorityTokens.NameAsync(tenant, query, User, Token))["code"].ToString()), Token);
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = client, ["refresh_token"] = (string)granted["refresh_token"]! };

        var (bare, told) = await AuthorityTokens.RedeemAsync(tenant, "", form, Token);
        var (foreign, _) = await AuthorityTokens.RedeemAsync(tenant, "https://other.example", form, Token);
        var (first, renewed) = await AuthorityTokens.RedeemAsync(tenant, Origin, form, Token);
        var (second, _) = await AuthorityTokens.RedeemAsync(tenant, Origin, form, Token);

        Assert.AreEqual((400, 400, 200, 400), (bare, foreign, first, second));
        Assert.AreEqual(9002327, (int)told["error_codes"]![0]!);
        Assert.AreNotEqual((string?)granted["refresh_token"], (string?)renewed["refresh_token"]);
    }

    [TestMethod]
    public async Task Asked_silently_the_tenant_shows_nothing()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var (_, query) = await RegisterAsync(tenant);
        query["prompt"] = "none";

        using var nobody = await tenant.Http.GetAsync(AuthorityTokens.Address(tenant, query), Token);
        query["prompt"] = null;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = User });
        using var signed = await tenant.Http.PostAsync(AuthorityTokens.Address(tenant, query), form, Token);
        var cookie = signed.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single().Split(';')[0] : "";
        var known = await SilentAsync(tenant, query, cookie, User);
        var other = await SilentAsync(tenant, query, cookie, "b@lamkieu.example");

        Assert.AreEqual("login_required", QueryHelpers.ParseQuery(nobody.Headers.Location!.Query)["error"].ToString());
        Assert.IsTrue(known.ContainsKey("code"));
        Assert.AreEqual("login_required", other["error"].ToString());
    }

    [TestMethod]
    [DataRow("redirect_uri", "https://elsewhere.example/", HttpStatusCode.BadRequest, DisplayName = "an address that is not registered: told on a page")]
    [DataRow("client_id", "nobody", HttpStatusCode.BadRequest, DisplayName = "an unknown application: told on a page")]
    [DataRow("code_challenge", "", HttpStatusCode.Redirect, DisplayName = "without PKCE: told to the application")]
    [DataRow("scope", "api://nobody/x", HttpStatusCode.Redirect, DisplayName = "an unknown scope: told to the application")]
    [DataRow("response_type", "token", HttpStatusCode.Redirect, DisplayName = "the implicit flow: told to the application")]
    public async Task What_cannot_be_is_refused_where_it_is_safe_to_say(string name, string value, HttpStatusCode expected)
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var (_, query) = await RegisterAsync(tenant);
        query[name] = value;

        using var answer = await tenant.Http.GetAsync(AuthorityTokens.Address(tenant, query), Token);

        Assert.AreEqual(expected, answer.StatusCode);
        Assert.AreEqual(expected == HttpStatusCode.Redirect, answer.Headers.Location?.Query.Contains("error=", StringComparison.Ordinal) == true);
    }

    private static async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> SilentAsync(SecureTenant tenant, Dictionary<string, string?> query, string cookie, string hint)
    {
        var asked = new Dictionary<string, string?>(query) { ["prompt"] = "none", ["login_hint"] = hint };
        using var request = new HttpRequestMessage(HttpMethod.Get, AuthorityTokens.Address(tenant, asked));
        request.Headers.Add("Cookie", cookie);
        using var answer = await tenant.Http.SendAsync(request);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
    }

    private async Task<(string Client, Dictionary<string, string?> Query)> RegisterAsync(SecureTenant tenant)
    {
        var client = await EntraOffice.RegisterAsync(tenant, Origin, Token);
        return (client, AuthorityTokens.Query(Origin, client, $"openid profile offline_access api://{client}/{EntraOffice.ScopeName}"));
    }

    private static JsonObject Claims(JsonObject granted, string token) =>
        JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(((string)granted[token]!).Split('.')[1]))!.AsObject();
}
