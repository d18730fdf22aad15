using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Completion to the name («danh sách chi tiết»): the duties behind each count of an organization and all below it, so that the lengths are the counts.</summary>
/// <remarks>In the order of the tree, then by form, then by the given name of the person.</remarks>
internal sealed class CompletionNames
{
    private readonly IReadOnlyList<DutyState> all;

    /// <summary>The names behind the counts of a tree.</summary>
    public CompletionNames(CompletionTree tree, Organization top) =>
        all = [.. tree.TreeOrder(top).SelectMany(place => tree.States(place.Organization)
            .OrderBy(state => state.Duty.Form.Value, StringComparer.Ordinal).ThenBy(state => state.Duty.Person?.FullName ?? "", VietnameseComparer.People))];

    /// <summary>What is owed and not there.</summary>
    public IEnumerable<DutyState> Missing => all.Where(state => state.IsMissing);

    /// <summary>What is owed and there.</summary>
    public IEnumerable<DutyState> Done => all.Where(state => state.Duty.IsRequired && state.IsDone);

    /// <summary>Members of residential cells without a duty (B3), whether they filed all the same or not.</summary>
    public IEnumerable<DutyState> Exempt => all.Where(state => state.Duty.Obligation == Obligation.Exempt);

    /// <summary>Everybody else without a duty (B6), and organization forms with a minimum of 0.</summary>
    public IEnumerable<DutyState> Voluntary => all.Where(state => state.Duty.Obligation == Obligation.Voluntary);

    /// <summary>The leaders whose second copy goes to a managing committee.</summary>
    public IEnumerable<DutyState> Copies => all.Where(state => state.Duty.Copies > 1);
}
