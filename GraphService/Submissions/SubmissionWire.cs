using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Submissions in the words of the wire.</summary>
internal static class SubmissionWire
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A submission by itself.</summary>
    public static SubmissionSummary Summary(Submission submission, OfficeDirectory directory) => new(
        submission.Id.ToString(), submission.Duty.Campaign, submission.Duty.Form, submission.Duty.Organization, directory.Organization(submission.Duty.Organization)?.Name ?? "",
        submission.Duty.Person, submission.PersonName, submission.Status.Code, submission.Revision, submission.Version, VietnamTime.Wire(submission.ReceivedAt),
        submission.SubmittedBy, submission.Late, submission.FileName, submission.ManagingOrganization,
        submission.ManagingReceivedAt is { } at ? VietnamTime.Wire(at) : null, submission.ChangedByHand?.Code);

    /// <summary>A submission with its life: everything of the summary, and <c>history</c>.</summary>
    public static JsonObject WithHistory(Submission submission, OfficeDirectory directory, object history)
    {
        var json = JsonSerializer.SerializeToNode(Summary(submission, directory), Json)!.AsObject(); // a record is never null
        json["history"] = JsonSerializer.SerializeToNode(history, Json);
        return json;
    }

    /// <summary>A review.</summary>
    public static object Of(Review review) => new
    {
        id = review.Id,
        rowId = review.RowId,
        decision = review.Decision.Code,
        comment = review.Comment,
        reviewedBy = review.ReviewedBy,
        reviewedAt = VietnamTime.Wire(review.ReviewedAt),
    };

    /// <summary>A line of history.</summary>
    public static object Of(AuditEntry entry) => new { at = entry.At, person = entry.Person, action = entry.Action, detail = entry.Detail };
}

/// <summary>A submission by itself on the wire.</summary>
internal sealed record SubmissionSummary(
    string Id, string Campaign, string Form, string Organization, string OrganizationName, string? Person, string PersonName, string Status, int Revision, int Version,
    string ReceivedAt, string SubmittedBy, bool Late, string FileName, string? ManagingOrganization, string? ManagingReceivedAt,
    string? ChangedByHand);
