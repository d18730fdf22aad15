using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Completion of a campaign as of an instant («tình hình hoàn thành»): every duty judged once, counted per organization and summed up the tree.</summary>
internal sealed class CompletionTree
{
    private readonly OfficeDirectory directory;
    private readonly Dictionary<string, IReadOnlyList<DutyState>> states;
    private readonly Dictionary<string, Counts> own;
    private readonly Dictionary<string, Counts> totals = new(StringComparer.Ordinal);

    /// <summary>Judges every duty.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="submissions">The campaign's documents, as they stood at the instant.</param>
    /// <param name="at">The instant.</param>
    public CompletionTree(OfficeDirectory directory, Campaign campaign, IEnumerable<Submission> submissions, DateTimeOffset at)
    {
        this.directory = directory;
        (Campaign, At) = (campaign, at);
        var byDuty = submissions.ToLookup(submission => submission.Duty);
        states = directory.Organizations.ToDictionary(
            organization => organization.Code,
            organization => (IReadOnlyList<DutyState>)[.. DutyRoll.Of(directory, campaign, organization).Select(duty => DutyState.Of(directory, duty, byDuty[duty.Key], at))],
            StringComparer.Ordinal);
        own = states.ToDictionary(organization => organization.Key, organization => CountOf(organization.Value), StringComparer.Ordinal);
    }

    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; }

    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The counts of an organization itself.</summary>
    public Counts Own(Organization organization) => own[organization.Code];

    /// <summary>The counts of an organization and all below it.</summary>
    public Counts Total(Organization organization)
    {
        if (!totals.TryGetValue(organization.Code, out var total))
        {
            totals[organization.Code] = Own(organization); // guards against a loop in natively edited data
            total = directory.Children[organization.Code].Aggregate(Own(organization), (sum, child) => sum.Plus(Total(child)));
            totals[organization.Code] = total;
        }

        return total;
    }

    /// <summary>The duties of an organization itself.</summary>
    public IReadOnlyList<DutyState> States(Organization organization) => states[organization.Code];

    /// <summary>An organization and all below it, each before those below it, with its depth.</summary>
    public IEnumerable<(Organization Organization, int Depth)> TreeOrder(Organization top) => directory.TreeOrder(top);

    private static Counts CountOf(IReadOnlyList<DutyState> states)
    {
        var forms = new Dictionary<string, FormCounts>(Counts.None.Forms, StringComparer.Ordinal);
        foreach (var form in states.GroupBy(state => state.Duty.Form.Value))
        {
            forms[form.Key] = FormOf([.. form]);
        }

        return new Counts(forms, CopiesOf(states));
    }

    private static FormCounts FormOf(IReadOnlyList<DutyState> states)
    {
        var (required, voluntary) = (states.Where(state => state.Duty.IsRequired).ToList(), states.Where(state => !state.Duty.IsRequired).ToList());
        return new FormCounts(
            Required: required.Count,
            Done: required.Count(state => state.IsDone),
            Missing: required.Count(state => state.IsMissing),
            Late: required.Count(state => state.IsLate),
            Exempt: voluntary.Count(state => state.Duty.Obligation == Obligation.Exempt),
            Voluntary: voluntary.Count(state => state.Duty.Obligation == Obligation.Voluntary),
            VoluntaryDone: voluntary.Count(state => state.IsDone));
    }

    private static CopyCounts CopiesOf(IReadOnlyList<DutyState> states)
    {
        var due = states.Where(state => state.Duty.Copies > 1).ToList();
        return new CopyCounts(due.Count, due.Count(state => state.Current?.ManagingReceivedAt is not null));
    }
}
