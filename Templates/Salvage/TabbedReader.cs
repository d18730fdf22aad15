using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads a repeated field from lines that people parted with tabs, wide spaces or strokes in place of a table.</summary>
internal sealed partial class TabbedReader(SalvageSheet sheet, FormSigns signs, PrintBlock block)
{
    private const double ByPieces = 0.9;

    private const char Stroke = '|';
    private const double NotAll = 0.5;

    private bool isStroked;

    private readonly TypedColumns columns = new(sheet.Form, block);
    private readonly FieldDefinition rows = sheet.Form.Field(block.Field);
    private readonly IReadOnlyList<Sign> ends = [.. signs.All.Where(sign => sign.Kind == SignKind.End)];

    /// <summary>The last line of the rows, whether understood or not; -1 without any.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>False when no line has the heads of the form.</summary>
    public bool Read(IReadOnlyList<TypedLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Cell is null && Split(lines[i].Text, lines[i].Text.Contains(Stroke, StringComparison.Ordinal)) is { Count: > 2 } heads && columns.Of(heads) is { } head)
            {
                lines[i].Use();
                Last = lines[i].Number;
                isStroked = lines[i].Text.Contains(Stroke, StringComparison.Ordinal);
                Take([.. lines.Skip(i + 1)], head, heads.Count);
                return true;
            }
        }

        return false;
    }

    private void Take(IReadOnlyList<TypedLine> lines, IReadOnlyList<TypedColumn> head, int count)
    {
        var (book, pending, broken) = (new RowsBook(sheet, rows), (List<TypedCell>?)null, false);
        var isWhole = true;
        foreach (var line in lines.TakeWhile(line => line.Cell is null && !IsEnd(line)).Where(line => !line.IsBlank))
        {
            Last = line.Number;
            if (Cells(line, head, count) is { } cells)
            {
                Flush(book, pending, broken);
                (pending, broken) = (cells, false);
                line.Use();
            }
            else if (IsSample(line))
            {
                line.Use();
            }
            else
            {
                // Words that fill no whole row: they stay unused, and the row above them is not sure to be complete.
                (broken, isWhole) = (true, false);
            }
        }

        Flush(book, pending, broken);
        book.Close(!isWhole ? NotAll : ByPieces, !isWhole ? "Có dòng không tách được thành đủ các cột; có thể thiếu dòng." : book.Count > 0 ? "Đọc từ các dòng ngăn cách bằng phím Tab hoặc khoảng trắng." : $"Phần “{rows.Label}” chưa ghi dòng nào.", string.Join(" | ", head.Select(column => column.Head)));
    }

    private static void Flush(RowsBook book, List<TypedCell>? row, bool broken)
    {
        if (row is not null)
        {
            book.Add([.. row.Select(cell => broken ? cell with { Quality = Math.Min(cell.Quality, 0.5), Reason = "Dòng dưới còn chữ chưa rõ thuộc cột nào." } : cell)]);
        }
    }

    private List<TypedCell>? Cells(TypedLine line, IReadOnlyList<TypedColumn> head, int count)
    {
        var (exact, pieces) = (line.Text.Split(isStroked ? Stroke : '\t'), Split(line.Text, isStroked));
        var texts = pieces.Count == count ? pieces : exact.Length == count ? [.. exact] : null;
        return texts is null || !texts.Exists(text => !TypedText.IsBlank(text)) ? null
            : [.. texts.Select((text, index) => new TypedCell(head[index].Field, TypedText.Paragraph(text), Math.Min(ByPieces, head[index].Quality), $"Đọc từ cột “{head[index].Head}” của dòng ngăn cách bằng phím Tab."))
                .Where(cell => cell.Field.Length > 0)];
    }

    private bool IsEnd(TypedLine line) => SignFinder.AtStart(line, ends) is not null || line.Pieces.Any(piece => PersonNames.IsAuthority(piece.Text));

    private static bool IsSample(TypedLine line) => Sample().IsMatch(line.Text);

    private static List<string> Split(string text, bool stroked) =>
        stroked ? [.. text.Trim().Trim(Stroke).Split(Stroke).Select(piece => piece.Trim())] : [.. Parts().Split(text.Trim()).Where(piece => piece.Length > 0)];

    [GeneratedRegex(@"\t+\s*| {3,}")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\A\s*[0-9]{0,3}[.)…]*\s*\z")]
    private static partial Regex Sample();
}
