using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads repeated rows printed as paragraphs.</summary>
internal sealed class ParagraphRows : PrintedRows
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly FieldDefinition rows;
    private readonly RowRegion region;
    private readonly RowLabels labels;
    private readonly Lazy<RowWalk> walk;

    public ParagraphRows(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block, IReadOnlyList<FormRow> written)
    {
        (this.lines, this.rows, region, labels) = (lines, rows, RowRegion.Of(lines, form, rows, block), new RowLabels(form, block));
        walk = new(() => RowWalk.Through([.. lines.Where((_, index) => Covers(index))], RowScript.Of(block, rows, written), labels));
    }

    public override bool KeepsEmptyRows => true;

    public override IReadOnlyList<FormRow> Read() => [.. walk.Value.Rows.Select(found => Row(rows, found.Texts(rows)))];

    public override IEnumerable<string> Unread() => walk.Value.Loose;

    public override IEnumerable<RowFinding> Findings() =>
    [
        .. walk.Value.Rows.SelectMany(FixedWords),
        .. walk.Value.Unread.Where(item => item.Column is not null).Select(item => new RowFinding(item.Row, path =>
            ReadingFindings.NoText($"{rows.RowLabel} số {item.Row + 1}: {LabelOf(item.Column!)}", $"{path}.{item.Column}", item.Item))),
    ];

    public override bool Covers(int line) => region.Contains(line) && line != region.Heading;

    public override bool Tells(int line) => Covers(line) && lines[line].Unread.Count > 0 && walk.Value.Unread.Exists(item => item.Column is not null && lines[line].Unread.Contains(item.Item));

    private string LabelOf(string column) => rows.Columns.First(item => item.Tag == column).Label;

    private IEnumerable<RowFinding> FixedWords(FoundRow found, int number) =>
    [
        .. found.Changed.Select(change => new RowFinding(number, path => ReadingFindings.FixedTextChanged(change.Expected, change.Now) with { Path = path })),
        .. Lost(found, number).Select(text => new RowFinding(number, path => ReadingFindings.FixedTextLost(text) with { Path = path })),
    ];

    private IEnumerable<string> Lost(FoundRow found, int number) =>
    [
        .. found.IsHeaded ? Array.Empty<string>() : [RowScript.HeadingOf(labels.Heading, number)],
        .. labels.Columns.Where(column => !found.Labelled.Contains(column)).Select(labels.LabelOf),
    ];
}
