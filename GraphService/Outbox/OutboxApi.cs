using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>What an administrator sees of work that is not done, and how it is driven again.</summary>
internal static class OutboxApi
{
    /// <summary>Adds what the slice needs.</summary>
    public static void AddOutbox(this IServiceCollection services) => services.AddSingleton<OutboxSignal>().AddSingleton<OutboxDrain>().AddHostedService<OutboxWorker>();

    /// <summary>Maps <c>/api/operations</c>.</summary>
    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/operations").WithTags("Operations");
        group.MapGet("", OpenAsync).WithSummary("Việc chưa lưu xong, kèm lý do");
        group.MapPost("/{sequence:long}/attempts", RetryAsync).WithSummary("Thử lại một việc đã dừng");
    }

    private static async Task<IResult> OpenAsync(Caller caller, Database database)
    {
        if (!caller.IsAdministrator)
        {
            return NotAllowed();
        }

        await using var connection = database.Open();
        return TypedResults.Ok(await OperationsTable.OpenAsync(connection));
    }

    private static async Task<IResult> RetryAsync(
        long sequence, Caller caller, Database database, IEnumerable<IOperationHandler> handlers, OutboxSignal signal, TimeProvider clock)
    {
        if (!caller.IsAdministrator)
        {
            return NotAllowed();
        }

        var retried = await database.WriteAsync(async transaction =>
        {
            if (await OperationsTable.FindAsync(transaction.Connection!, sequence, transaction) is not { } operation // a running transaction has its connection
                || !await OperationsTable.RetryAsync(transaction, sequence, clock.GetUtcNow()))
            {
                return false;
            }

            await handlers.Single(handler => handler.Kind == operation.Kind).RetryAsync(operation, transaction, clock.GetUtcNow());
            return true;
        });
        signal.Raise();
        return retried ? Results.Accepted() : new Problem.NotFound("Không có việc đã dừng nào mang số này.").ToHttp();
    }

    private static IResult NotAllowed() => new Problem.NotAllowed("Chỉ quản trị được xem và chạy lại việc chưa lưu được.").ToHttp();
}
