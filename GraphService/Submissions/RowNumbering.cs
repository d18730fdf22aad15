using HocTap.Office.GraphService.Registers;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>
/// Gives every row of a document its lasting id («mã dòng»): the one it carries when that belongs to the duty, else a new one. Only a document that carries no id at all,
/// because it was made anew, continues the earlier rows place by place. Earlier rows that the document no longer has come back as not current.
/// </summary>
internal sealed class RowNumbering(FormDocument document, Submission submission, IReadOnlyList<RegisterRow> earlier)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The rows the document puts into registers, and those it takes out of force.</summary>
    public IReadOnlyList<RegisterRow> Rows(DateTimeOffset now) =>
        [.. Register.All.Where(register => register.Form == submission.Duty.Form).SelectMany(register => Of(register, now))];

    /// <summary>The values with the lasting ids in their rows.</summary>
    public static FormValues WithIds(FormValues values, IReadOnlyList<RegisterRow> numbered) => values with
    {
        Rows = values.Rows.ToDictionary(rows => rows.Key, rows => WithIds(rows.Key, rows.Value, numbered), StringComparer.Ordinal),
    };

    private static IReadOnlyList<FormRow> WithIds(string tag, IReadOnlyList<FormRow> rows, IReadOnlyList<RegisterRow> numbered)
    {
        var ids = numbered.Where(row => row.IsCurrent && Register.Find(row.Register)?.RowsTag == tag).ToDictionary(row => row.Number, row => row.RowId);
        return [.. rows.Select((row, index) => row with { RowId = ids.GetValueOrDefault(index + 1, row.RowId ?? "") })];
    }

    private List<RegisterRow> Of(Register register, DateTimeOffset now)
    {
        var before = earlier.Where(row => row.Register == register.Name).ToList();
        var rows = register.RowsTag is { } tag ? FromRows(register, tag, before, now) : [FromDocument(register)];
        rows.AddRange(before.Where(row => row.IsCurrent && !rows.Any(present => present.RowId == row.RowId)).Select(row => row with { IsCurrent = false }));
        return rows;
    }

    // The document itself is the row, and its id is the duty's: there is one for life.
    private RegisterRow FromDocument(Register register) => Row(register, submission.Duty.ToString(), 1, register.Tags.ToDictionary(field => field, field => document.Values[field]));

    private List<RegisterRow> FromRows(Register register, string tag, List<RegisterRow> before, DateTimeOffset now)
    {
        var rows = document.Values.RowsOf(tag);
        var carried = rows.Select(row => row.RowId is { } id && before.Any(known => known.RowId == id) && taken.Add(id) ? id : null).ToList();
        var carriesIds = carried.Exists(id => id is not null);
        return [.. rows.Select((row, index) => Row(
            register, carried[index] ?? (carriesIds ? null : AtPlace(before, index + 1)) ?? Guid.CreateVersion7(now).ToString(), index + 1, register.Tags.ToDictionary(field => field, field => row[field])))];
    }

    private string? AtPlace(List<RegisterRow> before, int number) =>
        before.FirstOrDefault(row => row.IsCurrent && row.Number == number && taken.Add(row.RowId))?.RowId;

    private RegisterRow Row(Register register, string id, int number, Dictionary<string, string> fields) => new(
        register.Name, id, submission.Id.ToString(), submission.Duty.Campaign, submission.Duty.Organization, submission.Duty.Person, submission.PersonName, number, true, fields);
}
