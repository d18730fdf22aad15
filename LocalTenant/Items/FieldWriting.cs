using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Turns the fields a caller sent into values of the list's columns, or refuses them.</summary>
internal static class FieldWriting
{
    private const string TypeAnnotation = "@odata.type";

    /// <summary>Puts what was sent over what is there; null clears.</summary>
    public static JsonObject Apply(Database database, IReadOnlyList<Column> columns, JsonObject present, JsonObject sent)
    {
        var fields = present.DeepClone().AsObject();
        foreach (var (name, value) in sent.Where(member => member.Key != "id" && !member.Key.Contains('@', StringComparison.Ordinal)))
        {
            var column = Writable(columns, name);
            CheckAnnotation(column, sent.Text(name + TypeAnnotation), value);
            fields.Remove(name);
            if (value is not null && (name == column.Name ? FieldValue.Normalize(column, value) : Lookups.Normalize(database, column, value)) is { } normal)
            {
                fields[name] = normal;
            }
        }
        return fields;
    }

    /// <summary>Title is exempt: its list form asks for it, the API never has.</summary>
    public static void RequireAll(IReadOnlyList<Column> columns, JsonObject fields)
    {
        if (columns.FirstOrDefault(column => column.Required && column.Name != "Title" && !fields.ContainsKey(column.StoredName)) is { } missing)
        {
            throw GraphError.Invalid($"The field '{missing.Name}' is required.");
        }
    }

    private static Column Writable(IReadOnlyList<Column> columns, string name)
    {
        var column = columns.FirstOrDefault(column => column.Name == name || column.StoredName == name) ?? throw GraphError.Invalid($"Field '{name}' is not recognized");
        return column.ReadOnly ? throw GraphError.Invalid($"Field '{name}' is read-only") : column;
    }

    // Documented only by its failures: a bare array is refused, and so is the annotation on a single value.
    private static void CheckAnnotation(Column column, string? annotation, JsonNode? value)
    {
        if (column.Kind == ColumnKind.MultiChoice && value is not null && annotation is not ("Collection(Edm.String)" or "#Collection(Edm.String)"))
        {
            throw new GraphError(400, "generalException", "General exception while processing");
        }
        if (column.Kind != ColumnKind.MultiChoice && annotation?.Contains("Collection", StringComparison.Ordinal) is true)
        {
            throw GraphError.Invalid($"Field '{column.Name}' holds one value.");
        }
    }
}
