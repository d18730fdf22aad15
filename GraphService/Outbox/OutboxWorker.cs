using System.Globalization;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Graph.Models.ODataErrors;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Drains the outbox to SharePoint: several duties side by side, the operations of one duty in order.</summary>
internal sealed class OutboxWorker(
    Database database, SharePointSite site, IEnumerable<IOperationHandler> handlers, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int MaxAttempts = 12;
    private const int SideBySide = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IOperationHandler> handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var access = await site.ReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DrainAsync(access, stoppingToken) == 0)
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

    private async Task<int> DrainAsync(SiteAccess access, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var due = await OperationsTable.DueAsync(connection, clock.GetUtcNow(), SideBySide * 4);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (operation, token) => await AttemptAsync(access, operation, token));
        return due.Count;
    }

    private async Task<TimeSpan> PauseAsync()
    {
        await using var connection = database.Open();
        var wait = await OperationsTable.NextDueAsync(connection) - clock.GetUtcNow() ?? LongestPause;
        return TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 20, LongestPause.TotalMilliseconds));
    }

    private async Task AttemptAsync(SiteAccess access, Operation operation, CancellationToken cancellationToken)
    {
        var handler = handlers[operation.Kind];
        try
        {
            await handler.CarryOutAsync(operation, access, cancellationToken);
            await CompleteAsync(handler, operation);
        }
        catch (Exception exception) when (IsTransient(exception, cancellationToken) && operation.Attempts + 1 < MaxAttempts)
        {
            await DelayAsync(operation, exception);
        }
        catch (Exception exception) when (IsTransient(exception, cancellationToken) || IsFinal(exception))
        {
            await ParkAsync(handler, operation, exception);
        }
    }

    private async Task CompleteAsync(IOperationHandler handler, Operation operation)
    {
        await database.WriteAsync(async transaction =>
        {
            await handler.CompleteAsync(operation, transaction);
            await OperationsTable.DoneAsync(transaction, operation, clock.GetUtcNow());
            return true;
        });
        logger.OperationDone(operation.Kind, operation.SubmissionId.ToString());
    }

    private async Task DelayAsync(Operation operation, Exception exception)
    {
        var next = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, 0.5 * Math.Pow(2, operation.Attempts)));
        await database.WriteAsync(async transaction =>
        {
            await OperationsTable.DelayAsync(transaction, operation, next, ReasonOf(exception));
            return true;
        });
        logger.OperationDelayed(operation.Kind, operation.SubmissionId.ToString(), operation.Attempts + 1, VietnamTime.Wire(next), exception);
    }

    private async Task ParkAsync(IOperationHandler handler, Operation operation, Exception exception)
    {
        await database.WriteAsync(async transaction =>
        {
            await handler.ParkAsync(operation, transaction);
            await OperationsTable.ParkAsync(transaction, operation, ReasonOf(exception));
            return true;
        });
        logger.OperationParked(operation.Kind, operation.SubmissionId.ToString(), operation.Attempts + 1, exception);
    }

    // 409 is SharePoint still busy with the file just uploaded; 423 is somebody holding it open.
    private static bool IsTransient(Exception exception, CancellationToken stopping) => exception switch
    {
        ODataError error => error.ResponseStatusCode is 401 or 408 or 409 or 423 or 429 or >= 500,
        HttpRequestException or IOException => true,
        OperationCanceledException => !stopping.IsCancellationRequested,
        _ => false,
    };

    private static bool IsFinal(Exception exception) => exception is ODataError or OperationRefusedException or SiteNotProvisionedException;

    private static string ReasonOf(Exception exception) => exception is ODataError error
        ? string.Create(CultureInfo.InvariantCulture, $"{error.ResponseStatusCode} {error.Error?.Code}: {error.Error?.Message}")
        : $"{exception.GetType().Name}: {exception.Message}";
}
