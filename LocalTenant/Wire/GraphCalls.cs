using HocTap.Office.LocalTenant.Batch;
using HocTap.Office.LocalTenant.Faults;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Answers one call: charged, played its fault, undone as a whole when refused.</summary>
internal static class GraphCalls
{
    public static GraphAnswer Answer(GraphCall call, Fault? fault)
    {
        lock (call.Db.Gate)
        {
            if (call is { Method: "POST", Path.Segments: ["$batch"] })
            {
                fault?.Refuse(call);
                return Spoilt(call, fault, call.Db.Atomically(() => BatchApi.Run(call)));
            }
            return AnswerOne(call, fault);
        }
    }

    private static GraphAnswer Spoilt(GraphCall call, Fault? fault, GraphAnswer answer) => fault?.Spoil(call, answer) ?? answer;

    /// <summary>A call that is no batch; the caller holds the gate.</summary>
    public static GraphAnswer AnswerOne(GraphCall call, Fault? fault)
    {
        call.Tenant.Charge(ResourceUnits.Of(call));
        try
        {
            fault?.Refuse(call);
            var answer = call.Db.Atomically(() => GraphRoutes.Handle(call));
            return Spoilt(call, fault, fault is { Action: FaultAction.Twice } ? AnswerOne(call, null) : answer);
        }
        catch (GraphError error)
        {
            return GraphAnswer.Refused(error, call);
        }
        catch (Exception shape) when (shape is InvalidOperationException or FormatException)
        {
            // JSON of another shape than asked for: a text where an object belongs, a number that is no number.
            return GraphAnswer.Refused(GraphError.Invalid(shape.Message), call);
        }
    }
}
