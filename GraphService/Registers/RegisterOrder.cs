using System.Globalization;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Registers;

/// <summary>The order of rows («sắp xếp»): one key, a leading minus for descending; people by given name, everything else by the Vietnamese alphabet.</summary>
internal sealed record RegisterOrder(Register Register, string Key, bool Descending)
{
    private static readonly IReadOnlyDictionary<string, int> StatusPlaces = SubmissionStatus.All.Index().ToDictionary(status => status.Item.Code, status => status.Index, StringComparer.Ordinal);

    /// <summary>Reads a sort; by organization when none is given.</summary>
    /// <returns>400 for a key the register does not have.</returns>
    public static Result<RegisterOrder> Read(Register register, string? sort)
    {
        var descending = sort is ['-', ..];
        var key = string.IsNullOrEmpty(sort) ? RegisterKeys.Organization : descending ? sort[1..] : sort;
        return RegisterKeys.All.Contains(key) || register.Tags.Contains(key)
            ? new RegisterOrder(register, key, descending)
            : new Problem.Malformed($"Không sắp xếp được theo “{key}”. Chọn một trong: {string.Join(", ", RegisterKeys.All.Concat(register.Tags))} (thêm dấu - ở trước để đảo chiều).");
    }

    /// <summary>Orders rows further; equal ones keep the order of organization, person and row.</summary>
    public IOrderedEnumerable<T> Apply<T>(IOrderedEnumerable<T> rows, Func<T, RegisterEntry> entry)
    {
        IComparer<string> comparer = Key == RegisterKeys.PersonName ? VietnameseComparer.People : VietnameseComparer.Text;
        var ordered = Descending ? rows.ThenByDescending(row => Value(entry(row)), comparer) : rows.ThenBy(row => Value(entry(row)), comparer);
        return ordered.ThenBy(row => entry(row).OrganizationName, VietnameseComparer.Text).ThenBy(row => entry(row).Row.PersonName, VietnameseComparer.People)
            .ThenBy(row => entry(row).Row.Number).ThenBy(row => entry(row).Row.RowId, StringComparer.Ordinal);
    }

    /// <summary>The place of a state in the life of a document.</summary>
    public static int PlaceOf(SubmissionStatus status) => StatusPlaces[status.Code];

    private string Value(RegisterEntry entry) => Key switch
    {
        RegisterKeys.Status => PlaceOf(entry.Submission.Status).ToString("D2", CultureInfo.InvariantCulture),
        _ when Register.Tags.Contains(Key) => entry.Said(Key),
        _ => entry.Cell(Key),
    };
}
