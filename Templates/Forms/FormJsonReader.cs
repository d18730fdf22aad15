using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>Reads rows and single values out of JSON of unknown origin; what is wrong is said in a Vietnamese sentence.</summary>
internal static class FormJsonReader
{
    public static bool TryReadAllRows(
        FormDefinition form, JsonElement fields, Dictionary<string, IReadOnlyList<FormRow>> all, [NotNullWhen(false)] out string? error)
    {
        error = null;
        foreach (var field in form.RowFields)
        {
            if (!TryReadRows(field, fields, out var rows, out error))
            {
                return false;
            }

            all[field.Tag] = rows;
        }

        return true;
    }

    private static bool TryReadRows(FieldDefinition field, JsonElement fields, out List<FormRow> rows, [NotNullWhen(false)] out string? error)
    {
        (rows, error) = ([], null);
        if (!fields.TryGetProperty(field.Tag, out var list) || IsNothing(list))
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > FormJson.MostRows)
        {
            error = $"Mục “{field.Label}” phải là danh sách không quá {FormJson.MostRows} dòng.";
            return false;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (!TryReadRow(field, item, rows, out error))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadRow(FieldDefinition field, JsonElement item, List<FormRow> rows, [NotNullWhen(false)] out string? error)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            error = $"Mỗi dòng của mục “{field.Label}” phải là một đối tượng gồm các trường.";
            return false;
        }

        if (!TryReadSingles(field.Columns, item, out var values, out error))
        {
            return false;
        }

        var id = item.TryGetProperty(FormJson.RowIdName, out var given) && given.ValueKind == JsonValueKind.String && TryText(given, out var text) ? text : null;
        rows.Add(new FormRow(string.IsNullOrWhiteSpace(id) ? null : VietnameseText.OneLine(id), values));
        return true;
    }

    public static bool TryReadSingles(
        IEnumerable<FieldDefinition> fields, JsonElement json, out Dictionary<string, string> values, [NotNullWhen(false)] out string? error)
    {
        (values, error) = ([], null);
        foreach (var field in fields)
        {
            if (!json.TryGetProperty(field.Tag, out var given) || IsNothing(given))
            {
                continue;
            }

            if (!TryReadValue(field, given, out var value, out error))
            {
                return false;
            }

            if (value.Length > 0)
            {
                values[field.Tag] = value;
            }
        }

        return true;
    }

    private static bool TryReadValue(FieldDefinition field, JsonElement given, out string value, [NotNullWhen(false)] out string? error)
    {
        (value, error) = ("", null);
        if (field.Type == FieldType.Lines && given.ValueKind == JsonValueKind.Array)
        {
            return TryReadLines(field, given, out value, out error);
        }

        if (given.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            error = $"Trường “{field.Label}” phải là chữ hoặc số.";
            return false;
        }

        if (!TryText(given, out var text))
        {
            error = $"Trường “{field.Label}” có ký tự hỏng.";
            return false;
        }

        if (FieldValue.TryNormalize(field, text, out value))
        {
            return true;
        }

        error = field.Type == FieldType.Date
            ? $"Trường “{field.Label}” không phải là ngày: “{value}”."
            : $"Trường “{field.Label}” không có lựa chọn “{value}”.";
        return false;
    }

    // JSON may carry halves of characters, which no text of ours may.
    private static bool TryText(JsonElement given, [NotNullWhen(true)] out string? text)
    {
        text = given.GetRawText();
        if (given.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        try
        {
            text = given.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadLines(FieldDefinition field, JsonElement list, out string value, [NotNullWhen(false)] out string? error)
    {
        (value, error) = ("", null);
        if (list.GetArrayLength() > FormJson.MostRows || list.EnumerateArray().Any(item => !IsNothing(item) && !(item.ValueKind == JsonValueKind.String && TryText(item, out _))))
        {
            error = $"Trường “{field.Label}” phải là danh sách không quá {FormJson.MostRows} dòng chữ.";
            return false;
        }

        // A line end inside one text of the list does not make it two.
        value = VietnameseText.Lines(string.Join('\n', list.EnumerateArray().Where(item => !IsNothing(item)).Select(item => VietnameseText.OneLine(item.GetString()))));
        return true;
    }

    private static bool IsNothing(JsonElement json) => json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}
