using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>Brings a raw value into the normal form of its field's type.</summary>
internal static class FieldValue
{
    /// <summary>False when a date or a choice is not one; the value is then the cleaned text as given.</summary>
    public static bool TryNormalize(FieldDefinition field, string? text, out string value)
    {
        value = VietnameseText.Normalize(field.Type, text);
        if (value.Length == 0)
        {
            return true;
        }

        switch (field.Type)
        {
            case FieldType.Date:
                return TryDate(ref value);
            case FieldType.Choice:
                var code = value;
                return field.Choices.Any(choice => choice.Code == code);
            default:
                return true;
        }
    }

    private static bool TryDate(ref string value)
    {
        if (!VietnameseDates.TryParse(value, out var date))
        {
            return false;
        }

        value = VietnameseDates.Iso(date);
        return true;
    }
}
