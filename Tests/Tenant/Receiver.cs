using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Tenant;

/// <summary>What came to a receiver, and where.</summary>
internal sealed record Received(string Path, JsonObject Body)
{
    public JsonObject One => Body["value"]!.AsArray().Single()!.AsObject();
}

/// <summary>A subscriber's web server: shakes hands as it must unless told otherwise, and keeps what it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication app;
    private int refuse;

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The paths that shook hands.</summary>
    public List<string> Shaken { get; } = [];

    /// <summary>Status, type and text of a handshake's answer, from the token.</summary>
    public Func<string, (int Status, string Type, string Text)> Handshake { get; set; } = token => (200, "text/plain", token);

    public static async Task<Receiver> StartAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.HandleAsync);
        await receiver.app.StartAsync(token);
        receiver.Address = new Uri(receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/"); // Kestrel always has the feature
        return receiver;
    }

    /// <summary>Answers the next notifications with 503.</summary>
    public void Refuse(int times) => Interlocked.Exchange(ref refuse, times);

    /// <summary>The next notification that was taken.</summary>
    public async Task<Received> NextAsync(CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        return await received.Reader.ReadAsync(limit.Token);
    }

    /// <summary>True when nothing comes for a second.</summary>
    public async Task<bool> IsSilentAsync(CancellationToken token)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), token);
        return !received.Reader.TryPeek(out _);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Query["validationToken"] is [{ } token])
        {
            Shaken.Add(context.Request.Path);
            var (status, type, text) = Handshake(token);
            (context.Response.StatusCode, context.Response.ContentType) = (status, type);
            await context.Response.WriteAsync(text);
            return;
        }
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        if (Interlocked.Decrement(ref refuse) >= 0)
        {
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            return;
        }
        context.Response.StatusCode = (int)HttpStatusCode.Accepted;
        received.Writer.TryWrite(new(context.Request.Path, body));
    }
}
