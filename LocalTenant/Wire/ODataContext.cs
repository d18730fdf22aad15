using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>The @odata.context of an answer: which set or entity of the metadata it shows, told from the path that was asked.</summary>
internal static class ODataContext
{
    private const string Name = "@odata.context";

    private static readonly string[] Sets = ["sites", "drives", "users", "lists", "columns", "contentTypes", "items", "versions", "permissions", "subscriptions", "children"];

    public static void Add(GraphCall call, GraphAnswer answer)
    {
        if (answer is { Status: 200 or 201, Body: JsonObject body } && !body.ContainsKey(Name))
        {
            body.Insert(0, Name, $"{call.Root}/$metadata#{Of(call, body)}");
        }
    }

    /// <summary>The context of something joined to an entity of a list, e.g. its fields.</summary>
    public static string Joined(GraphCall call, string list, string path) =>
        $"{call.Root}/$metadata#sites('{Uri.EscapeDataString(call.Tenant.Site.Id)}')/lists('{list}')/{path}";

    private static string Of(GraphCall call, JsonObject body) => call.Path.Segments switch
    {
        ["drives", .., "delta"] => "Collection(driveItem)",
        [.., "delta"] => "Collection(listItem)",
        [.., "addCopy"] => "contentType",
        [.., "invite"] => "Collection(permission)",
        [.., "createLink"] => "microsoft.graph.permission",
        [.., "createUploadSession"] => "microsoft.graph.uploadSession",
        ["_upload", _] => body.ContainsKey("uploadUrl") || body.ContainsKey("nextExpectedRanges") ? "microsoft.graph.uploadSession" : "driveItem",
        var segments => Path(segments) + Selected(call) + (body["value"] is JsonArray ? "" : "/$entity"),
    };

    private static string Path(string[] segments)
    {
        var parts = new List<string>();
        for (var at = 0; at < segments.Length; at++)
        {
            if (segments[at] == ":")
            {
                at++; // what follows is a path inside the thing before
                continue;
            }
            var key = Sets.Contains(segments[at]) && at + 1 < segments.Length && segments[at + 1] != ":" ? segments[at + 1] : null;
            var last = at + (key is null ? 1 : 2) >= segments.Length;
            parts.Add(key is null || last ? segments[at] : $"{segments[at]}('{Uri.EscapeDataString(key)}')");
            at += key is null ? 0 : 1;
        }
        return string.Join('/', parts);
    }

    private static string Selected(GraphCall call) => call.Query["select"] is { } select ? $"({select})" : "";
}
