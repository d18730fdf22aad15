using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>One reading of one document: values, outcomes and findings gathered together.</summary>
internal sealed class DocumentReading
{
    private readonly FormDefinition form;
    private readonly CleanBody body;
    private readonly WrittenPart? written;
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly Dictionary<string, FieldOutcome> outcomes = [];
    private readonly List<Finding> findings = [];

    public DocumentReading(FormDefinition form, CleanBody body, WrittenPart? written)
    {
        (this.form, this.body, this.written) = (form, body, written);
        lines = BodyLines.Read(form, body.Document);
    }

    public FormDocument Read()
    {
        var singles = ReadSingles();
        var rows = form.RowFields.ToDictionary(field => field.Tag, ReadRows);
        var values = new FormValues(singles, rows);
        findings.AddRange(DocumentDrift.Find(form, body, lines, written));
        return new FormDocument
        {
            Form = form,
            Identity = written?.Identity,
            Values = values,
            Outcomes = outcomes,
            Findings = findings,
            PrintedYear = Reading.PrintedYear.Of(lines, form),
            ContentHash = Reading.ContentHash.Of(form, values, lines),
        };
    }

    private Dictionary<string, string> ReadSingles()
    {
        var values = new Dictionary<string, string>();
        foreach (var field in form.SingleFields)
        {
            var value = field.Printed ? ReadPrinted(field) : written?.Values[field.Tag] ?? "";
            if (value.Length > 0)
            {
                values[field.Tag] = value;
            }
        }

        return values;
    }

    private string ReadPrinted(FieldDefinition field)
    {
        var found = SingleReader.Read(lines, form, field, written?.Lines);
        if (!found.Found)
        {
            return NotFound(field);
        }

        var text = Placeholders.IsOne(field, found.Text) ? "" : Unmarked(field, found.Text);
        if (found.Contradicts || !FieldValue.TryNormalize(field, text, out var value))
        {
            var finding = ReadingFindings.Unreadable(field, field.Tag, VietnameseText.Words(text));
            findings.Add(finding);
            outcomes[field.Tag] = new FieldOutcome.Unreadable(finding.Message);
            return "";
        }

        outcomes[field.Tag] = Compare(written?.Values[field.Tag], value, written?.Lines is not null);
        return value;
    }

    private string Unmarked(FieldDefinition field, string text) =>
        field.Type == FieldType.Lines ? LineMarks.Take(text, written?.Values[field.Tag] ?? "") : text;

    // A line that is not printed while its field is empty is not missing.
    private string NotFound(FieldDefinition field)
    {
        if (field.Placeholder.Length == 0 && (written?.Values[field.Tag] ?? "").Length == 0)
        {
            outcomes[field.Tag] = new FieldOutcome.Kept();
            return "";
        }

        var finding = ReadingFindings.Missing(field);
        findings.Add(finding);
        outcomes[field.Tag] = new FieldOutcome.Missing(finding.Message);
        return "";
    }

    private IReadOnlyList<FormRow> ReadRows(FieldDefinition field)
    {
        var place = PrintedRows.Of(lines, form, field);
        var (printed, unread) = (place.Read(), place.Unread().ToList());
        if (printed.Count == 0 && unread.Count > 0)
        {
            findings.Add(ReadingFindings.RowsUnreadable(field));
            outcomes[field.Tag] = new FieldOutcome.Unreadable(findings[^1].Message);
        }
        else
        {
            findings.AddRange(unread.Select(ReadingFindings.LooseText));
        }

        var matched = RowMatching.Match(field, printed, written?.Values.RowsOf(field.Tag) ?? []);
        for (var i = 0; i < matched.Count; i++)
        {
            Compare(field, i, matched[i]);
        }

        return [.. matched.Select(match => match.Row)];
    }

    private void Compare(FieldDefinition rows, int index, MatchedRow match)
    {
        if (match.Written is null && written?.Lines is not null)
        {
            findings.Add(ReadingFindings.RowsChanged(rows, index + 1));
        }

        foreach (var column in rows.Columns.Where(column => column.Printed))
        {
            outcomes[FieldPath.InRow(rows.Tag, index, column.Tag)] =
                Compare(match.Written?[column.Tag], match.Row[column.Tag], written?.Lines is not null);
        }
    }

    private static FieldOutcome Compare(string? from, string to, bool wasWritten) =>
        !wasWritten || (from ?? "") == to ? new FieldOutcome.Kept() : new FieldOutcome.Changed(from ?? "", to);
}
