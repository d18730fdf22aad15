using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Rest;

/// <summary>A recorded answer, and how an answer of ours is held against it: same status, same names, same kinds of values.</summary>
internal static class Recorded
{
    private static readonly string? Folder = Find();

    /// <summary>The recording; the test is inconclusive where the reference data is absent.</summary>
    public static (int Status, JsonNode Body) Read(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(PathOf("graph-recorded", name)))!;
        return (file["StatusCode"]!.GetValue<int>(), JsonNode.Parse(file["Response"]!.GetValue<string>())!);
    }

    /// <summary>A documented request with its answer.</summary>
    public static JsonNode Example(string name) => JsonNode.Parse(File.ReadAllText(PathOf("graph-examples", name)))!;

    /// <summary>Where two shapes differ, one line each: a name that is missing or too many, or another kind of value. Null goes with anything.</summary>
    public static IReadOnlyList<string> Differences(JsonNode? recorded, JsonNode? ours, string path = "$") => (recorded, ours) switch
    {
        (null, _) or (_, null) => [],
        (JsonObject left, JsonObject right) =>
        [
            .. left.Where(member => !right.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key} is missing"),
            .. right.Where(member => !left.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key} is too many"),
            .. left.Where(member => right.ContainsKey(member.Key)).SelectMany(member => Differences(member.Value, right[member.Key], $"{path}.{member.Key}")),
        ],
        (JsonArray left, JsonArray right) => left.Count == 0 || right.Count == 0 ? [] : Differences(left[0], right[0], path + "[0]"),
        _ => Kind(recorded) == Kind(ours) ? [] : [$"{path} is {Kind(ours)}, recorded {Kind(recorded)}"],
    };

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();

    private static string PathOf(string folder, string name)
    {
        if (Folder is null)
        {
            Assert.Inconclusive("The reference data is not on this machine (../shared/reference).");
        }
        return Path.Combine(Folder!, folder, name + ".json");
    }

    // Beside the repository, or beside the folder of several worktrees.
    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "reference");
            if (Directory.Exists(Path.Combine(candidate, "graph-recorded")))
            {
                return candidate;
            }
        }
        return null;
    }
}
