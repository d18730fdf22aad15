using HocTap.Office.AddIn.Completion;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.Submissions;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Says the names behind the counts of an organization.</summary>
internal static class CompletionDrillDown
{
    /// <summary>The drill-down of a view's top.</summary>
    public static DrillDownModel Of(CompletionView view, Caller caller)
    {
        var names = new CompletionNames(view.Tree, view.Top);
        return new DrillDownModel
        {
            Campaign = view.Tree.Campaign.Code,
            AsOfDay = view.AsOf.Day,
            Line = CompletionPages.Line(new CompletionTotals(view.Top, 0, view.Tree.Total(view.Top))),
            Missing = Lines(names.Missing, caller),
            Done = Lines(names.Done, caller),
            Exempt = Lines(names.Exempt, caller),
            Voluntary = Lines(names.Voluntary, caller),
            Copies = [.. names.Copies.Select(state => new CopyLine(
                Line(state, caller), state.Duty.ManagingCommittee?.Name ?? T("cấp ủy cấp trên ngoài thành phố"), state.Current?.ManagingReceivedAt))],
        };
    }

    private static IReadOnlyList<DutyLine> Lines(IEnumerable<DutyState> states, Caller caller) => [.. states.Select(state => Line(state, caller))];

    private static DutyLine Line(DutyState state, Caller caller) => new(
        state.Duty.Form, state.Duty.Person?.FullName ?? state.Duty.Organization.Name, state.Duty.Person?.Position ?? "", state.Duty.Organization.Name,
        state.State, state.IsDone, state.IsLate, DutyWords.Clause(state.Duty), DutyWords.Why(state.Duty), state.Current is { } current && caller.MayRead(current) ? DocumentPath(current) : null);

    // The register of the form, with the document's detail opened over it.
    private static string? DocumentPath(Submission submission) =>
        Register.All.FirstOrDefault(register => register.Form == submission.Duty.Form) is { } register
            ? $"/registers?register={register.Name}&campaign={Uri.EscapeDataString(submission.Duty.Campaign)}&submission={submission.Id}"
            : null;
}
