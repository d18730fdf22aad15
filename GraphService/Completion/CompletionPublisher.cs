using Dapper;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Completion;

/// <summary>
/// Keeps the list «Tình hình hoàn thành» in SharePoint: at most once a minute it writes the lines whose counts changed. What was published is remembered, so that a
/// restart writes nothing anew.
/// </summary>
internal sealed class CompletionPublisher(
    SharePointSite site, CompletionStore completion, DirectoryStore directory, Database database, TimeProvider clock, ILogger<CompletionPublisher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var access = await site.ReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await PublishAsync(access, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.CompletionNotPublished(Pause, exception);
            }
        }
    }

    private async Task PublishAsync(SiteAccess access, CancellationToken cancellationToken)
    {
        var (now, snapshot) = (clock.GetUtcNow(), directory.Current);
        foreach (var campaign in snapshot.Campaigns)
        {
            var tree = await completion.NowAsync(snapshot, campaign, now);
            foreach (var organization in snapshot.Organizations)
            {
                await PublishAsync(access, campaign.Code, organization, tree.Total(organization), cancellationToken);
            }
        }
    }

    private async Task PublishAsync(SiteAccess access, string campaign, Organization organization, Counts counts, CancellationToken cancellationToken)
    {
        var (key, digest) = ($"{campaign}/{organization.Code}", Digest(counts));
        await using var connection = database.Open();
        if (await connection.QuerySingleOrDefaultAsync<string>("SELECT counts FROM published_completion WHERE key = @key", new { key }) == digest)
        {
            return;
        }

        await access.Writing.PutAsync(SiteSchema.Completion, key, ToItem(key, campaign, organization, counts), cancellationToken);
        await connection.ExecuteAsync("INSERT OR REPLACE INTO published_completion (key, counts) VALUES (@key, @digest)", new { key, digest });
    }

    private static string Digest(Counts counts) => $"{counts.Required}/{counts.Done}/{counts.Late}/{counts.Copies.Due}/{counts.Copies.Received}";

    private static Dictionary<string, object?> ToItem(string key, string campaign, Organization organization, Counts counts) => new()
    {
        ["Title"] = organization.Name,
        ["Key"] = key,
        ["Campaign"] = campaign,
        ["Organization"] = organization.Code,
        ["Required"] = counts.Required,
        ["Done"] = counts.Done,
        ["Missing"] = counts.Missing,
        ["Late"] = counts.Late,
        ["CopiesDue"] = counts.Copies.Due,
        ["CopiesReceived"] = counts.Copies.Received,
        ["Percent"] = counts.Percent,
        ["State"] = counts.Done == 0 && counts.Required > 0 ? "chưa có" : counts.Missing == 0 ? "hoàn thành" : "đang nộp",
    };
}
