using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Short words for JSON trees.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Collection(IEnumerable<JsonNode> values) => new() { ["value"] = new JsonArray([.. values]) };

    public static JsonObject ParseObject(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw GraphError.Invalid("The request body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw GraphError.Invalid("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }

    public static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject(); // text we wrote ourselves

    public static string Write(JsonNode node) => node.ToJsonString(Options);

    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool Flag(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>Keeps the named members and the OData annotations (no names keep all) and drops what is null.</summary>
    public static JsonObject Keep(this JsonObject json, IReadOnlySet<string> names)
    {
        foreach (var name in json.Where(member => member.Value is null || !Wanted(member.Key, names)).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }
        return json;
    }

    private static bool Wanted(string name, IReadOnlySet<string> names) => names.Count == 0 || name[0] == '@' || names.Contains(name);
}
