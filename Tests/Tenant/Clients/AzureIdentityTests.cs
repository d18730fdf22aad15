using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>Azure.Identity, unchanged, over https: only whom it trusts is told by its own transport.</summary>
[TestClass]
[DoNotParallelize]
public sealed class AzureIdentityTests : TenantTests
{
    private static readonly TokenRequestContext Graph = new([TenantApp.Scope]);

    [TestMethod]
    [DataRow(false, DisplayName = "by secret")]
    [DataRow(true, DisplayName = "by certificate")]
    public async Task A_credential_told_to_trust_the_host_gets_a_token_that_Graph_takes(bool byCertificate)
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var credential = byCertificate ? ByCertificate(tenant, tenant.Certificates.Application, tenant.Server.BaseAddress) : BySecret(tenant, tenant.Server.BaseAddress);
        var provider = new AzureIdentityAuthenticationProvider(credential, ["127.0.0.1"], null, true, TenantApp.Scope);
        using var graph = new GraphServiceClient(tenant.Http, provider, new Uri(tenant.Server.BaseAddress, "v1.0").AbsoluteUri);

        var site = await graph.Sites[$"{tenant.Server.SiteHost}:{tenant.Server.SitePath}"].GetAsync(cancellationToken: Token);

        Assert.AreEqual($"https://{tenant.Server.SiteHost}{tenant.Server.SitePath}", site!.WebUrl);
    }

    [TestMethod]
    [DataRow(false, DisplayName = "by secret")]
    [DataRow(true, DisplayName = "by certificate")]
    public async Task A_credential_as_it_is_discovers_the_instance_and_gets_a_token(bool byCertificate)
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var credential = byCertificate ? ByCertificate(tenant, tenant.Certificates.Application) : BySecret(tenant);

        var token = await credential.GetTokenAsync(Graph, Token);

        Assert.IsGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(50), token.ExpiresOn);
    }

    [TestMethod]
    public async Task A_host_that_is_not_Entras_is_no_instance()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var asked = Uri.EscapeDataString($"https://entra.example/{tenant.Server.TenantId}/oauth2/v2.0/authorize");

        using var answer = await tenant.Http.GetAsync(new Uri(tenant.Server.BaseAddress, $"common/discovery/instance?api-version=1.1&authorization_endpoint={asked}"), Token);

        Assert.AreEqual(400, (int)answer.StatusCode);
        Assert.Contains("invalid_instance", await answer.Content.ReadAsStringAsync(Token));
    }

    [TestMethod]
    public async Task A_certificate_that_is_not_registered_is_refused()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        using var foreign = TestCertificates.MakeApplication(TimeProvider.System.GetUtcNow().AddDays(1));

        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await ByCertificate(tenant, foreign, tenant.Server.BaseAddress).GetTokenAsync(Graph, Token));

        Assert.Contains("AADSTS700027", refused.ToString());
    }

    [TestMethod]
    public async Task Without_trust_in_the_authority_there_is_no_token()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);
        var options = new ClientSecretCredentialOptions { AuthorityHost = tenant.Server.BaseAddress, DisableInstanceDiscovery = true, Retry = { MaxRetries = 0 } };
        var credential = new ClientSecretCredential(tenant.Server.TenantId, tenant.Server.ClientId, tenant.Server.ClientSecret, options);

        await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await credential.GetTokenAsync(Graph, Token));
    }

    [TestMethod]
    public async Task An_assertion_is_good_until_it_ends_and_as_often_as_it_is_sent()
    {
        var clock = new ManualClock();
        await using var tenant = await SecureTenant.StartAsync(Token, clock: clock);
        var form = Form(tenant, Assertion(tenant, clock.GetUtcNow()));

        var (first, _) = await tenant.AskAsync(form, Token);
        var (again, _) = await tenant.AskAsync(form, Token);
        clock.Advance(TimeSpan.FromMinutes(16)); // ten of its life, five for clocks that differ
        var (late, answer) = await tenant.AskAsync(form, Token);

        Assert.AreEqual((200, 200, 401), (first, again, late));
        Assert.StartsWith("AADSTS700024", (string)answer["error_description"]!);
    }

    [TestMethod]
    [DataRow("aud", "https://login.example/token", 700023, DisplayName = "for another endpoint")]
    [DataRow("iss", "someone", 700021, DisplayName = "by another application")]
    [DataRow("sub", "someone", 700021, DisplayName = "about another application")]
    [DataRow("nbf", "4102444800", 700024, DisplayName = "not valid yet")]
    [DataRow("alg", "PS256", 700027, DisplayName = "signed otherwise than it says")]
    [DataRow("alg", "none", 700027, DisplayName = "not signed")]
    public async Task An_assertion_that_says_something_else_is_refused(string name, string value, int code)
    {
        await using var tenant = await SecureTenant.StartAsync(Token);

        var (status, answer) = await tenant.AskAsync(Form(tenant, Assertion(tenant, TimeProvider.System.GetUtcNow(), (name, value))), Token);

        Assert.AreEqual(401, status);
        Assert.AreEqual("invalid_client", (string?)answer["error"]);
        Assert.AreEqual(code, (int)answer["error_codes"]![0]!);
    }

    private static TokenCredential BySecret(SecureTenant tenant, Uri? host = null)
    {
        var options = new ClientSecretCredentialOptions { Transport = new HttpClientTransport(tenant.Http), DisableInstanceDiscovery = host is not null };
        options.AuthorityHost = host ?? options.AuthorityHost;
        return new ClientSecretCredential(tenant.Server.TenantId, tenant.Server.ClientId, tenant.Server.ClientSecret, options);
    }

    private static TokenCredential ByCertificate(SecureTenant tenant, X509Certificate2 certificate, Uri? host = null)
    {
        var options = new ClientCertificateCredentialOptions { Transport = new HttpClientTransport(tenant.Http), DisableInstanceDiscovery = host is not null };
        options.AuthorityHost = host ?? options.AuthorityHost;
        return new ClientCertificateCredential(tenant.Server.TenantId, tenant.Server.ClientId, certificate, options);
    }

    private static Dictionary<string, string> Form(SecureTenant tenant, string assertion) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = tenant.Server.ClientId,
        ["scope"] = TenantApp.Scope,
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = assertion,
    };

    // RS256 and x5t with SHA-1, as older libraries send; Azure.Identity sends PS256 and x5t#S256.
    private static string Assertion(SecureTenant tenant, DateTimeOffset now, (string Name, string Value)? other = null)
    {
        var certificate = tenant.Certificates.Application;
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["x5t"] = Base64Url.EncodeToString(certificate.GetCertHash()) };
        var claims = new JsonObject
        {
            ["aud"] = $"{tenant.Server.BaseAddress}{tenant.Server.TenantId}/oauth2/v2.0/token",
            ["iss"] = tenant.Server.ClientId,
            ["sub"] = tenant.Server.ClientId,
            ["jti"] = Guid.CreateVersion7(now).ToString(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        if (other is var (name, value))
        {
            (name == "alg" ? head : claims)[name] = long.TryParse(value, out var number) ? number : value;
        }
        var text = $"{Encode(head)}.{Encode(claims)}";
        using var key = certificate.GetRSAPrivateKey()!; // made with one
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
