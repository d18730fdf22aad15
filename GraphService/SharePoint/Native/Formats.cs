using System.Text.Json.Nodes;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Column and view formatting («định dạng cột»), JSON files in the folder Formatting.</summary>
internal static class Formats
{
    /// <summary>A format by the name of its file, as one line.</summary>
    public static string Read(string name)
    {
        var assembly = typeof(Formats).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Formatting.{name}.json") ?? throw new InvalidOperationException($"There is no format '{name}'.");
        return JsonNode.Parse(stream)!.ToJsonString(); // our own file
    }

    /// <summary>True when two formats say the same; SharePoint may write JSON its own way.</summary>
    public static bool Same(string? left, string? right) =>
        (left ?? "") == (right ?? "") || (Parse(left) is { } one && Parse(right) is { } other && JsonNode.DeepEquals(one, other));

    private static JsonNode? Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // somebody's half-finished editing: different from any of ours
        }
    }
}
