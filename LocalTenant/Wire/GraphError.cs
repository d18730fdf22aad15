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

    public static GraphError Throttled(string? retryAfter) =>
        new(429, "activityLimitReached", "Application has been throttled.") { RetryAfter = retryAfter, InnerCode = "throttledRequest" };

    public static GraphError Unavailable(string? retryAfter) =>
        new(503, "serviceNotAvailable", "The service is temporarily unavailable. Please retry after a while.") { RetryAfter = retryAfter };

    public static GraphError Resync(string freshLink) =>
        new(410, "resyncChangesApplyDifferences", "The delta token is no longer valid; start again from the link in Location.") { Location = freshLink };

    public static GraphError Duplicate() =>
        Invalid("The list item could not be added or updated because duplicate values were found in one or more fields in the list.");

    public static GraphError OverThreshold() =>
        Invalid("The attempted operation is prohibited because it exceeds the list view threshold.");

    public static GraphError NotImplemented(string what) =>
        new(501, "notImplemented", $"The local tenant does not have {what}. See FIDELITY.md.");

    public JsonObject ToJson(DateTimeOffset now, string requestId, string clientRequestId)
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
        return new() { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message, ["innerError"] = inner } };
    }
}
