using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>What a column of a table of documents is for («cột»).</summary>
/// <param name="Title">Its name as the table has it.</param>
internal abstract record FillColumn(string Title)
{
    /// <summary>The code, or the name, of a person.</summary>
    internal sealed record Person(string Title) : FillColumn(Title);

    /// <summary>The code, or the name, of an organization.</summary>
    internal sealed record Organization(string Title) : FillColumn(Title);

    /// <summary>A field that a document has once.</summary>
    internal sealed record Single(string Title, FieldDefinition Field) : FillColumn(Title);

    /// <summary>A field of a repeated row; rows are counted from 0.</summary>
    internal sealed record InRow(string Title, FieldDefinition Rows, int Place, FieldDefinition Field) : FillColumn(Title);

    /// <summary>A running number, which says nothing.</summary>
    internal sealed record Number(string Title) : FillColumn(Title);

    /// <summary>A column without a name: nothing may stand in it.</summary>
    internal sealed record Nameless(string Title) : FillColumn(Title);

    /// <summary>The value of a cell in the words of the wire; false with a Vietnamese reason when it makes no sense.</summary>
    public static bool TryValue(FieldDefinition field, string text, out string value, [NotNullWhen(false)] out string? reason)
    {
        (value, reason) = (text, null);
        switch (field.Type)
        {
            case FieldType.Date when !VietnameseDates.TryParse(text, out _):
                reason = $"“{text}” không phải là ngày.";
                return false;
            case FieldType.Choice when ChoiceOf(field, text) is var choice:
                value = choice?.Code ?? text;
                reason = choice is null ? $"không có lựa chọn “{text}”. Các lựa chọn: {string.Join("; ", field.Choices.Select(known => $"{known.Code} ({known.Label})"))}." : null;
                return choice is not null;
            default:
                return true;
        }
    }

    private static FieldChoice? ChoiceOf(FieldDefinition field, string text) =>
        field.Choices.FirstOrDefault(choice => choice.Code == text) ?? field.Choices.FirstOrDefault(choice => SearchText.Fold(choice.Label) == SearchText.Fold(text));
}
