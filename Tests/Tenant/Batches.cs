using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

/// <summary>$batch by hand: the SDK's own envelope renumbers and does not retry.</summary>
internal static class Batches
{
    public static async Task<JsonObject> PostAsync(HttpClient http, string url, JsonObject body, CancellationToken token)
    {
        using var response = await http.PostAsJsonAsync(new Uri(url, UriKind.Relative), body, token);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(token))!;
    }

    public static async Task<JsonObject> GetAsync(HttpClient http, string url, CancellationToken token) =>
        (await http.GetFromJsonAsync<JsonObject>(new Uri(url, UriKind.Relative), token))!;

    public static async Task<IReadOnlyDictionary<string, JsonNode>> RunAsync(HttpClient http, CancellationToken token, params JsonObject[] requests)
    {
        var answer = await PostAsync(http, "$batch", new() { ["requests"] = new JsonArray([.. requests]) }, token);
        return answer["responses"]!.AsArray().ToDictionary(one => (string)one!["id"]!, one => one!);
    }

    public static JsonObject Post(string id, string url, JsonObject body, params string[] dependsOn) => new()
    {
        ["id"] = id,
        ["method"] = "POST",
        ["url"] = url,
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = body,
        ["dependsOn"] = new JsonArray([.. dependsOn.Select(one => (JsonNode)one)]),
    };

    public static async Task AddItemsAsync(TenantApp app, string list, int count, Func<int, JsonObject> fields, CancellationToken token)
    {
        using var http = await app.RawAsync(token);
        foreach (var chunk in Enumerable.Range(1, count).Chunk(20))
        {
            var answers = await RunAsync(http, token, [.. chunk.Select(number => Post($"{number}", $"/sites/{app.Site}/lists/{list}/items", new() { ["fields"] = fields(number) }))]);
            Assert.IsTrue(answers.Values.All(one => (int)one["status"]! == 201));
        }
    }
}
