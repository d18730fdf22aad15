using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads repeated rows printed as a table: row by row and column by column as the eye does, so that rows added, pasted, moved or without controls count.</summary>
internal sealed class TableRows : PrintedRows
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly FormDefinition form;
    private readonly FieldDefinition rows;
    private readonly PrintBlock block;
    private readonly List<FormRow> found = [];
    private readonly List<string> unread = [];
    private readonly HashSet<int> covered = [];

    public TableRows(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, PrintBlock block)
    {
        (this.lines, this.form, this.rows, this.block) = (lines, form, rows, block);
        foreach (var table in DocumentTable.Find(lines, IsOurs))
        {
            Take(table);
        }
    }

    public override IReadOnlyList<FormRow> Read() => found;

    public override IEnumerable<string> Unread() => unread;

    public override bool Covers(int line) => covered.Contains(line);

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
            else if (!IsFoot(table.Rows[i]))
            {
                Take(table.Rows[i], head, above = Texts(table.Rows[i], head, above));
            }
        }
    }

    // Recipients and signature: fields of the whole form, or the words above them.
    private bool IsFoot(TableRow row) => row.Cells.SelectMany(cell => cell.Lines).Select(line => lines[line]).Any(line => line.FirstOwner is { } owner
        ? form.SingleFields.Any(field => field.Tag == owner)
        : block.Left.Concat(block.Right).Contains(VietnameseText.Words(line.Text)));

    private void Take(TableRow row, TableHead? head, Dictionary<string, List<string>> texts)
    {
        covered.UnionWith(row.Cells.SelectMany(cell => cell.Lines));
        unread.AddRange(row.Cells.Where(cell => ColumnOf(cell, head) is null or "").Select(cell => DocumentTable.WordsOf(cell, lines)).Where(words => words.Any(char.IsLetter)));
        if (Row(rows, texts) is { Fields.Count: > 0 } read && !row.Cells.TrueForAll(cell => cell.Place.Continues))
        {
            found.Add(read);
        }
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

            // A cell merged over several rows says the same for each of them.
            var read = cell.Place.Continues ? above.GetValueOrDefault(column, []) : cell.Lines.ConvertAll(line => lines[line].Value);
            texts[column] = texts.TryGetValue(column, out var before) ? [.. before, .. read] : read;
        }

        return texts;
    }

    // "" is the column of the numbers, null one that people made.
    private string? ColumnOf(TableCell cell, TableHead? head) => head is { IsPrinted: true }
        ? head.At(cell.Place)?.Field ?? OwnerOf(cell)
        : OwnerOf(cell) ?? head?.At(cell.Place)?.Field;

    private string? OwnerOf(TableCell cell) =>
        cell.Lines.Select(line => lines[line].FirstOwner).FirstOrDefault(owner => owner is not null && rows.Columns.Any(column => column.Tag == owner));

    private TableHead? HeadIn(DocumentTable table, TableRow row) => TableHead.In(table, row, block, lines);
}
