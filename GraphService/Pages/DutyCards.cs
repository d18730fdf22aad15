using HocTap.Office.AddIn.Pane;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Says the caller's duties as cards.</summary>
internal static class DutyCards
{
    /// <summary>The duties in every campaign that takes filings: what is still to be done first, the newest campaign first.</summary>
    public static async Task<DutiesModel> OfAsync(Caller caller, Database database, DateTimeOffset now) =>
        new() { FullName = caller.Person.FullName, Duties = await CardsAsync(caller, database, now, _ => false) };

    /// <summary>The same with what the pane can do beside: taking documents back, and the tools of a clerk.</summary>
    public static async Task<DutiesModel> InPaneAsync(Caller caller, Database database, DateTimeOffset now) => new()
    {
        FullName = caller.Person.FullName,
        Duties = await CardsAsync(caller, database, now, state => MayWithdraw(state, caller, now)),
        Clerk = ClerkPages.Tools(caller, now),
    };

    /// <summary>True when the caller may take the current document of a duty back now: before review, while the campaign takes filings, and only what they can see.</summary>
    public static bool MayWithdraw(DutyState state, Caller caller, DateTimeOffset now) =>
        state.Current is { } current && current.Status.IsBeforeReview && state.Duty.Campaign.TakesFilingsAt(now) && caller.MayWithdraw(current) && caller.MayRead(current);

    /// <summary>Days from today in Vietnam to a day; negative after it.</summary>
    public static int DaysLeft(DateOnly deadline, DateTimeOffset now) => deadline.DayNumber - VietnamTime.DayOf(now).DayNumber;

    private static async Task<IReadOnlyList<DutyCard>> CardsAsync(Caller caller, Database database, DateTimeOffset now, Func<DutyState, bool> mayWithdraw)
    {
        var states = (await MyDuties.OfAsync(caller, database, now))
            .OrderBy(state => state.IsDone).ThenByDescending(state => state.Duty.Campaign.Year).ThenByDescending(state => state.Duty.IsRequired)
            .ThenByDescending(state => state.Duty.Person is not null).ThenBy(state => state.Duty.Form.Value, StringComparer.Ordinal);
        var cards = new List<DutyCard>();
        await using var connection = database.Open();
        foreach (var state in states)
        {
            var reviews = state.Current is { } current ? await ReviewsTable.OfSubmissionAsync(connection, current.Id) : [];
            cards.Add(Card(state, reviews.LastOrDefault(review => review.RowId is null)?.Comment ?? "", caller, now) with { CanWithdraw = mayWithdraw(state) });
        }

        return cards;
    }

    private static DutyCard Card(DutyState state, string comment, Caller caller, DateTimeOffset now)
    {
        var (duty, form) = (state.Duty, FormCatalog.Find(state.Duty.Form));
        return new DutyCard
        {
            Form = duty.Form,
            FormTitle = form?.ShortTitle ?? duty.Form.Value,
            Available = form is not null,
            Campaign = duty.Campaign.Code,
            Year = duty.Campaign.Year,
            Organization = duty.Organization.Code,
            OrganizationName = duty.Organization.Name,
            Person = duty.Person?.Code,
            OnBehalfOf = duty.Person is { } person && person.Code != caller.Person.Code ? person.FullName : null,
            Obligation = Enum.Parse<AddIn.Pane.Obligation>(duty.Obligation.ToString()),
            Basis = duty.Basis == "none" ? "" : duty.Basis,
            Deadline = duty.Campaign.Deadline,
            DaysLeft = DaysLeft(duty.Campaign.Deadline, now),
            State = state.State,
            Late = state.IsLate,
            Open = duty.Campaign.TakesFilingsAt(now),
            Submission = state.Current is { } current ? Guid.Parse(current.Id.ToString()) : null,
            Revision = state.Current?.Revision ?? 0,
            Version = state.Current?.Version ?? 0,
            Comment = state.Current?.Status == SubmissionStatus.Returned ? comment : "",
            SecondCopyTo = duty.Copies > 1 ? duty.ManagingCommittee?.Name ?? T("cấp ủy cấp trên ngoài thành phố") : null,
        };
    }
}
