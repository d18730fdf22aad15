using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>The shape of one documented or recorded exchange.</summary>
internal sealed record ReferenceShape
{
    public string? Method { get; init; }

    public JsonNode? Request { get; init; }

    public int? Status { get; init; }

    /// <summary>Names, and of a few that callers read the value.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonNode? Answer { get; init; }
}

/// <summary>
/// Derives shapes from the reference files, which are others' and stay where they are; shapes.json keeps what was derived.
/// </summary>
internal static class ReferenceTable
{
    // How an answer travels, or when: no part of the contract. The last three tell of beta only.
    private static readonly string[] Aside = ["Date", "Transfer-Encoding", "Content-Length", "Link", "Deprecation", "Sunset"];

    private static readonly string[] Told = ["Cache-Control", "OData-Version", "Vary", "Strict-Transport-Security"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyDictionary<string, ReferenceShape> Kept { get; } = JsonSerializer.Deserialize<Dictionary<string, ReferenceShape>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tenant", "Conformance", "shapes.json")), Options)!;

    /// <summary>The folder of the reference files, above the repository; null where it is absent.</summary>
    public static string? Folder => Ancestors(new(AppContext.BaseDirectory))
        .Select(folder => Path.Combine(folder.FullName, "shared", "reference"))
        .FirstOrDefault(Directory.Exists);

    public static IReadOnlyDictionary<string, ReferenceShape> Derive(string folder) => new[] { "graph-examples", "graph-recorded" }
        .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(folder, kind), "*.json"))
        .OrderBy(Path.GetFileName, StringComparer.Ordinal)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Read(JsonNode.Parse(File.ReadAllText(file))!.AsObject()));

    public static string Write(IReadOnlyDictionary<string, ReferenceShape> table) => JsonSerializer.Serialize(table, Options) + "\n";

    private static ReferenceShape Read(JsonObject file) => file.ContainsKey("StatusCode") ? Recorded(file) : Documented(file);

    private static ReferenceShape Documented(JsonObject file) => new()
    {
        Method = (string?)file["method"],
        Request = Body(file["requestBody"]),
        Status = (int?)file["response"]?["status"],
        Headers = HeadersOf(file["response"]?["headers"]),
        Answer = Body(file["response"]?["body"]),
    };

    private static ReferenceShape Recorded(JsonObject file) => new()
    {
        Status = (int)file["StatusCode"]!,
        Headers = HeadersOf(file["Headers"]),
        Answer = Text((string?)file["Response"] ?? ""),
    };

    private static Dictionary<string, string> HeadersOf(JsonNode? headers) => (headers as JsonObject ?? [])
        .Where(header => !Aside.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key, header => Told.Contains(header.Key) ? (string)header.Value! : MediaType(header.Key, (string)header.Value!));

    private static string MediaType(string name, string value) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? value.Split(';')[0] : "";

    private static JsonNode? Body(JsonNode? body) => body switch
    {
        null => null,
        JsonObject json when json.ContainsKey("__raw") => "text",
        _ => Shapes.Of(body),
    };

    private static JsonNode? Text(string text)
    {
        try
        {
            return text.Length == 0 ? null : Body(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return "text";
        }
    }

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }
}
