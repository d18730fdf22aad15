using HocTap.Office.LocalTenant.Batch;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Permissions;
using HocTap.Office.LocalTenant.Throttling;

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
                var first = call.Db.Atomically(() => BatchApi.Run(call));
                return Spoilt(call, fault, fault is { Action: FaultAction.Twice } ? call.Db.Atomically(() => BatchApi.Run(call)) : first);
            }
            return AnswerOne(call, fault);
        }
    }

    private static GraphAnswer Spoilt(GraphCall call, Fault? fault, GraphAnswer answer) => fault?.Spoil(call, answer) ?? answer;

    /// <summary>A call that is no batch; the caller holds the gate.</summary>
    public static GraphAnswer AnswerOne(GraphCall call, Fault? fault)
    {
        var charge = call.Tenant.Charge(call.Caller, ResourceUnits.Of(call));
        var answer = Answer(call, fault, charge);
        return charge.Told is { } told ? answer.With(told.Headers) : answer;
    }

    private static GraphAnswer Answer(GraphCall call, Fault? fault, Charge charge)
    {
        try
        {
            if (charge.Wait is { } wait)
            {
                throw GraphError.Throttled(call, wait, charge.Told);
            }
            fault?.Refuse(call);
            Rights.Require(call);
            var answer = call.Db.Atomically(() => GraphRoutes.Handle(call));
            ODataContext.Add(call, answer);
            answer = fault?.RateLimit is { } limit ? answer.With(limit.Headers) : answer;
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
