using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>
/// A refusal as Graph words it: the whole vocabulary of the tenant. It is an exception because it must also
/// undo what the handler has written so far.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without a status and a code cannot be answered.")]
internal sealed class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The code inside innerError, where Graph gives one.</summary>
    public string? InnerCode { get; init; }

    /// <summary>Seconds, possibly fractional, or a date; nothing when the answer does not say.</summary>
    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    /// <summary>Set when the application's own limit is what refuses.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The message inside innerError, where Graph gives one.</summary>
    public string? InnerMessage { get; init; }

    /// <summary>Whether there is no innerError at all.</summary>
    public bool Bare { get; init; }

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public static GraphError NotFound(string message = "The resource could not be found.") => new(404, "itemNotFound", message);

    public static GraphError NameExists(string message = "Name already exists") => new(409, "nameAlreadyExists", message);

    public static GraphError Unauthenticated(string message) => new(401, "InvalidAuthenticationToken", message);

    public static GraphError StaleTag() =>
        new(412, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch") { InnerCode = "entityTagDoesNotMatch" };

    public static GraphError MalformedTag() =>
        new(400, "invalidRequest", "The entity tag is not a quoted string.") { InnerCode = "malformedEntityTag" };

    public static GraphError Modified() =>
        new(409, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch");

    public static GraphError Locked() => new(423, "locked", "The file is currently checked out or locked for editing by another user.");

    /// <summary>A call of its own is told as in the throttling guide, a step of a $batch as recorded.</summary>
    public static GraphError Throttled(GraphCall call, string? retryAfter, RateLimit? limit = null) => call.InBatch
        ? new(429, "activityLimitReached", "Application has been throttled.") { RetryAfter = retryAfter, RateLimit = limit, Bare = true }
        : new(429, "TooManyRequests", "Please retry again later.") { RetryAfter = retryAfter, RateLimit = limit, InnerCode = "429", InnerMessage = "Please retry after" };

    public static GraphError Unavailable(string? retryAfter) =>
        new(503, "serviceNotAvailable", "The service is temporarily unavailable. Please retry after a while.") { RetryAfter = retryAfter };

    public static GraphError Resync(string freshLink) =>
        new(410, "resyncChangesApplyDifferences", "The delta token is no longer valid; start again from the link in Location.") { Location = freshLink };

    public static GraphError Duplicate() =>
        Invalid("The list item could not be added or updated because duplicate values were found in one or more fields in the list.");

    public static GraphError OverThreshold() =>
        Invalid("The attempted operation is prohibited because it exceeds the list view threshold.");

    /// <summary>What the directory says to an application that may read people but not change them.</summary>
    public static GraphError Denied() => new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    /// <summary>What SharePoint says to an application whose permissions do not reach.</summary>
    public static GraphError AccessDenied() => new(403, "accessDenied", "Access denied");

    public static GraphError NotImplemented(string what) =>
        new(501, "notImplemented", $"The local tenant does not have {what}. See FIDELITY.md.");

    public JsonObject ToJson(DateTimeOffset now, string requestId, string clientRequestId)
    {
        var json = new JsonObject { ["code"] = Code, ["message"] = Message };
        if (!Bare)
        {
            json["innerError"] = Inner(now, requestId, clientRequestId);
        }
        return new() { ["error"] = json };
    }

    private JsonObject Inner(DateTimeOffset now, string requestId, string clientRequestId)
    {
        var inner = new JsonObject
        {
            ["date"] = now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = requestId,
            ["client-request-id"] = clientRequestId,
        };
        if (InnerCode is not null)
        {
            inner.Insert(0, "code", InnerCode);
        }
        if (InnerMessage is not null)
        {
            (inner["message"], inner["status"]) = (InnerMessage, InnerCode);
        }
        return inner;
    }
}
