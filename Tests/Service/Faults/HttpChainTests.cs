using System.Net;
using Azure.Core;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>What the chain must never do.</summary>
[TestClass]
[DoNotParallelize]
public sealed class HttpChainTests
{
    public TestContext TestContext { get; set; } = null!; // set by the framework

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_call_that_may_have_been_applied_is_not_repeated_unless_it_says_it_may_be()
    {
        await using var site = await FaultySite.StartAsync(Token);
        await site.ScriptAsync(new { action = "dropAfter", method = "POST", path = "/users/**" });

        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => site.Access.Mail.SendAsync("a@lamkieu.example", "Một", "x", Token));

        Assert.AreEqual(1, site.Mails);
    }

    [TestMethod]
    public async Task The_token_goes_to_our_own_address_alone_and_our_name_goes_everywhere()
    {
        using var own = new Ear();
        using var foreign = new Ear();
        using var budget = new UnitBudget(60_000, TimeProvider.System);
        using var http = HttpChain.Open(() => new Fixed(), own.Address, budget, TimeProvider.System);

        var (heardOwn, heardForeign) = (own.HearAsync(), foreign.HearAsync());
        (await http.GetAsync(own.Address, Token)).Dispose();
        (await http.GetAsync(foreign.Address, Token)).Dispose();

        Assert.AreEqual(("Bearer secret", "NONISV|HocTap|Office/1.0"), await heardOwn);
        Assert.AreEqual(("", "NONISV|HocTap|Office/1.0"), await heardForeign);
    }

    private sealed class Fixed : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("secret", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Hears one call on a port of its own and answers nothing but 200.</summary>
    private sealed class Ear : IDisposable
    {
        private readonly HttpListener listener = new();

        public Ear()
        {
            using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}/");
            socket.Stop();
            listener.Prefixes.Add(Address.ToString());
            listener.Start();
        }

        public Uri Address { get; }

        public async Task<(string Authorization, string Agent)> HearAsync()
        {
            var call = await listener.GetContextAsync();
            call.Response.Close();
            return (call.Request.Headers["Authorization"] ?? "", call.Request.UserAgent ?? "");
        }

        public void Dispose() => listener.Close();
    }
}
