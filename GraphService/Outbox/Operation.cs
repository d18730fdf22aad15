using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Accepted work on its way to SharePoint («việc chờ lưu»), kept until it is done or parked.</summary>
/// <param name="Sequence">The order of acceptance.</param>
/// <param name="Kind">Which handler carries it out.</param>
/// <param name="Lane">Operations of one lane, a duty's, are carried out one after the other.</param>
/// <param name="SubmissionId">The submission it is about.</param>
/// <param name="Payload">The rest, as its handler wrote it.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record Operation(long Sequence, string Kind, string Lane, SubmissionId SubmissionId, string Payload, int Attempts);
