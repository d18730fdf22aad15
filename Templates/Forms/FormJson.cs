using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

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
        if (!FormJsonReader.TryReadSingles(form.SingleFields, fields, out var singles, out error) || !FormJsonReader.TryReadAllRows(form, fields, rows, out error))
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
                ? new JsonArray([.. values.RowsOf(field.Tag).Select(row => FormJsonWriter.WriteRow(field, row))])
                : FormJsonWriter.WriteValue(field, values[field.Tag]);
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
                FormJsonWriter.WriteRowsTo(json, field, values.RowsOf(field.Tag));
            }
            else
            {
                FormJsonWriter.WriteValueTo(json, field, values[field.Tag]);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Reads some one-value fields out of an object of tags, as <see cref="TryRead"/> does for a whole form; other tags are ignored.</summary>
    public static bool TryReadFields(
        IEnumerable<FieldDefinition> fields, JsonElement json, out Dictionary<string, string> values, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return FormJsonReader.TryReadSingles(fields, json, out values, out error);
    }

    /// <summary>Writes some one-value fields: "" for what is empty.</summary>
    public static JsonObject WriteFields(IEnumerable<FieldDefinition> fields, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(values);
        var json = new JsonObject();
        foreach (var field in fields)
        {
            json[field.Tag] = FormJsonWriter.WriteValue(field, values.GetValueOrDefault(field.Tag, ""));
        }

        return json;
    }
}
