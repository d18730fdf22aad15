using Dapper;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Completion;

/// <summary>
/// Keeps the list «Tình hình hoàn thành» in SharePoint. It looks once a minute for lines whose counts changed, and writes them when the documents stored since pay for it, an eighth of a
/// resource unit each, or when an hour has passed: a single document changes the line of every organization above it, and would cost as much again as storing it. What was published is
/// remembered, so that a restart writes nothing anew.
/// </summary>
internal sealed class CompletionPublisher(
    SharePointSite site, CompletionStore completion, DirectoryStore directory, Database database, TimeProvider clock, ILogger<CompletionPublisher> logger) : BackgroundService
{
    private const int UnitsOfLine = 2;
    private const int DocumentsOfUnit = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

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

    /// <summary>Writes what changed, when it is time.</summary>
    public async Task PublishAsync(SiteAccess access, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await ChangedAsync(now);
        if (changed.Count == 0 || !await IsTimeAsync(changed.Count, now))
        {
            return;
        }

        var changes = new SiteChanges();
        foreach (var line in changed)
        {
            changes.Put(SiteSchema.Completion, line.Key, line.ToItem());
        }

        await access.Writing.WriteAsync(changes, cancellationToken);
        await database.WriteAsync(async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("INSERT OR REPLACE INTO published_completion (key, counts) VALUES (@Key, @Digest)", changed, transaction); // a running transaction has its connection
            return await transaction.Connection!.ExecuteAsync("INSERT OR REPLACE INTO completion_upkeep (id, published_at) VALUES (1, @now)", new { now = VietnamTime.Stored(now) }, transaction);
        });
    }

    private async Task<IReadOnlyList<CompletionItem>> ChangedAsync(DateTimeOffset now)
    {
        var snapshot = directory.Current;
        await using var connection = database.Open();
        var published = (await connection.QueryAsync<(string Key, string Counts)>("SELECT key, counts FROM published_completion")).ToDictionary(line => line.Key, line => line.Counts, StringComparer.Ordinal);
        var changed = new List<CompletionItem>();
        foreach (var campaign in snapshot.Campaigns)
        {
            var tree = await completion.NowAsync(snapshot, campaign, now);
            changed.AddRange(snapshot.Organizations.Select(organization => new CompletionItem(campaign.Code, organization, tree.Total(organization))).Where(line => published.GetValueOrDefault(line.Key) != line.Digest));
        }

        return changed;
    }

    private async Task<bool> IsTimeAsync(int lines, DateTimeOffset now)
    {
        await using var connection = database.Open();
        var last = await connection.QuerySingleOrDefaultAsync<string>("SELECT published_at FROM completion_upkeep");
        return last is null || now - VietnamTime.Parse(last) >= LongestDelay
            || await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM operations WHERE kind = @kind AND done_at > @last", new { kind = StoreDocument.KindName, last }) >= lines * UnitsOfLine * DocumentsOfUnit;
    }
}
