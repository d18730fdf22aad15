using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>A refusal as SharePoint REST words it: an HRESULT, the name of a .NET exception, and a status that often surprises.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without a status and a code cannot be answered.")]
internal sealed class RestError(int status, long result, string exception, string message) : Exception(message)
{
    private const string Client = "Microsoft.SharePoint.Client.";

    private const string Server = "Microsoft.SharePoint.SPException";

    public int Status { get; } = status;

    public string Code { get; } = string.Create(null, $"{result}, {exception}");

    /// <summary>The Retry-After header as it is sent, when the caller is to come back later.</summary>
    public string? RetryAfter { get; init; }

    public static RestError ListMissing(string title, string url) =>
        new(404, -1, "System.ArgumentException", $"List '{title}' does not exist at site with URL '{url}'.");

    public static RestError ListIdMissing() =>
        new(404, -2130575322, Server, "List does not exist.\n\nThe page you selected contains a list that does not exist.  It may have been deleted by another user.");

    public static RestError FieldMissing(string name) =>
        new(400, -2147024809, "System.ArgumentException", $"Column '{name}' does not exist. It may have been deleted by another user.");

    public static RestError ViewMissing() => new(404, -2147024809, "System.ArgumentException", "The specified view is invalid.");

    public static RestError ItemMissing() =>
        new(404, -2130575338, "System.ArgumentException", "Item does not exist. It may have been deleted by another user.");

    public static RestError UserMissing(string name) => new(400, -2146232832, Server, $"The specified user {name} could not be found.");

    public static RestError TitleTaken() => new(
        500, -2130575342, Server, "A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.");

    public static RestError FieldTaken(string name) => new(
        500, -2130575257, Server, $"A duplicate field name \"{name}\" was found.");

    public static RestError Duplicate() => new(
        500, -2130575169, Server, GraphError.Duplicate().Message);

    public static RestError OverThreshold() => new(
        500, -2147024860, "Microsoft.SharePoint.SPQueryThrottledException", "The attempted operation is prohibited because it exceeds the list view threshold.");

    public static RestError StaleTag(string sent, string present) => new(
        412, -1, Client + "ClientServiceException", $"The request ETag value '{sent}' does not match the object's ETag value '{present}'.");

    public static RestError PropertyUnknown(string name, string type) => new(
        400, -1, Client + "InvalidClientQueryException",
        $"The property '{name}' does not exist on type '{type}'. Make sure to only use property names that are defined by the type.");

    public static RestError FieldUnknown(string name) => new(
        400, -1, Client + "InvalidClientQueryException", $"The field or property '{name}' does not exist.");

    public static RestError Malformed(string message) => new(400, -1, Client + "InvalidClientQueryException", message);

    public static RestError Invalid(string message) => new(400, -2147024809, "System.ArgumentException", message);

    public static RestError NotImplemented(string what) =>
        new(501, -2147467263, "System.NotImplementedException", $"The local tenant does not have {what}. See FIDELITY.md.");

    /// <summary>What the parts shared with Graph refuse, in the words of REST.</summary>
    public static RestError Of(GraphError error) => error switch
    {
        _ when error.Message == GraphError.Duplicate().Message => Duplicate(),
        _ when error.Message == GraphError.OverThreshold().Message => OverThreshold(),
        { Status: 400 } => Invalid(error.Message),
        { Status: 401 } => new(401, -2147024891, "System.UnauthorizedAccessException", error.Message),
        { Status: 403 } => new(403, -2147024891, "System.UnauthorizedAccessException", "Access denied. You do not have permission to perform this action or access this resource."),
        { Status: 404 } => ItemMissing(),
        { Status: 409 } => new(409, -2130575305, Server, "Save Conflict.\n\nYour changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes."),
        { Status: 423 } => new(423, -2147018894, "Microsoft.SharePoint.SPFileLockException", error.Message),
        { Status: 501 } => new(501, -2147467263, "System.NotImplementedException", error.Message),
        _ => new(error.Status, -1, Server, error.Message) { RetryAfter = error.RetryAfter },
    };

    /// <summary>The body; only <c>odata=verbose</c> names it without the prefix.</summary>
    public JsonObject ToJson(bool verbose) => new()
    {
        [verbose ? "error" : "odata.error"] = new JsonObject
        {
            ["code"] = Code,
            ["message"] = new JsonObject { ["lang"] = "en-US", ["value"] = Message },
        },
    };
}
