using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Drains the outbox whenever there is work, and sleeps until the next attempt is due when there is none.</summary>
internal sealed class OutboxWorker(Database database, SharePointSite site, OutboxDrain drain, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var access = await site.ReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await drain.OnceAsync(access, stoppingToken) == 0)
                {
                    await signal.WaitAsync(await PauseAsync(), clock, stoppingToken);
                }
            }
            catch (SqliteException exception)
            {
                logger.OutboxFailed(LongestPause, exception);
                await Task.Delay(LongestPause, clock, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> PauseAsync()
    {
        await using var connection = database.Open();
        var wait = await OperationsTable.NextDueAsync(connection) - clock.GetUtcNow() ?? LongestPause;
        return TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 20, LongestPause.TotalMilliseconds));
    }
}
