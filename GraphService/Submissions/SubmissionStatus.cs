namespace HocTap.Office.GraphService.Submissions;

/// <summary>The state of a submission («trạng thái hồ sơ»): our code, and the label people see in SharePoint and on pages.</summary>
/// <remarks>The one place where codes and labels meet (contracts, section 2).</remarks>
internal sealed record SubmissionStatus
{
    private SubmissionStatus(string code, string label) => (Code, Label) = (code, label);

    /// <summary>Accepted by the service and on its way to SharePoint.</summary>
    public static SubmissionStatus Received { get; } = new("received", "đã tiếp nhận");

    /// <summary>Stored in SharePoint.</summary>
    public static SubmissionStatus Submitted { get; } = new("submitted", "đã nộp");

    /// <summary>Confirmed by a reviewer.</summary>
    public static SubmissionStatus Accepted { get; } = new("accepted", "đã xác nhận");

    /// <summary>Sent back by a reviewer with a comment.</summary>
    public static SubmissionStatus Returned { get; } = new("returned", "trả lại");

    /// <summary>Evaluated at the end of the year.</summary>
    public static SubmissionStatus Evaluated { get; } = new("evaluated", "đã đánh giá");

    /// <summary>Taken back by its author before review.</summary>
    public static SubmissionStatus Withdrawn { get; } = new("withdrawn", "đã rút");

    /// <summary>Could not be stored after retries.</summary>
    public static SubmissionStatus Parked { get; } = new("parked", "chưa lưu được");

    /// <summary>Replaced by a later revision.</summary>
    public static SubmissionStatus Superseded { get; } = new("superseded", "đã thay thế");

    /// <summary>All states.</summary>
    public static IReadOnlyList<SubmissionStatus> All { get; } = [Received, Submitted, Accepted, Returned, Evaluated, Withdrawn, Parked, Superseded];

    /// <summary>All labels, in the same order.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. All.Select(status => status.Label)];

    /// <summary>The code on the wire.</summary>
    public string Code { get; }

    /// <summary>The Vietnamese label.</summary>
    public string Label { get; }

    /// <summary>True when a document in this state fulfils its duty (contracts, section 3).</summary>
    public bool IsDone => this == Received || this == Submitted || this == Accepted || this == Evaluated;

    /// <summary>True when a document in this state still stands for its duty.</summary>
    public bool IsCurrent => this != Superseded && this != Withdrawn;

    /// <summary>True while nobody has decided on the document yet, so that it may be withdrawn.</summary>
    public bool IsBeforeReview => this == Received || this == Submitted;

    /// <summary>The state of a code.</summary>
    /// <exception cref="FormatException">There is no such state.</exception>
    public static SubmissionStatus Parse(string code) => Find(code) ?? throw new FormatException($"'{code}' is not a submission state.");

    /// <summary>The state of a code; null when there is none.</summary>
    public static SubmissionStatus? Find(string? code) => All.FirstOrDefault(status => status.Code == code);

    /// <summary>The state of a label; null when somebody typed another one into SharePoint.</summary>
    public static SubmissionStatus? FindLabel(string? label) => All.FirstOrDefault(status => status.Label == label);
}
