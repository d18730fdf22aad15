using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>Answers one REST call: charged, played its fault, undone as a whole when refused.</summary>
internal static class RestCalls
{
    // SharePoint publishes no price for REST, only that it costs more than the same call of Graph.
    private const int Units = 5;

    /// <summary>The answer, dressed; a call with no acceptable format is refused in the plainest one.</summary>
    public static RestReply Answer(GraphCall call, Fault? fault)
    {
        var format = RestFormat.None;
        try
        {
            format = RestFormats.Of(call.Header("Accept"));
            lock (call.Db.Gate)
            {
                var charge = call.Tenant.Charge(call.Caller, Units);
                if (charge.Wait is { } wait)
                {
                    throw GraphError.Throttled(call, wait, charge.Told);
                }
                fault?.Refuse(call);
                return call.Db.Atomically(() => Reply(call, format));
            }
        }
        catch (GraphError error)
        {
            return Refused(RestError.Of(error), format);
        }
        catch (RestError error)
        {
            return Refused(error, format);
        }
        catch (Exception shape) when (shape is InvalidOperationException or FormatException)
        {
            // JSON of another shape than asked for: a text where an object belongs, a number that is no number.
            return Refused(RestError.Malformed(shape.Message), format);
        }
    }

    // Written inside the transaction: what is joined is read while it is written.
    private static RestReply Reply(GraphCall call, RestFormat format)
    {
        var rest = new RestCall(call, RestPath.Parse(call.Path.Text["/_api/".Length..], call.Query));
        RestRights.Require(rest);
        var answer = RestRoutes.Handle(rest);
        var body = answer.Body is null ? null : new RestWriter(format, rest.WebUrl, rest.Shape).Write(answer.Body);
        return new(answer.Status, body, answer.Headers(), RestFormats.ContentType(format));
    }

    private static RestReply Refused(RestError error, RestFormat format) => new(
        error.Status,
        error.ToJson(format == RestFormat.Verbose),
        new RestAnswer(error.Status) { RetryAfter = error.RetryAfter }.Headers(),
        RestFormats.ContentType(format));
}

/// <summary>A dressed answer, ready for a connection or a part of a batch.</summary>
internal sealed record RestReply(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, string ContentType);
