using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Confirms the second copy of a leader's plan («bản thứ hai gửi cấp ủy cấp trên», guideline 2.2b, third dash).</summary>
internal sealed class Receiving(Changing changing)
{
    /// <summary>The word of the audit log.</summary>
    public const string Action = "copyReceived";

    /// <summary>Confirms the copy at the version the caller saw.</summary>
    /// <returns>The submission with the time of receipt. 403 when the caller is not of the managing committee, 409.3 when there is nothing to confirm, 412 when it changed.</returns>
    public async Task<Result<Submission>> ConfirmAsync(Caller caller, Submission seen, string ifMatch) => caller.MayConfirmCopy(seen)
        ? await changing.ChangeAsync(caller, seen.Id, ifMatch, (_, submission, now) => Task.FromResult(Decide(submission, now)))
        : new Problem.NotAllowed("Chỉ người xem xét của cấp ủy nhận bản thứ hai được xác nhận; bản gửi ra ngoài thành phố do quản trị ghi nhận.");

    private static Result<Change> Decide(Submission submission, DateTimeOffset now) => submission switch
    {
        { ManagingReceivedAt: not null } => new Problem.WrongState("Bản thứ hai đã được xác nhận."),
        { Status.IsDone: false } => new Problem.WrongState($"Hồ sơ đang ở trạng thái «{submission.Status.Label}», chưa có bản nào để nhận."),
        _ => new Change([submission with { ManagingReceivedAt = now, Version = submission.Version + 1 }], Action),
    };
}
