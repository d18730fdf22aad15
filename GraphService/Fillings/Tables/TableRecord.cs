using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>What is wrong with a record before its values are looked at: a broken quotation, an error value of Excel.</summary>
/// <param name="Place">The column, counted from 0; null when it is the whole record.</param>
/// <param name="Reason">A Vietnamese sentence without its subject.</param>
internal sealed record TableFault(int? Place, string Reason);

/// <summary>A record of a table («dòng của bảng»).</summary>
/// <param name="Line">Where people find it: the line of the file it begins on, or the row of the sheet, counted from 1.</param>
/// <param name="Values">The values as text; days as <c>20/01/2027</c>.</param>
/// <param name="Fault">What is wrong with it; null for most.</param>
internal sealed record TableRecord(int Line, IReadOnlyList<string> Values, TableFault? Fault = null)
{
    /// <summary>So many letters a cell of Excel has at most; a longer one is no work of a person.</summary>
    public const int MostLetters = 32_767;

    /// <summary>The fault of a cell that is too long; null for others. What reads cells need not keep more than one letter too many.</summary>
    public TableFault? TooLong => Values.Index().FirstOrDefault(cell => cell.Item.Length > MostLetters) is { Item: not null } tooLong
        ? new TableFault(tooLong.Index, $"ô dài quá {MostLetters.ToString("N0", VietnameseText.Culture)} ký tự.")
        : null;

    /// <summary>True when nothing is written in it.</summary>
    public bool IsBlank => Fault is null && Values.All(string.IsNullOrWhiteSpace);
}
