using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Registers;

/// <summary>How many rows and documents there are, and how many of the rows came late («cộng»).</summary>
internal sealed record RegisterTotals(int Rows, int Documents, int Late)
{
    /// <summary>The totals of some rows.</summary>
    public static RegisterTotals Of(IReadOnlyCollection<RegisterEntry> entries) =>
        new(entries.Count, entries.Select(entry => entry.Row.SubmissionId).Distinct(StringComparer.Ordinal).Count(), entries.Count(entry => entry.Submission.Late));
}

/// <summary>A group of rows («nhóm») with its totals over all pages.</summary>
/// <param name="Key">What its rows have in common: an organization's code, a state's code, a choice's code, <c>true</c> or <c>false</c>.</param>
/// <param name="Label">The same in Vietnamese.</param>
/// <param name="Totals">Its totals.</param>
internal sealed record RegisterGroup(string Key, string Label, RegisterTotals Totals);

/// <summary>What rows are grouped by («gộp theo»): organization, state, lateness, or a choice field of the register.</summary>
internal sealed record RegisterGrouping(Register Register, string Key, string Label)
{
    /// <summary>What the rows of a register can be grouped by.</summary>
    public static IReadOnlyList<RegisterGrouping> Of(Register register) =>
    [
        new(register, RegisterKeys.Organization, "Tổ chức"), new(register, RegisterKeys.Status, "Trạng thái"), new(register, RegisterKeys.Late, "Đúng hạn, trễ hạn"),
        .. register.Tags.Where(tag => register.Definition(tag)?.Type == FieldType.Choice).Select(tag => new RegisterGrouping(register, tag, register.LabelOf(tag))),
    ];

    /// <summary>True when rows stand in one list.</summary>
    public bool IsNone => Key.Length == 0;

    /// <summary>Reads a grouping; none when nothing is given.</summary>
    /// <returns>400 for a key the register cannot be grouped by.</returns>
    public static Result<RegisterGrouping> Read(Register register, string? key) =>
        string.IsNullOrEmpty(key) ? new RegisterGrouping(register, "", "")
        : Of(register).FirstOrDefault(grouping => grouping.Key == key) is { } found ? found
        : new Problem.Malformed($"Không gộp được theo “{key}”. Chọn một trong: {string.Join(", ", Of(register).Select(grouping => grouping.Key))}.");

    /// <summary>The group of a row.</summary>
    public string KeyOf(RegisterEntry entry) => IsNone ? "" : Key == RegisterKeys.Organization ? entry.Row.Organization : entry.Cell(Key);

    /// <summary>Orders rows so that each group stands together: organizations by name, states by the life of a document, choices as the form lists them.</summary>
    public IOrderedEnumerable<T> Apply<T>(IEnumerable<T> rows, Func<T, RegisterEntry> entry) => Key switch
    {
        RegisterKeys.Organization => rows.OrderBy(row => entry(row).OrganizationName, VietnameseComparer.Text).ThenBy(row => entry(row).Row.Organization, StringComparer.Ordinal),
        RegisterKeys.Status => rows.OrderBy(row => RegisterOrder.PlaceOf(entry(row).Submission.Status)),
        RegisterKeys.Late => rows.OrderBy(row => entry(row).Submission.Late),
        "" => rows.Order(Comparer<T>.Create((_, _) => 0)),
        _ => rows.OrderBy(row => PlaceOf(entry(row).Cell(Key))).ThenBy(row => entry(row).Cell(Key), StringComparer.Ordinal),
    };

    /// <summary>The groups of ordered rows, in their order; empty when there is no grouping.</summary>
    public IReadOnlyList<RegisterGroup> GroupsOf(IEnumerable<RegisterEntry> ordered) => IsNone ? [] :
        [.. ordered.GroupBy(KeyOf, StringComparer.Ordinal).Select(group => new RegisterGroup(group.Key, Said(group.First()), RegisterTotals.Of([.. group])))];

    private string Said(RegisterEntry entry) => Key switch
    {
        RegisterKeys.Organization => entry.OrganizationName,
        RegisterKeys.Status => AddIn.Words.State(entry.Submission.Status.Code),
        RegisterKeys.Late => entry.Submission.Late ? T("Trễ hạn") : T("Đúng hạn"),
        _ => entry.Said(Key) is { Length: > 0 } said ? said : T("Chưa chọn"),
    };

    // What is not chosen comes after everything that is.
    private int PlaceOf(string code) => Register.Definition(Key)?.Choices.Index().Where(choice => choice.Item.Code == code).Select(choice => (int?)choice.Index).FirstOrDefault() ?? int.MaxValue;
}
