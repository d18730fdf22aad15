using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>One value of one column: checked and normal when written, comparable when indexed.</summary>
internal static class FieldValue
{
    /// <summary>The value as it is stored; null stands for an empty one.</summary>
    public static JsonNode? Normalize(Column column, JsonNode value) => column.Kind switch
    {
        ColumnKind.Text => Text(column, value),
        ColumnKind.MultiLineText => Empty(String(column, value)),
        ColumnKind.Choice => Choice(column, String(column, value)),
        ColumnKind.MultiChoice => Choices(column, value),
        ColumnKind.Number => Number(column, value),
        ColumnKind.DateTime => Time(column, String(column, value)),
        ColumnKind.Boolean => Boolean(column, value),
        ColumnKind.Lookup => throw Refuse(column, $"is a lookup: write {column.StoredName}"),
    };

    /// <summary>A stored value as an index sees it: folded text, a number, 0 or 1, or null.</summary>
    public static object? Key(Column column, JsonNode? value) => value is null ? null : column.Kind switch
    {
        ColumnKind.Number => value.GetValue<double>(),
        ColumnKind.Boolean => value.GetValue<bool>() ? 1d : 0d,
        ColumnKind.DateTime => value.GetValue<string>(),
        ColumnKind.Lookup => double.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
        ColumnKind.Text or ColumnKind.MultiLineText or ColumnKind.Choice => Folding.Fold(value.GetValue<string>()),
        ColumnKind.MultiChoice => null,
    };

    private static JsonValue? Text(Column column, JsonNode value)
    {
        var text = String(column, value);
        var most = column.Definition["text"]?["maxLength"]?.GetValue<int>() ?? 255;
        return text.Length <= most ? Empty(text) : throw Refuse(column, $"is longer than {most} characters");
    }

    private static JsonValue? Choice(Column column, string text) =>
        text.Length == 0 || AllowsAny(column) || Known(column).Contains(text) ? Empty(text) : throw Refuse(column, $"has no choice '{text}'");

    private static JsonArray? Choices(Column column, JsonNode value)
    {
        var chosen = value is JsonArray array ? array.Select(one => String(column, one!)).ToList() : throw Refuse(column, "takes an array");
        chosen.ForEach(one => Choice(column, one));
        return chosen.Count == 0 ? null : new([.. chosen.Select(one => (JsonNode)one)]);
    }

    private static JsonValue Number(Column column, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.Number)
        {
            throw Refuse(column, "takes a number");
        }
        var (number, limits) = (value.GetValue<double>(), column.Definition["number"]!);
        return number >= (limits["minimum"]?.GetValue<double>() ?? double.MinValue) && number <= (limits["maximum"]?.GetValue<double>() ?? double.MaxValue)
            ? JsonValue.Create(number)
            : throw Refuse(column, "is out of its range");
    }

    private static JsonValue? Time(Column column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }
        if (!Stamp.TryParse(text, out var time))
        {
            throw Refuse(column, "takes a date and time in ISO 8601");
        }
        var day = column.Definition["dateTime"]!.AsObject().Text("format") == "dateOnly";
        return JsonValue.Create(Stamp.Of(day ? new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero) : time));
    }

    private static JsonValue Boolean(Column column, JsonNode value) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
        ? JsonValue.Create(value.GetValue<bool>())
        : throw Refuse(column, "takes true or false");

    private static string String(Column column, JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Refuse(column, "takes text");

    private static JsonValue? Empty(string text) => text.Length == 0 ? null : JsonValue.Create(text);

    private static bool AllowsAny(Column column) => column.Definition["choice"]!.AsObject().Flag("allowTextEntry");

    private static IEnumerable<string> Known(Column column) => column.Definition["choice"]!["choices"]!.AsArray().Select(one => one!.GetValue<string>());

    private static GraphError Refuse(Column column, string why) => GraphError.Invalid($"One of the provided arguments is not acceptable. Field '{column.Name}' {why}.");
}
