using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads repeated rows printed as a table: row by row and column by column as the eye does, so that rows added, pasted, moved or without controls count.</summary>
internal sealed class TableRows : PrintedRows
{
    private const int LongestMerged = 10_000;

    private readonly IReadOnlyList<BodyLine> lines;
    private readonly FormDefinition form;
    private readonly FieldDefinition rows;
    private readonly PrintBlock block;
    private readonly List<FormRow> found = [];
    private readonly List<string> unread = [];
    private readonly List<RowFinding> notes = [];
    private readonly HashSet<int> covered = [];
    private readonly HashSet<int> told = [];

    public TableRows(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block)
    {
        (this.lines, this.form, this.rows, this.block) = (lines, form, rows, block);
        foreach (var table in DocumentTable.Find(lines, IsOurs))
        {
            Take(table);
        }
    }

    // The empty row of a table is there to be written in by hand.
    public override bool KeepsEmptyRows => false;

    public override IReadOnlyList<FormRow> Read() => found;

    public override IEnumerable<string> Unread() => unread;

    public override IEnumerable<RowFinding> Findings() => notes;

    public override bool Covers(int line) => covered.Contains(line);

    public override bool Tells(int line) => told.Contains(line);

    private bool IsOurs(DocumentTable table) =>
        table.Rows.Exists(row => HeadIn(table, row) is not null)
        || table.Rows.SelectMany(row => row.Cells).Any(cell => OwnerOf(cell) is not null)
        || (table.Columns == block.Columns.Count && table.Rows[0].Cells[0].Lines.Exists(line => lines[line].Section == rows.Tag));

    private void Take(DocumentTable table)
    {
        var heads = table.Rows.ConvertAll(row => HeadIn(table, row));
        var head = heads.Exists(row => row is not null) ? null : TableHead.Assumed(table, block);
        var above = new Dictionary<string, List<string>>();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (heads[i] is { } next)
            {
                head = next;
            }
            else if (!IsFoot(table.Rows[i]) && !(i == table.Rows.Count - 1 && IsJoinedFoot(table.Rows[i], head)))
            {
                Take(table.Rows[i], head, above = Texts(table.Rows[i], head, above));
            }
        }
    }

    // Recipients and signature: fields of the whole form, or the words above them.
    private bool IsFoot(TableRow row) => row.Cells.SelectMany(cell => cell.Lines).Select(line => lines[line]).Any(line => line.FirstOwner is { } owner
        ? form.SingleFields.Any(field => field.Tag == owner)
        : block.Left.Concat(block.Right).Contains(VietnameseText.Words(line.Text)));

    // Where its words are others: no row joins its number with its text.
    private static bool IsJoinedFoot(TableRow row, TableHead? head) => head is not null && row.Cells[0].Place is { Span: > 1 } first
        && head.At(first with { Span = 1 }) is { Field: "" } && head.At(first with { First = first.End - 1, Span = 1 }) is { Field.Length: > 0 };

    private void Take(TableRow row, TableHead? head, Dictionary<string, List<string>> texts)
    {
        covered.UnionWith(row.Cells.SelectMany(cell => cell.Lines));
        if (IsTitle(row, head))
        {
            unread.AddRange(row.Cells.Select(cell => DocumentTable.WordsOf(cell, lines)).Where(words => words.Any(char.IsLetter)));
            return;
        }

        unread.AddRange(row.Cells.Where(cell => ColumnOf(cell, head) is null or "" && !IsFixed(cell, head)).Select(cell => DocumentTable.WordsOf(cell, lines)).Where(words => words.Any(char.IsLetter)));
        if (!row.Cells.TrueForAll(cell => cell.Place.Continues) && found.Count <= FormJson.MostRows)
        {
            notes.AddRange(row.Cells.SelectMany(cell => Notes(cell, ColumnOf(cell, head))));
            found.Add(Row(rows, IsUnfilled(texts) ? [] : texts));
        }
    }

    // One cell over the column of numbers and several others: a title that people put over a group of rows.
    private static bool IsTitle(TableRow row, TableHead? head) => head is { IsPrinted: true } && row.Cells is [{ Place: { Continues: false, Span: > 2 } only }]
        && Enumerable.Range(only.First, only.Span).Select(column => head.At(only with { First = column, Span = 1 })).OfType<PrintColumn>().Distinct().ToList() is var columns
        && columns.Count > 2 && columns.Exists(column => column.Field.Length == 0);

    // The dots of a blank form, «…/.../...» in its place of a date.
    private static bool IsUnfilled(Dictionary<string, List<string>> texts) =>
        texts.Values.SelectMany(cell => cell).All(text => text.All(letter => letter is '.' or '…' or '/' || char.IsWhiteSpace(letter)));

    private IEnumerable<RowFinding> Notes(TableCell cell, string? column)
    {
        var (number, label) = (found.Count, rows.Columns.FirstOrDefault(item => item.Tag == column)?.Label);
        told.UnionWith(label is null ? [] : cell.Lines);
        return label is null ? [] : cell.Lines.SelectMany(line => lines[line].Unread).Select(item => new RowFinding(number, path =>
            ReadingFindings.NoText($"{rows.RowLabel} số {number + 1}: {label}", $"{path}.{column}", item)));
    }

    private Dictionary<string, List<string>> Texts(TableRow row, TableHead? head, Dictionary<string, List<string>> above)
    {
        var texts = new Dictionary<string, List<string>>();
        foreach (var cell in row.Cells)
        {
            if (ColumnOf(cell, head) is not { Length: > 0 } column)
            {
                continue;
            }

            var read = cell.Place.Continues ? FromAbove(above, column) : cell.Lines.ConvertAll(line => lines[line].Value);
            (texts.TryGetValue(column, out var before) ? before : texts[column] = []).AddRange(read);
        }

        return texts;
    }

    // A cell merged over several rows says the same for each of them; a whole text would multiply with the rows.
    private static List<string> FromAbove(Dictionary<string, List<string>> above, string column) =>
        above.TryGetValue(column, out var text) && text.Sum(line => (long)line.Length) <= LongestMerged ? text : [];

    private bool IsFixed(TableCell cell, TableHead? head) => head?.At(cell.Place) is { Text: { Length: > 0 } text } && DocumentTable.WordsOf(cell, lines) == text;

    // "" is the column of the numbers, null one that people made.
    private string? ColumnOf(TableCell cell, TableHead? head) => head is { IsPrinted: true }
        ? head.At(cell.Place)?.Field ?? OwnerOf(cell)
        : OwnerOf(cell) ?? head?.At(cell.Place)?.Field;

    private string? OwnerOf(TableCell cell) =>
        cell.Lines.Select(line => lines[line].FirstOwner).FirstOrDefault(owner => owner is not null && rows.Columns.Any(column => column.Tag == owner));

    private TableHead? HeadIn(DocumentTable table, TableRow row) => TableHead.In(table, row, block, lines);
}
