using Azure.Identity;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Carries accepted operations out: several duties side by side, the operations of one duty in order; puts off what is transient, parks what is not.</summary>
internal sealed class OutboxDrain(Database database, IEnumerable<IOperationHandler> handlers, TimeProvider clock, ILogger<OutboxDrain> logger)
{
    private const int MaxAttempts = 12;
    private const int SideBySide = 4;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IOperationHandler> handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>Attempts what is due now, each lane's first only; gives how many operations that were, 0 when there is nothing to do.</summary>
    public async Task<int> OnceAsync(SiteAccess access, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var due = await OperationsTable.DueAsync(connection, clock.GetUtcNow(), SideBySide * 4);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (operation, token) => await AttemptAsync(access, operation, token));
        return due.Count;
    }

    private async Task AttemptAsync(SiteAccess access, Operation operation, CancellationToken cancellationToken)
    {
        if (!handlers.TryGetValue(operation.Kind, out var handler))
        {
            await ParkAsync(null, operation, new OperationRefusedException($"This version carries out no operation of the kind {operation.Kind}."));
            return;
        }

        try
        {
            await handler.CarryOutAsync(operation, access, cancellationToken);
            await CompleteAsync(handler, operation);
        }
        catch (Exception exception) when (IsTransient(exception, cancellationToken) && MayGoOn(operation, exception))
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
        var now = clock.GetUtcNow();
        await database.WriteAsync(async transaction =>
        {
            await handler.CompleteAsync(operation, transaction, now);
            await OperationsTable.DoneAsync(transaction, operation, now);
            return true;
        });
        logger.OperationDone(operation.Kind, operation.SubmissionId.ToString());
    }

    private async Task DelayAsync(Operation operation, Exception exception)
    {
        var own = TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, 0.5 * Math.Pow(2, operation.Attempts)));
        var next = clock.GetUtcNow() + (exception is SharePointException { RetryAfter: { } asked } && asked > own ? asked : own);
        await database.WriteAsync(async transaction =>
        {
            await OperationsTable.DelayAsync(transaction, operation, next, ReasonOf(exception));
            return true;
        });
        logger.OperationDelayed(operation.Kind, operation.SubmissionId.ToString(), operation.Attempts + 1, VietnamTime.Wire(next), exception);
    }

    private async Task ParkAsync(IOperationHandler? handler, Operation operation, Exception exception)
    {
        await database.WriteAsync(async transaction =>
        {
            await (handler?.ParkAsync(operation, transaction, clock.GetUtcNow()) ?? Task.CompletedTask);
            await OperationsTable.ParkAsync(transaction, operation, ReasonOf(exception));
            return true;
        });
        logger.OperationParked(operation.Kind, operation.SubmissionId.ToString(), operation.Attempts + 1, exception);
    }

    private static bool IsTransient(Exception exception, CancellationToken stopping) => exception switch
    {
        SharePointException refused => refused.IsTransient,
        HttpRequestException or IOException or AuthenticationFailedException => true,
        OperationCanceledException => !stopping.IsCancellationRequested,
        _ => false,
    };

    // A fault of ours must not stop the others: it is parked and seen. Trouble of our own database is the worker's to wait out.
    private static bool IsFinal(Exception exception) => exception is not (OperationCanceledException or SqliteException);

    // Being told to wait says nothing about the operation, however often it happens.
    private static bool MayGoOn(Operation operation, Exception exception) => exception is SharePointException { Status: 429 or 503 } || operation.Attempts + 1 < MaxAttempts;

    private static string ReasonOf(Exception exception) => exception is SharePointException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
}
