using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Completion;

/// <summary>One organization's line of the tree: itself and all below it.</summary>
internal sealed record CompletionTotals(Organization Organization, int Depth, Counts Counts);

/// <summary>The lines of a completion tree, narrowed and ordered as the page narrows and orders them in the browser.</summary>
internal static class CompletionLines
{
    private static readonly Dictionary<string, Func<Counts, int>> Keys = new(StringComparer.Ordinal)
    {
        ["percent"] = counts => counts.Percent,
        ["required"] = counts => counts.Required,
        ["done"] = counts => counts.Done,
        ["missing"] = counts => counts.Missing,
        ["late"] = counts => counts.Late,
    };

    /// <summary>The lines in the order of the tree: those whose name holds the words, marks aside, and where something is missing when only such are asked for.</summary>
    public static IEnumerable<CompletionTotals> Of(CompletionView view, string? words = null, bool onlyMissing = false) =>
        view.Tree.TreeOrder(view.Top).Select(place => new CompletionTotals(place.Organization, place.Depth, view.Tree.Total(place.Organization)))
            .Where(line => SearchText.Fold(line.Organization.Name).Contains(SearchText.Fold(words), StringComparison.Ordinal) && (!onlyMissing || line.Counts.Missing > 0));

    /// <summary>An order by one of the counts, a leading minus for descending; the order of the tree when nothing is given, and among equal counts.</summary>
    /// <returns>400 for a count there is not.</returns>
    public static Result<Func<IEnumerable<CompletionTotals>, IEnumerable<CompletionTotals>>> Order(string? sort)
    {
        var descending = sort is ['-', ..];
        var name = descending ? sort![1..] : sort ?? ""; // the pattern matches text only
        if (name is "" or "order")
        {
            return new Func<IEnumerable<CompletionTotals>, IEnumerable<CompletionTotals>>(lines => descending ? lines.Reverse() : lines);
        }

        return Keys.TryGetValue(name, out var key)
            ? new Func<IEnumerable<CompletionTotals>, IEnumerable<CompletionTotals>>(lines =>
                descending ? lines.OrderByDescending(line => key(line.Counts)) : lines.OrderBy(line => key(line.Counts)))
            : new Problem.Malformed($"Không sắp xếp được theo “{name}”. Chọn một trong: order, {string.Join(", ", Keys.Keys)}.");
    }
}
