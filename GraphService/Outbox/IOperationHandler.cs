using HocTap.Office.GraphService.SharePoint;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Carries out one kind of operation. Every step is idempotent: after a crash or a lost answer it is simply done again.</summary>
internal interface IOperationHandler
{
    /// <summary>The kind it carries out.</summary>
    string Kind { get; }

    /// <summary>Writes to SharePoint.</summary>
    /// <exception cref="OperationRefusedException">It can never succeed.</exception>
    Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken);

    /// <summary>Records the new state once SharePoint has it, in the transaction that marks the operation as done.</summary>
    Task CompleteAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now) => Task.CompletedTask;

    /// <summary>Records that it was parked, in the same transaction.</summary>
    Task ParkAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now) => Task.CompletedTask;

    /// <summary>Records that it is tried again, in the same transaction.</summary>
    Task RetryAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now) => Task.CompletedTask;
}

/// <summary>An operation can never succeed and is parked at once.</summary>
internal sealed class OperationRefusedException : Exception
{
    /// <summary>Without a reason.</summary>
    public OperationRefusedException()
    {
    }

    /// <summary>With the reason the administrator sees.</summary>
    public OperationRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason the administrator sees and its cause.</summary>
    public OperationRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
