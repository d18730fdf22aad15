using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Compares every current document in the library with the rows of the site that were made of it («chỗ lệch giữa văn bản và danh sách»).</summary>
internal sealed class StoredDrift(LibraryFiles files, OfficeDirectory directory, bool withLayout)
{
    /// <summary>The differences, one Vietnamese sentence each; documents in the order of the library.</summary>
    /// <param name="library">The items of the library.</param>
    /// <param name="rows">The rows in force, each with its register, by the id of their submission.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    public async IAsyncEnumerable<string> FindAsync(
        IEnumerable<SiteItem> library, ILookup<string, (Register Register, SiteItem Item)> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in library.Where(item => SubmissionStatus.FindLabel(item.Fields.Text("Status")) is { IsCurrent: true } status && status != SubmissionStatus.Received))
        {
            var (id, file) = (item.Fields.Text("SubmissionId"), item.Fields.Text("FileLeafRef"));
            var bytes = await files.ReadAsync($"{item.Fields.Text("Campaign")}/{item.Fields.Text("Organization")}/{file}", cancellationToken);
            foreach (var sentence in bytes is null ? ["không còn văn bản trong thư viện."] : Compare(item, bytes, [.. rows[id]]))
            {
                yield return $"Hồ sơ {id} ({file}): {sentence}";
            }
        }
    }

    private IEnumerable<string> Compare(SiteItem item, byte[] bytes, IReadOnlyList<(Register Register, SiteItem Item)> rows)
    {
        if (!Docx.Read(bytes).TryGet(out var document, out var problem))
        {
            return [problem.Detail];
        }

        var registers = Register.All.Where(register => register.Form == document.Form.Code.Value).ToList();
        var kept = registers.SelectMany(register => register.RowsTag is { } tag ? register.Tags.Append(tag) : register.Tags).ToHashSet(StringComparer.Ordinal);
        using var stream = new MemoryStream(bytes, writable: false);
        return FormDrift.Between(stream, Stored(registers, rows), withLayout ? LayoutAnswer.ProfileOf(document, directory) : null, LayoutAnswer.HeadingOf(document, directory), kept) switch
        {
            DriftResult.Compared done => [.. done.Differences.Select(difference => difference.Message), .. Rewritten(item, done.Document, kept)],
            DriftResult.Refused refused => [refused.Detail],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // What no list keeps is told by the document itself: it carries the values it was filed with.
    private static IEnumerable<string> Rewritten(SiteItem item, FormDocument document, HashSet<string> kept)
    {
        if (item.Fields.Text("ContentHash").EndsWith(document.ContentHash, StringComparison.Ordinal))
        {
            return [];
        }

        var changed = document.Form.SingleFields.Where(field => !kept.Contains(field.Tag))
            .Select(field => (Field: field, Change: document.Outcomes.GetValueOrDefault(field.Tag) as FieldOutcome.Changed)).Where(item => item.Change is not null)
            .Select(item => $"ô “{item.Field.Label}”: khi nộp ghi “{item.Change!.From}”, nay văn bản ghi “{item.Change.To}”.").ToList(); // those without were just left out
        return ["chữ trong văn bản khác với khi nộp.", .. changed];
    }

    private static FormValues Stored(IReadOnlyList<Register> registers, IReadOnlyList<(Register Register, SiteItem Item)> rows)
    {
        var singles = registers.Where(register => register.RowsTag is null)
            .SelectMany(register => rows.Where(row => row.Register == register).Take(1).SelectMany(row => FieldsOf(register, row.Item))).ToDictionary(StringComparer.Ordinal);
        var repeated = registers.Where(register => register.RowsTag is not null).ToDictionary(register => register.RowsTag!, register => (IReadOnlyList<FormRow>)
            [.. rows.Where(row => row.Register == register).OrderBy(row => row.Item.Fields.Number("RowNumber")).Select(row => new FormRow(row.Item.Fields.Text("RowId"), FieldsOf(register, row.Item).ToDictionary(StringComparer.Ordinal)))], StringComparer.Ordinal);
        return new FormValues(singles, repeated);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(Register register, SiteItem item) => register.Tags.Select(tag => KeyValuePair.Create(tag, item.Fields.Text(Register.ColumnOf(tag))));
}
