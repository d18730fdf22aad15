using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A page with its own profile; what its scripts complained of is told when it closes.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    public BrowserPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the scripts complained of so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
