using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>The values of a form as JSON, the shape of the wire and of drafts.</summary>
public static class FormJson
{
    /// <summary>The tag under which a row carries its lasting id.</summary>
    public const string RowIdName = "rowId";

    internal const int MostRows = 200;

    /// <summary>Reads an object of tags; absent, null and "" are equal, unknown tags are ignored, dates also in human forms.</summary>
    /// <exception cref="FormatException">The shape is wrong; the message is Vietnamese and fit to be shown.</exception>
    public static FormValues Read(FormDefinition form, JsonElement fields) =>
        TryRead(form, fields, out var values, out var error) ? values : throw new FormatException(error);

    /// <summary>Reads an object of tags; false with a Vietnamese sentence when the shape is wrong or a date or choice cannot be understood.</summary>
    public static bool TryRead(
        FormDefinition form, JsonElement fields, [NotNullWhen(true)] out FormValues? values, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(form);
        values = null;
        if (fields.ValueKind != JsonValueKind.Object)
        {
            error = "Dữ liệu của mẫu phải là một đối tượng gồm các trường.";
            return false;
        }

        var rows = new Dictionary<string, IReadOnlyList<FormRow>>();
        if (!TryReadSingles(form.SingleFields, fields, out var singles, out error) || !TryReadAllRows(form, fields, rows, out error))
        {
            return false;
        }

        values = new FormValues(singles, rows);
        return true;
    }

    /// <summary>Writes all tags of the form: "" for what is empty, an array for rows and for lists, whole numbers for numeric choices.</summary>
    public static JsonObject Write(FormDefinition form, FormValues values)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(values);
        var json = new JsonObject();
        foreach (var field in form.Fields)
        {
            json[field.Tag] = field.Type == FieldType.Rows
                ? new JsonArray([.. values.RowsOf(field.Tag).Select(row => WriteRow(field, row))])
                : WriteValue(field, values[field.Tag]);
        }

        return json;
    }

    /// <summary>Writes the same text as <see cref="Write"/> makes, without row ids and without building it first.</summary>
    internal static void WriteTo(Utf8JsonWriter json, FormDefinition form, FormValues values)
    {
        json.WriteStartObject();
        foreach (var field in form.Fields)
        {
            json.WritePropertyName(field.Tag);
            if (field.Type == FieldType.Rows)
            {
                WriteRowsTo(json, field, values.RowsOf(field.Tag));
            }
            else
            {
                WriteValueTo(json, field, values[field.Tag]);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Reads some one-value fields out of an object of tags, as <see cref="TryRead"/> does for a whole form; other tags are ignored.</summary>
    public static bool TryReadFields(
        IEnumerable<FieldDefinition> fields, JsonElement json, out Dictionary<string, string> values, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return TryReadSingles(fields, json, out values, out error);
    }

    /// <summary>Writes some one-value fields: "" for what is empty.</summary>
    public static JsonObject WriteFields(IEnumerable<FieldDefinition> fields, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(values);
        var json = new JsonObject();
        foreach (var field in fields)
        {
            json[field.Tag] = WriteValue(field, values.GetValueOrDefault(field.Tag, ""));
        }

        return json;
    }

    private static JsonObject WriteRow(FieldDefinition rows, FormRow row)
    {
        var json = new JsonObject();
        if (row.RowId is { Length: > 0 } id)
        {
            json[RowIdName] = id;
        }

        foreach (var column in rows.Columns)
        {
            json[column.Tag] = WriteValue(column, row[column.Tag]);
        }

        return json;
    }

    private static void WriteRowsTo(Utf8JsonWriter json, FieldDefinition field, IReadOnlyList<FormRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in field.Columns)
            {
                json.WritePropertyName(column.Tag);
                WriteValueTo(json, column, row[column.Tag]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValueTo(Utf8JsonWriter json, FieldDefinition field, string value)
    {
        if (field.Type == FieldType.Lines)
        {
            json.WriteStartArray();
            foreach (var line in value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
        }
        else if (field.Type == FieldType.Choice && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    private static JsonNode WriteValue(FieldDefinition field, string value) => field.Type switch
    {
        FieldType.Lines => new JsonArray([.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]),
        FieldType.Choice when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(value),
    };

    private static bool TryReadAllRows(
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

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostRows)
        {
            error = $"Mục “{field.Label}” phải là danh sách không quá {MostRows} dòng.";
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

        var id = item.TryGetProperty(RowIdName, out var given) && given.ValueKind == JsonValueKind.String && TryText(given, out var text) ? text : null;
        rows.Add(new FormRow(string.IsNullOrWhiteSpace(id) ? null : VietnameseText.OneLine(id), values));
        return true;
    }

    private static bool TryReadSingles(
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
        if (list.GetArrayLength() > MostRows || list.EnumerateArray().Any(item => !IsNothing(item) && !(item.ValueKind == JsonValueKind.String && TryText(item, out _))))
        {
            error = $"Trường “{field.Label}” phải là danh sách không quá {MostRows} dòng chữ.";
            return false;
        }

        // A line end inside one text of the list does not make it two.
        value = VietnameseText.Lines(string.Join('\n', list.EnumerateArray().Where(item => !IsNothing(item)).Select(item => VietnameseText.OneLine(item.GetString()))));
        return true;
    }

    private static bool IsNothing(JsonElement json) => json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}
