using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Duties;

/// <summary>A duty and what became of it («tình trạng»), as of an instant.</summary>
/// <param name="Directory">The directory it was judged with.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Current">The document that stands for it; null when there is none.</param>
/// <param name="State"><c>none</c>, or the code of the document's state.</param>
/// <param name="IsLate">True when it was first received after the deadline, or is still missing after it.</param>
internal sealed record DutyState(OfficeDirectory Directory, Duty Duty, Submission? Current, string State, bool IsLate)
{
    private const string None = "none";

    /// <summary>True when the document that stands for the duty fulfils it.</summary>
    public bool IsDone => Current?.Status.IsDone == true;

    /// <summary>True when the duty is owed and not fulfilled.</summary>
    public bool IsMissing => Duty.IsRequired && !IsDone;

    /// <summary>Judges a duty by the revisions filed for it.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="revisions">Every document of the duty, in any order.</param>
    /// <param name="at">The instant that decides whether what is missing is late.</param>
    public static DutyState Of(OfficeDirectory directory, Duty duty, IEnumerable<Submission> revisions, DateTimeOffset at)
    {
        var newestFirst = revisions.OrderByDescending(revision => revision.Revision).ToList();
        var current = newestFirst.FirstOrDefault(revision => revision.Status.IsCurrent);
        var state = current?.Status.Code ?? newestFirst.FirstOrDefault()?.Status.Code ?? None;
        var missingLate = duty.IsRequired && current?.Status.IsDone != true && duty.Campaign.IsLateAt(at);
        return new DutyState(directory, duty, current, state, current?.Late == true || missingLate);
    }
}
