using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling;

/// <summary>A value as the paper shows it.</summary>
internal static class PrintedText
{
    public static string Of(FieldDefinition field, string value) =>
        field.Type == FieldType.Date && VietnameseDates.TryParseIso(value, out var date)
            ? field.LongDate ? VietnameseDates.Long(date) : VietnameseDates.Short(date)
            : value;
}
