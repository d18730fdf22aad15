using HocTap.Office.AddIn.Registers;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.AddIn.Texts.Text;
using ShownKind = HocTap.Office.AddIn.Registers.ColumnKind;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The columns of a register as a page shows them.</summary>
internal static class RegisterColumns
{
    /// <summary>Who, where, state, time, then what: the short ones first, so that they stay in sight on a narrow screen.</summary>
    public static IReadOnlyList<RegisterColumn> Of(Register register) =>
    [
        .. register.IsPersonal ? [new RegisterColumn(RegisterKeys.PersonName, T("Họ và tên"), ShownKind.Text, true)] : Array.Empty<RegisterColumn>(),
        new RegisterColumn(RegisterKeys.Organization, T("Tổ chức"), ShownKind.Text, true),
        new RegisterColumn(RegisterKeys.Status, T("Trạng thái"), ShownKind.State, true),
        new RegisterColumn(RegisterKeys.ReceivedAt, T("Thời điểm nộp"), ShownKind.Time, true),
        .. register.Shown.Select(tag => Field(register, tag)),
    ];

    /// <summary>A cell; a choice is shown by its label.</summary>
    public static string Cell(RegisterColumn column, RegisterEntry entry) => entry.Register.Tags.Contains(column.Key) ? entry.Said(column.Key) : entry.Cell(column.Key);

    private static RegisterColumn Field(Register register, string tag)
    {
        var isLong = register.Definition(tag)?.Type == FieldType.Multi;
        return new RegisterColumn(tag, register.LabelOf(tag), isLong ? ShownKind.Long : ShownKind.Text, Sortable: !isLong, IsOfForm: true);
    }
}
