namespace HocTap.Office.Tests.Service.Faults;

/// <summary>One thing the gateway does, how to do it on something new each time, and how to see that it was done right.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">The calls a fault is to meet.</param>
/// <param name="Kind">What kind of call that is.</param>
/// <param name="PrepareAsync">Makes what the operation needs, with nothing going wrong.</param>
/// <param name="RunAsync">Does it; may be done again, as the outbox does, when it was refused for now.</param>
/// <param name="CheckAsync">Fails when the result is wrong, lost, or there twice.</param>
internal sealed record GatewayOperation(
    string Name, string Path, CallKind Kind, Func<FaultySite, string, CancellationToken, Task> PrepareAsync, Func<FaultySite, string, CancellationToken, Task> RunAsync,
    Func<FaultySite, string, CancellationToken, Task> CheckAsync)
{
    /// <summary>True when a fault can meet it.</summary>
    public bool Meets(GatewayFault fault) => fault.Name switch
    {
        "410" => Kind == CallKind.Delta,
        "empty page" or "items repeated" => Kind is CallKind.Page or CallKind.Delta,
        _ => Kind != CallKind.Step || fault.InSteps,
    };
}

/// <summary>What kind of call an operation makes.</summary>
internal enum CallKind
{
    Single,
    Page,
    Delta,
    Batch,
    Step,
}
