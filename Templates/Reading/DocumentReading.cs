using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>One reading of one document: values, outcomes and findings gathered together.</summary>
internal sealed class DocumentReading
{
    private readonly FormDefinition form;
    private readonly bool hadTrackedChanges;
    private readonly WrittenPart? written;
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly Dictionary<string, PrintedRows> rowsPlaces;
    private readonly PaperFrame frame;
    private readonly FieldAreas areas;
    private readonly SingleReader singleReader;
    private readonly Dictionary<string, FieldOutcome> outcomes = [];
    private readonly List<Finding> findings = [];

    /// <summary>A reading of lines already told apart.</summary>
    public DocumentReading(FormDefinition form, IReadOnlyList<BodyLine> lines, bool hadTrackedChanges, WrittenPart? written)
    {
        (this.form, this.lines, this.hadTrackedChanges, this.written) = (form, lines, hadTrackedChanges, written);
        rowsPlaces = form.RowFields.ToDictionary(field => field.Tag, field => PrintedRows.Of(lines, form, field, written?.Values.RowsOf(field.Tag) ?? []));
        frame = PaperFrame.Of(form, lines, written, IsRow);
        areas = new FieldAreas(form, lines, frame, IsRow);
        singleReader = new SingleReader(lines, frame, written);
    }

    /// <summary>The lines of the paper in reading order.</summary>
    public IReadOnlyList<BodyLine> Lines => lines;

    /// <summary>Which of them are fixed lines of the form.</summary>
    public PaperFrame Frame => frame;

    /// <summary>Which of them belong to fields of several paragraphs.</summary>
    public FieldAreas Areas => areas;

    /// <summary>Words that stand among the rows and belong to none of their columns.</summary>
    public IEnumerable<string> UnreadInRows => rowsPlaces.Values.SelectMany(place => place.Unread());

    public static DocumentReading Of(FormDefinition form, CleanBody body, PaperParts parts, WrittenPart? written) =>
        new(form, BodyLines.Read(form, body.Document, parts), body.HadTrackedChanges, written);

    /// <summary>True for a line of a repeated row.</summary>
    public bool IsRow(int line) => rowsPlaces.Values.Any(place => place.Covers(line));

    public FormDocument Read()
    {
        var singles = ReadSingles();
        var rows = form.RowFields.ToDictionary(field => field.Tag, ReadRows);
        var values = new FormValues(singles, rows);
        findings.AddRange(new DocumentDrift(form, lines, frame, areas, line => rowsPlaces.Values.Any(place => place.Tells(line))).Find(hadTrackedChanges, written));
        return new FormDocument
        {
            Form = form,
            Identity = written?.Identity,
            Template = written?.Template,
            LayoutProfile = written?.Layout.Profile,
            Heading = written?.Layout.Heading,
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
        var found = field.IsBlock ? areas.Read(field) : singleReader.Read(field);
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

    // What was written by us is read as it is.
    private string Unmarked(FieldDefinition field, string text) => (field.Type, Before: written?.Values[field.Tag] ?? "") switch
    {
        (FieldType.Lines, var before) => LineMarks.Take(text, before),
        (FieldType.Text, var before) when field.Placeholder.Length > 0 && VietnameseText.Words(text) != VietnameseText.Words(before) => Placeholders.WithoutLeaders(text),
        _ => text,
    };

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
        var place = rowsPlaces[field.Tag];
        var (printed, unread) = (place.Read(), place.Unread().ToList());
        if (printed.Count == 0 && unread.Count > 0)
        {
            findings.Add(ReadingFindings.RowsUnreadable(field));
            outcomes[field.Tag] = new FieldOutcome.Unreadable(findings[^1].Message);
        }

        findings.AddRange(DocumentDrift.Named([.. unread.Select(ReadingFindings.LooseText)]));
        var matched = RowMatching.Match(field, [.. printed.Take(FormJson.MostRows)], written?.Values.RowsOf(field.Tag) ?? [], place.KeepsEmptyRows && !IsBlankTemplate);
        findings.AddRange(printed.Count > FormJson.MostRows ? [ReadingFindings.TooManyRows(field, FormJson.MostRows)] : []);
        for (var i = 0; i < matched.Count; i++)
        {
            Compare(field, i, matched[i]);
        }

        AddRowFindings(field, place, matched);
        return [.. matched.Select(match => match.Row)];
    }

    // The sample row of a template that nobody has filled yet.
    private bool IsBlankTemplate => written is { Lines: null };

    private void AddRowFindings(FieldDefinition rows, PrintedRows place, IReadOnlyList<MatchedRow> matched)
    {
        var paths = matched.Select((match, index) => (match.Printed, Path: FieldPath.Row(rows.Tag, index))).ToDictionary(item => item.Printed, item => item.Path);
        foreach (var kind in place.Findings().Where(item => paths.ContainsKey(item.Row)).Select(item => item.At(paths[item.Row])).Distinct().GroupBy(finding => finding.Rule))
        {
            findings.AddRange(DocumentDrift.Named([.. kind]));
        }
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
