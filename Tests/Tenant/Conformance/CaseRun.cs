using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>What came back.</summary>
internal sealed record CaseAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode? Json => Text.Length > 0 && Headers.GetValueOrDefault("Content-Type", "").StartsWith("application/json", StringComparison.Ordinal)
        ? JsonNode.Parse(Text)
        : null;
}

/// <summary>Makes the calls of a case and holds its last answer against the reference.</summary>
internal sealed class CaseRun(TenantApp app, HttpClient http, CaseWorld world, CancellationToken token)
{
    /// <summary>Every difference found; empty means the case conforms.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(ConformanceCase one, ReferenceShape reference)
    {
        foreach (var call in one.Before)
        {
            var before = await SendAsync(call, call.Method ?? "GET");
            if (before.Status >= 400)
            {
                return [$"before: {call.Method} {call.Path} answered {before.Status} {before.Text}"];
            }
        }
        var answer = await SendAsync(one, one.Method ?? reference.Method ?? "GET");
        if (one.Missing)
        {
            return answer.Status == 501 ? [] : [$"status {answer.Status}, not 501"];
        }
        return [.. Request(one, reference), .. Answer(one, reference, answer), .. await KnownAsync(one, reference, answer)];
    }

    private static IEnumerable<string> Request(ConformanceCase one, ReferenceShape reference) => reference.Request switch
    {
        null => [],
        JsonValue => one.Raw is null ? ["the body sent is not raw as documented"] : [],
        var shape => Shapes.Compare(shape, one.Body, "request"),
    };

    private static IEnumerable<string> Answer(ConformanceCase one, ReferenceShape reference, CaseAnswer answer)
    {
        var status = one.Status ?? reference.Status ?? 200;
        if (answer.Status != status)
        {
            return [$"status {answer.Status}, not {status}: {answer.Text}"];
        }
        return [.. Headers(reference, answer), .. Body(one, reference, answer)];
    }

    private static IEnumerable<string> Headers(ReferenceShape reference, CaseAnswer answer)
    {
        foreach (var (name, value) in reference.Headers)
        {
            if (!answer.Headers.TryGetValue(name, out var given))
            {
                yield return $"header {name} is missing";
            }
            else if (!(name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? given.StartsWith(value, StringComparison.Ordinal) : value.Length == 0 || value == given))
            {
                yield return $"header {name} is '{given}', not '{value}'";
            }
        }
    }

    private static IEnumerable<string> Body(ConformanceCase one, ReferenceShape reference, CaseAnswer answer) => reference.Answer switch
    {
        null => answer.Status is not (202 or 204) || answer.Text.Length == 0 ? [] : [$"a body where there is none: {answer.Text}"],
        JsonValue text when text.GetValue<string>() == "text" => answer.Text.Length > 0 ? [] : ["the body is empty"],
        var shape =>
        [
            .. Shapes.Compare(Shapes.Without(shape, one.Without), answer.Json),
            .. one.Exactly is null ? [] : Shapes.Beyond(shape, answer.Json).Where(path => !one.Exactly.Contains(path.Split('.')[^1])).Select(path => $"{path} is not in the recording"),
        ],
    };

    private static async Task<IReadOnlyList<string>> KnownAsync(ConformanceCase one, ReferenceShape reference, CaseAnswer answer) =>
        one.Model is null || answer.Json is null ? [] : await SdkModels.UnknownAsync(one.Model, answer.Json, Shapes.Names(reference.Answer).ToHashSet());

    public async Task<CaseAnswer> SendAsync(CaseCall call, string method)
    {
        var url = Address(await world.FillAsync(call.Path));
        using var request = new HttpRequestMessage(new(method), url) { Content = await ContentAsync(call) };
        foreach (var (name, value) in call.Headers)
        {
            await AddAsync(request, name, value);
        }
        using var anonymous = new HttpClient();
        var own = url.AbsolutePath.StartsWith("/v1.0/", StringComparison.Ordinal) || url.AbsolutePath.Contains("/_api/", StringComparison.Ordinal);
        using var response = await (own ? http : anonymous).SendAsync(request, token);
        var answer = await ReadAsync(response);
        foreach (var (name, pointer) in call.Save)
        {
            world.Save(name, Find(answer, pointer));
        }
        return answer;
    }

    private Uri Address(string path) => path switch
    {
        _ when path.StartsWith("http", StringComparison.Ordinal) => new(path),
        _ when path.StartsWith("/_local/", StringComparison.Ordinal) || path.Contains("/_api/", StringComparison.Ordinal) => new(app.Server.BaseAddress, path),
        _ => new(app.Server.BaseAddress, "v1.0" + path),
    };

    private async Task<HttpContent?> ContentAsync(CaseCall call)
    {
        if (call.Raw is { } raw)
        {
            return new StringContent(raw, Encoding.UTF8, "text/plain");
        }
        return call.Body is { } body ? new StringContent(await world.FillAsync(body.ToJsonString()), Encoding.UTF8, "application/json") : null;
    }

    private async Task AddAsync(HttpRequestMessage request, string name, string value)
    {
        var filled = await world.FillAsync(value);
        if (name == "Content-Range")
        {
            request.Content!.Headers.ContentRange = ContentRangeHeaderValue.Parse(filled);
        }
        else
        {
            request.Headers.TryAddWithoutValidation(name, filled);
        }
    }

    private async Task<CaseAnswer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync(token));
    }

    private static string Find(CaseAnswer answer, string pointer)
    {
        if (pointer.StartsWith("header:", StringComparison.Ordinal))
        {
            return answer.Headers[pointer["header:".Length..]];
        }
        var parts = pointer.Split('#');
        var found = parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(answer.Json, Step)?.ToString() ?? throw new JsonException($"No {pointer} in {answer.Text}");
        return parts.Length == 1 ? found : QueryHelpers.ParseQuery(new Uri(found).Query)[parts[1]].ToString();
    }

    private static JsonNode? Step(JsonNode? node, string name) => node is JsonArray array ? array[int.Parse(name, null)] : node?[name];
}
