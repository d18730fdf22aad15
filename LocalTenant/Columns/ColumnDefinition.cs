using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Columns;

/// <summary>Makes a whole column definition out of what a caller sent, or refuses it.</summary>
internal static class ColumnDefinition
{
    private static readonly string[] Kept = ["text", "choice", "number", "dateTime", "boolean", "lookup"];

    private static readonly string[] Lacking = ["currency", "calculated", "personOrGroup", "hyperlinkOrPicture", "geolocation", "term", "thumbnail", "contentApprovalStatus"];

    private static readonly string[] Switches = ["enforceUniqueValues", "hidden", "indexed", "required"];

    public static JsonObject Create(JsonObject body)
    {
        var facet = Facet(body);
        var name = body.Text("name") ?? Encode(body.Text("displayName") ?? throw GraphError.Invalid("The 'name' of the column is missing."));
        var json = new JsonObject
        {
            ["columnGroup"] = "Custom Columns",
            ["description"] = body.Text("description") ?? "",
            ["displayName"] = body.Text("displayName") ?? name,
            ["name"] = Encode(name),
            ["readOnly"] = false,
            [facet] = Completed(facet, body[facet]!.AsObject()),
        };
        Switches.ToList().ForEach(name => json[name] = body.Flag(name));
        return json;
    }

    public static JsonObject Merge(JsonObject known, JsonObject body)
    {
        if (body.Text("name") is { } name && name != known.Text("name"))
        {
            throw GraphError.Invalid("The 'name' of a column cannot be changed.");
        }
        var json = known.DeepClone().AsObject();
        foreach (var member in body.Where(member => member.Key is "displayName" or "description" || Switches.Contains(member.Key)))
        {
            json[member.Key] = member.Value?.DeepClone();
        }
        if (Kept.FirstOrDefault(body.ContainsKey) is { } facet)
        {
            ReplaceFacet(json, facet, body[facet] as JsonObject ?? []);
        }
        return json;
    }

    private static void ReplaceFacet(JsonObject json, string facet, JsonObject settings)
    {
        if (json[facet] is not JsonObject old)
        {
            throw GraphError.Invalid("The type of a column cannot be changed.");
        }
        foreach (var (name, value) in settings)
        {
            old[name] = value?.DeepClone();
        }
    }

    private static string Facet(JsonObject body)
    {
        if (Lacking.FirstOrDefault(body.ContainsKey) is { } lacking)
        {
            throw GraphError.NotImplemented($"columns of type {lacking}");
        }
        if (body["lookup"] is JsonObject lookup && (lookup.Flag("allowMultipleValues") || lookup.ContainsKey("primaryLookupColumnId")))
        {
            throw GraphError.NotImplemented("lookup columns of several values or of further columns");
        }
        return Kept.Where(name => body[name] is JsonObject).ToList() switch
        {
            [var one] => one,
            [] => throw GraphError.Invalid("The type of the column is missing."),
            _ => throw GraphError.Invalid("A column has exactly one type."),
        };
    }

    private static JsonObject Completed(string facet, JsonObject given)
    {
        var whole = facet switch
        {
            "text" => new JsonObject { ["allowMultipleLines"] = false, ["appendChangesToExistingText"] = false, ["linesForEditing"] = 0 },
            "choice" => new() { ["allowTextEntry"] = false, ["choices"] = new JsonArray(), ["displayAs"] = "dropDownMenu" },
            "number" => new() { ["decimalPlaces"] = "automatic", ["displayAs"] = "number" },
            "lookup" => new() { ["allowMultipleValues"] = false, ["allowUnlimitedLength"] = false, ["columnName"] = "Title" },
            "dateTime" => new() { ["displayAs"] = "default", ["format"] = "dateOnly" },
            _ => [],
        };
        foreach (var (name, value) in given.Where(member => member.Key[0] != '@' && member.Value is not null))
        {
            whole[name] = value!.DeepClone();
        }
        if (facet == "text" && !whole.Flag("allowMultipleLines"))
        {
            whole["maxLength"] ??= 255;
        }
        return whole;
    }

    /// <summary>The internal name: what is not a letter, a digit or an underscore becomes _xHHHH_.</summary>
    private static string Encode(string name)
    {
        var encoded = new StringBuilder();
        foreach (var character in name)
        {
            _ = char.IsAsciiLetterOrDigit(character) || character == '_'
                ? encoded.Append(character)
                : encoded.Append(null, $"_x{(int)character:x4}_");
        }
        return encoded.Length > 32 ? encoded.ToString(0, 32) : encoded.ToString();
    }
}
