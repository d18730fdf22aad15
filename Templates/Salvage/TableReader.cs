using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads a repeated field from the tables of a typed document.</summary>
internal sealed partial class TableReader(SalvageSheet sheet, TypedPaper paper, PrintBlock block)
{
    private const int HeadWithin = 4;
    private const double Merged = 0.7;
    private const double InABox = 0.8;
    private const double TwoColumns = 0.5;
    private const double LooseRow = 0.55;

    private readonly TypedColumns columns = new(sheet.Form, block);
    private readonly FieldDefinition rows = sheet.Form.Field(block.Field);

    /// <summary>The last line of the rows, whether understood or not; -1 without a table.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>False when no table has the heads of the form.</summary>
    public bool Read()
    {
        var (book, heads) = (new RowsBook(sheet, rows), new List<IReadOnlyList<TypedColumn>>());
        foreach (var table in DocumentTable.Find(paper.Body, table => HeadOf(table) is not null))
        {
            if (HeadOf(table) is var (row, end, head))
            {
                heads.Add([.. head.Values]);
                Last = table.Rows.Take(end).SelectMany(item => item.Cells).SelectMany(cell => cell.Lines).SelectMany(line => paper.ByBody[line]).Max(line => line.Number);
                table.Rows.Skip(row).Take(end - row).SelectMany(item => item.Cells).ToList().ForEach(Use);
                TakeRows(table, end, head, book);
            }
        }

        if (heads.Count > 0)
        {
            var sure = book.Count > 0 || heads.Exists(head => head.Count(column => column.Field.Length > 0) >= columns.Count);
            book.Close(sure ? 1 : 0.8, book.Count > 0 ? $"Đọc từ bảng có {heads.Max(head => head.Count)} cột." : $"Bảng “{rows.Label}” chưa ghi dòng nào.", string.Join(" | ", heads[0].Select(column => column.Head)));
        }

        return heads.Count > 0;
    }

    /// <summary>The row of the heads, the row behind them, and the columns by the grid column they begin at.</summary>
    private (int Row, int End, SortedDictionary<int, TypedColumn> Columns)? HeadOf(DocumentTable table)
    {
        for (var row = 0; row < Math.Min(HeadWithin, table.Rows.Count); row++)
        {
            var cells = table.Rows[row].Cells;
            var both = row + 1 < table.Rows.Count ? TwoRows(table, row) : null;
            if (columns.Of([.. cells.Select(Words)]) is { } own && (both is null || Fields(both.Values) <= Fields(own)))
            {
                var map = new SortedDictionary<int, TypedColumn>(cells.Select((cell, index) => (cell.Place.First, own[index])).DistinctBy(item => item.First).ToDictionary(item => item.First, item => item.Item2));
                return (row, SecondRow(table, row + 1, map) ? row + 2 : row + 1, map);
            }

            if (both is not null)
            {
                return (row, row + 2, both);
            }
        }

        return null;
    }

    private static int Fields(IEnumerable<TypedColumn> found) => found.Count(column => column.Field.Length > 0 && column.Quality > Wording.Guess);

    // Below heads that are merged over two rows stands the second row of the heads.
    private static bool SecondRow(DocumentTable table, int row, SortedDictionary<int, TypedColumn> map) =>
        row < table.Rows.Count && table.Rows[row].Cells.Exists(cell => cell.Place.Continues) && table.Rows[row].Cells.TrueForAll(cell => cell.Place.Continues || !map.ContainsKey(cell.Place.First));

    private SortedDictionary<int, TypedColumn>? TwoRows(DocumentTable table, int row)
    {
        var (above, below) = (table.Rows[row].Cells, table.Rows[row + 1].Cells);
        if (!below.Exists(cell => cell.Place.Continues))
        {
            return null;
        }

        var heads = below.Select(cell => (cell.Place.First, Text: cell.Place.Continues ? Words(above.FirstOrDefault(other => other.Place.First == cell.Place.First) ?? cell) : Words(cell))).ToList();
        return columns.Of([.. heads.Select(head => head.Text)]) is { } found
            ? new(heads.Select((head, index) => (head.First, Column: found[index])).DistinctBy(item => item.First).ToDictionary(item => item.First, item => item.Column))
            : null;
    }

    private void TakeRows(DocumentTable table, int from, SortedDictionary<int, TypedColumn> head, RowsBook book)
    {
        var (above, numbered) = (new Dictionary<string, string>(), table.Rows.Skip(from).Count(row => NumberOf(row, head).Any(char.IsDigit)));
        List<TypedCell>? last = null;
        foreach (var row in table.Rows.Skip(from).Where(row => !IsFoot(row)))
        {
            Last = row.Cells.SelectMany(cell => cell.Lines).SelectMany(line => paper.ByBody[line]).Select(line => line.Number).DefaultIfEmpty(Last).Max();
            if (IsHeadAgain(row) || IsColumnNumbers(row))
            {
                row.Cells.ForEach(Use);
                continue;
            }

            if (IsBand(row, head))
            {
                continue;
            }

            var cells = CellsOf(row, head, above);
            if (last is not null && NumberContinues(row, head) && cells.Any(cell => cell.Text.Length > 0))
            {
                last.AddRange(cells.Where(cell => cell.Text.Length > 0 && cell.Reason != MergedReason).Select(cell => cell with { Quality = Math.Min(cell.Quality, LooseRow), Reason = "Ô số thứ tự gộp nhiều dòng; các dòng được ghép làm một." }));
                continue;
            }

            Flush(last, book);
            var isLoose = numbered > 0 && !NumberOf(row, head).Any(char.IsDigit) && cells.Count(cell => cell.Text.Length > 0) < columns.Count;
            last = [.. cells.Select(cell => isLoose ? cell with { Quality = Math.Min(cell.Quality, LooseRow), Reason = "Dòng không có số thứ tự và còn ô trống; có thể nối tiếp dòng trên." } : cell)];
        }

        Flush(last, book);
    }

    private static void Flush(List<TypedCell>? row, RowsBook book)
    {
        if (row is not null)
        {
            book.Add(row);
        }
    }

    private const string MergedReason = "Ô gộp với dòng trên; lấy nội dung của ô gộp.";

    private List<TypedCell> CellsOf(TableRow row, SortedDictionary<int, TypedColumn> head, Dictionary<string, string> above)
    {
        var cells = new List<TypedCell>();
        foreach (var cell in row.Cells)
        {
            var covered = ColumnsOf(cell.Place, head);
            if (covered.FirstOrDefault(column => column.Field.Length > 0) is not { } column)
            {
                UseNumber(cell, covered);
                continue;
            }

            var several = covered.Count(item => item.Field.Length > 0) > 1;
            var text = cell.Place.Continues ? above.GetValueOrDefault(column.Field, "") : RowsBook.Join(LinesOf(cell).Select(line => line.Text));
            above[column.Field] = text;
            Use(cell);
            var (most, reason) = several ? (TwoColumns, "Ô gộp nhiều cột; không rõ thuộc cột nào.")
                : cell.Place.Continues ? (Merged, MergedReason)
                : LinesOf(cell).Any(line => line.IsBoxed) ? (InABox, "Nội dung nằm trong khung chữ (Text Box) đặt ở ô này.") : (1, column.Quality < 0.85 ? $"Cột “{column.Head}” chỉ gần giống cột của mẫu." : $"Đọc từ cột “{column.Head}”.");
            cells.Add(new TypedCell(column.Field, text, Math.Min(most, column.Quality), reason));
        }

        return cells;
    }

    // A cell belongs to the head it begins under, and to those that begin before it ends.
    private static List<TypedColumn> ColumnsOf(CellPlace place, SortedDictionary<int, TypedColumn> head)
    {
        var under = head.Keys.Where(start => start < place.End).ToList();
        var first = under.LastOrDefault(start => start <= place.First, -1);
        return first < 0 ? [] : [.. under.Where(start => start >= first).Select(start => head[start])];
    }

    // Words in a box are the cell's own only where it has no others.
    private IEnumerable<TypedLine> LinesOf(TableCell cell)
    {
        var lines = cell.Lines.SelectMany(line => paper.ByBody[line]).ToList();
        return lines.Exists(line => !line.IsBoxed && !line.IsBlank) ? lines.Where(line => !line.IsBoxed) : lines;
    }

    private void UseNumber(TableCell cell, List<TypedColumn> covered)
    {
        if (covered.Exists(column => column.IsNumber) || IsOnlyNumber(Words(cell)))
        {
            Use(cell);
        }
    }

    private string NumberOf(TableRow row, SortedDictionary<int, TypedColumn> head) =>
        row.Cells.Find(cell => ColumnsOf(cell.Place, head) is [{ IsNumber: true }]) is { } number ? Words(number) : "";

    private static bool NumberContinues(TableRow row, SortedDictionary<int, TypedColumn> head) =>
        row.Cells.Exists(cell => cell.Place.Continues && ColumnsOf(cell.Place, head) is [{ IsNumber: true }]) && !row.Cells.TrueForAll(cell => cell.Place.Continues);

    // «I. NHIỆM VỤ CỦA ĐẢNG ỦY» across the whole table is no task.
    private static bool IsBand(TableRow row, SortedDictionary<int, TypedColumn> head) => row.Cells.Count == 1 && head.Count > 2 && ColumnsOf(row.Cells[0].Place, head).Count >= head.Count - 1;

    private bool IsHeadAgain(TableRow row) => columns.Of([.. row.Cells.Select(Words)]) is { } again && again.Count(column => column.Field.Length > 0) >= columns.Count - 1;

    private bool IsColumnNumbers(TableRow row) => row.Cells.Count > 2 && row.Cells.TrueForAll(cell => ColumnNumber().IsMatch(Words(cell)));

    // Recipients and signature in the last row of the same table.
    private bool IsFoot(TableRow row) => row.Cells.Select(Words).Any(words => block.Left.Concat(block.Right).Where(text => !text.StartsWith('{'))
        .Any(text => SignFinder.IsWhole(words.Split(':')[0], SalvageWords.Current.Of(text))));

    private static bool IsOnlyNumber(string words) => Number().IsMatch(words);

    private string Words(TableCell cell) => VietnameseText.Words(string.Join(' ', cell.Lines.SelectMany(line => paper.ByBody[line]).Select(line => line.Text)));

    private void Use(TableCell cell)
    {
        foreach (var line in cell.Lines.SelectMany(line => paper.ByBody[line]))
        {
            line.Use();
        }
    }

    [GeneratedRegex(@"\A\(?[0-9A-Ea-e]\)?\z")]
    private static partial Regex ColumnNumber();

    [GeneratedRegex(@"\A[0-9]{0,3}[.)…]*\z")]
    private static partial Regex Number();
}
