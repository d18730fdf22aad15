using HocTap.Office.AddIn.Registers;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.Templates.Forms;
using ShownKind = HocTap.Office.AddIn.Registers.ColumnKind;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The columns of a register as a page shows them.</summary>
internal static class RegisterColumns
{
    /// <summary>Who, where, state, time, then what: the short ones first, so that they stay in sight on a narrow screen.</summary>
    public static IReadOnlyList<RegisterColumn> Of(Register register) =>
    [
        .. FormCatalog.Find(FormCode.Parse(register.Form))?.Personal != false ? [new RegisterColumn("personName", "Họ và tên", ShownKind.Text, true)] : Array.Empty<RegisterColumn>(),
        new RegisterColumn("organization", "Tổ chức", ShownKind.Text, true),
        new RegisterColumn("status", "Trạng thái", ShownKind.State, true),
        new RegisterColumn("receivedAt", "Thời điểm nộp", ShownKind.Time, true),
        .. register.Shown.Select(tag => Field(register, tag)),
    ];

    /// <summary>A cell; a choice is shown by its label.</summary>
    public static string Cell(Register register, RegisterColumn column, RegisterEntry entry)
    {
        var value = entry.Cell(column.Key);
        return DefinitionOf(register, column.Key)?.Choices.FirstOrDefault(choice => choice.Code == value)?.Label ?? value;
    }

    private static RegisterColumn Field(Register register, string tag)
    {
        var label = register.List.Columns.Single(column => column.Name == Register.ColumnOf(tag)).DisplayName;
        var isLong = DefinitionOf(register, tag)?.Type == FieldType.Multi;
        return new RegisterColumn(tag, label, isLong ? ShownKind.Long : ShownKind.Text, Sortable: !isLong);
    }

    private static FieldDefinition? DefinitionOf(Register register, string tag)
    {
        var fields = FormCatalog.Find(FormCode.Parse(register.Form))?.Fields ?? [];
        return (register.RowsTag is null ? fields : fields.FirstOrDefault(field => field.Tag == register.RowsTag)?.Columns ?? []).FirstOrDefault(field => field.Tag == tag);
    }
}
