using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Templates.Forms;

/// <summary>Writes rows and single values as JSON, as a tree or straight to a writer.</summary>
internal static class FormJsonWriter
{
    public static JsonObject WriteRow(FieldDefinition rows, FormRow row)
    {
        var json = new JsonObject();
        if (row.RowId is { Length: > 0 } id)
        {
            json[FormJson.RowIdName] = id;
        }

        foreach (var column in rows.Columns)
        {
            json[column.Tag] = WriteValue(column, row[column.Tag]);
        }

        return json;
    }

    public static void WriteRowsTo(Utf8JsonWriter json, FieldDefinition field, IReadOnlyList<FormRow> rows)
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

    public static void WriteValueTo(Utf8JsonWriter json, FieldDefinition field, string value)
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

    public static JsonNode WriteValue(FieldDefinition field, string value) => field.Type switch
    {
        FieldType.Lines => new JsonArray([.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]),
        FieldType.Choice when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(value),
    };
}
