using System.Text.Json.Nodes;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>One document to be filled, as a table or a call names it: codes, and the values that are given by tag.</summary>
/// <param name="Line">The line of the table, counted from 1; 0 when there is none.</param>
/// <param name="Person">The person's code; "" when not given.</param>
/// <param name="Organization">The organization's code or name; "" when not given.</param>
/// <param name="Fields">The given values; what is absent is filled in from the directory.</param>
internal sealed record FillLine(int Line, string Person, string Organization, JsonObject Fields);

/// <summary>Why a line became no document («lỗi của dòng»).</summary>
/// <param name="Line">The line of the table, counted from 1.</param>
/// <param name="Column">The name of the column; "" when it is the whole line.</param>
/// <param name="Reason">A Vietnamese sentence.</param>
internal sealed record FillFault(int Line, string Column, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Column.Length == 0 ? $"Dòng {Line}: {Reason}" : $"Dòng {Line}, cột “{Column}”: {Reason}";
}
