using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Holds a column of the site against its schema: the one place that knows both what verification says and what provisioning sends.</summary>
internal static class ColumnCheck
{
    private static readonly string[] Bounds = ["minimum", "maximum"];

    /// <summary>The definition a missing column is made from; it bears its ASCII name until it is named, since SharePoint takes the internal name from there.</summary>
    public static JsonObject Definition(ColumnSchema column) => new()
    {
        ["name"] = column.Name,
        ["indexed"] = column.Indexed,
        ["enforceUniqueValues"] = column.Unique,
        [FacetOf(column.Kind)] = Facet(column, []),
    };

    /// <summary>Everything in which a column differs.</summary>
    /// <param name="list">The list's name, for the sentences.</param>
    /// <param name="column">What it should be.</param>
    /// <param name="found">What Graph shows of it.</param>
    public static IEnumerable<SiteDifference> Compare(string list, ColumnSchema column, JsonElement found)
    {
        var name = $"{list}.{column.Name}";
        if (!found.TryGetProperty(FacetOf(column.Kind), out var facet) || IsOther(column.Kind, facet))
        {
            yield return new($"Cột {name} khác kiểu thiết kế; hãy xóa hoặc thay cột ấy rồi chạy lại provision (provision không xóa cột nào).", null);
            yield break;
        }

        if (Text(found, "displayName") is var shown && shown != column.DisplayName)
        {
            yield return new($"Cột {name} mang tên «{shown}», không phải «{column.DisplayName}».", new() { ["displayName"] = column.DisplayName });
        }

        foreach (var difference in Flags(name, column, found).Concat(Settings(name, column, facet)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<SiteDifference> Flags(string name, ColumnSchema column, JsonElement found)
    {
        if (column.Indexed && !Flag(found, "indexed"))
        {
            yield return new($"Cột {name} chưa có chỉ mục.", new() { ["indexed"] = true });
        }

        if (column.Unique && !Flag(found, "enforceUniqueValues"))
        {
            yield return new($"Cột {name} chưa buộc giá trị duy nhất.", new() { ["indexed"] = true, ["enforceUniqueValues"] = true });
        }

        if (!column.Unique && Flag(found, "enforceUniqueValues"))
        {
            yield return new($"Cột {name} buộc giá trị duy nhất, thiết kế thì không.", new() { ["enforceUniqueValues"] = false });
        }

        if (Flag(found, "readOnly"))
        {
            yield return new($"Cột {name} bị đặt là chỉ đọc.", new() { ["readOnly"] = false });
        }

        if (Flag(found, "required"))
        {
            yield return new($"Cột {name} bị đặt là bắt buộc nhập.", new() { ["required"] = false });
        }
    }

    private static IEnumerable<SiteDifference> Settings(string name, ColumnSchema column, JsonElement facet)
    {
        if (column.Kind == ColumnKind.Choice)
        {
            var present = Choices(facet);
            var missing = column.Choices.Except(present, StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                yield return new($"Cột {name} thiếu lựa chọn {string.Join(", ", missing.Select(one => $"«{one}»"))}.", new() { ["choice"] = Facet(column, present) });
            }
        }

        foreach (var (setting, wanted) in Facet(column, []).Where(setting => setting.Key is not ("choices" or "format" or "allowMultipleLines")))
        {
            if (facet.TryGetProperty(setting, out var found) && !JsonNode.DeepEquals(JsonNode.Parse(found.GetRawText()), wanted))
            {
                yield return new($"Cột {name} có thiết lập {setting} là {found}, không phải {wanted}.", new() { [FacetOf(column.Kind)] = Facet(column, Choices(facet)) });
            }
        }

        foreach (var bound in Bounds.Where(bound => facet.TryGetProperty(bound, out var found) && found.ValueKind == JsonValueKind.Number && Math.Abs(found.GetDouble()) < double.MaxValue))
        {
            yield return new($"Cột {name} bị giới hạn ({bound} {facet.GetProperty(bound)}), thiết kế thì không.", new() { [FacetOf(column.Kind)] = Unbounded(column) });
        }

        var day = column.Kind == ColumnKind.Day ? "dateOnly" : "dateTime";
        if (column.Kind is ColumnKind.Day or ColumnKind.Instant && Text(facet, "format") != day)
        {
            yield return new($"Cột {name} {(column.Kind == ColumnKind.Day ? "hiện cả giờ, thiết kế chỉ có ngày" : "chỉ hiện ngày, thiết kế có cả giờ")}.", new() { ["dateTime"] = new JsonObject { ["format"] = day } });
        }
    }

    private static bool IsOther(ColumnKind kind, JsonElement facet) => kind is ColumnKind.Text or ColumnKind.Note && Flag(facet, "allowMultipleLines") != (kind == ColumnKind.Note);

    private static string FacetOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.Note => "text",
        ColumnKind.Number => "number",
        ColumnKind.Instant or ColumnKind.Day => "dateTime",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Choice => "choice",
    };

    // What is left out of a change stays as it is; SharePoint's own «no bound» is the widest there is.
    private static JsonObject Unbounded(ColumnSchema column)
    {
        var facet = Facet(column, []);
        (facet["minimum"], facet["maximum"]) = (double.MinValue, double.MaxValue);
        return facet;
    }

    // Our choices come first and in our order; what people have added stays behind them.
    private static JsonObject Facet(ColumnSchema column, IReadOnlyList<string> present) => column.Kind switch
    {
        ColumnKind.Text => new() { ["allowMultipleLines"] = false, ["maxLength"] = 255 },
        ColumnKind.Note => new() { ["allowMultipleLines"] = true, ["textType"] = "plain" },
        ColumnKind.Number => new() { ["decimalPlaces"] = "none" },
        ColumnKind.Instant => new() { ["format"] = "dateTime" },
        ColumnKind.Day => new() { ["format"] = "dateOnly" },
        ColumnKind.Boolean => [],
        ColumnKind.Choice => new() { ["allowTextEntry"] = false, ["choices"] = new JsonArray([.. column.Choices.Union(present).Select(one => (JsonNode)one)]), ["displayAs"] = "dropDownMenu" },
    };

    private static IReadOnlyList<string> Choices(JsonElement facet) =>
        facet.TryGetProperty("choices", out var choices) ? [.. choices.EnumerateArray().Select(one => one.GetString() ?? "")] : [];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
