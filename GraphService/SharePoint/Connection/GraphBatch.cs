using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>One call of a batch: a method, an address below the version, a JSON body or none, and what it costs in resource units.</summary>
internal sealed record BatchStep(string Method, string Url, object? Body, int Units = 2);

/// <summary>What one call of a batch was answered.</summary>
internal sealed record StepAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter = null)
{
    /// <summary>True when it was carried out.</summary>
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>What it was refused with.</summary>
    public SharePointException ToException()
    {
        var (code, text) = ErrorBody.Read(Body);
        return new SharePointException(Status, code, text, RetryAfter);
    }
}

/// <summary>
/// Sends up to twenty calls as one. Writes go one after the other: side by side those to one list end in save conflicts. A throttled call is sent again, with those that depend on it,
/// after the longest wait any of them asked for. The outer 200 says nothing about the calls; an answer may come in any order.
/// </summary>
internal sealed class GraphBatch(HttpClient http, UnitBudget budget, string baseAddress, bool ordered, TimeProvider clock)
{
    /// <summary>The most calls of a batch.</summary>
    public const int Most = 20;

    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly StepAnswer Missing = new(504, default);

    private const int MostRounds = 5;
    private const int FailedDependency = 424;

    /// <summary>Sends the calls and gives their answers in the order of the calls; when they are ordered, what comes behind a refused call is answered 424.</summary>
    /// <exception cref="SharePointException">The batch as a whole was refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<IReadOnlyList<StepAnswer>> SendAsync(IReadOnlyList<BatchStep> steps, CancellationToken cancellationToken)
    {
        var answers = Enumerable.Repeat(Missing, steps.Count).ToArray();
        var open = Enumerable.Range(0, steps.Count).ToList();
        for (var round = 1; open.Count > 0; round++)
        {
            foreach (var response in await RoundAsync(steps, open, cancellationToken))
            {
                var answer = new StepAnswer(response.GetProperty("status").GetInt32(), response.TryGetProperty("body", out var body) ? body : default, Asked(response));
                answers[IndexOf(response)] = answer;
                Learn(response, answer, steps[IndexOf(response)].Units);
            }

            var wait = open.Max(index => answers[index].RetryAfter ?? TimeSpan.Zero);
            open = round < MostRounds && wait <= UnitBudget.LongestWait ? Again(answers, open) : [];
        }

        return answers;
    }

    private async Task<List<JsonElement>> RoundAsync(IReadOnlyList<BatchStep> steps, List<int> open, CancellationToken cancellationToken)
    {
        var requests = open.Select((index, place) => Envelope(steps[index], index, ordered && place > 0 ? open[place - 1] : null));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{baseAddress}/$batch")) { Content = JsonContent.Create(new { requests }, options: Compact) };
        request.SetUnits(open.Sum(index => steps[index].Units));
        request.SetRepeatable(); // what a batch of ours holds reads, sets columns, or makes items whose key is unique
        using var response = await HttpChain.AcceptedAsync(await http.SendAsync(request, cancellationToken), clock, cancellationToken);
        return [.. (await HttpChain.JsonOfAsync(response, cancellationToken)).GetProperty("responses").EnumerateArray()];
    }

    private static object Envelope(BatchStep step, int index, int? before) => new
    {
        id = Id(index),
        method = step.Method,
        url = step.Url,
        headers = step.Body is null ? null : new Dictionary<string, string> { ["Content-Type"] = "application/json" },
        body = step.Body,
        dependsOn = before is { } first ? new[] { Id(first) } : [],
    };

    // In order: from the first throttled call on, since those behind it were not carried out.
    private List<int> Again(StepAnswer[] answers, List<int> open)
    {
        if (!ordered)
        {
            return [.. open.Where(index => answers[index].Status is 429 or 503)];
        }

        var first = open.FindIndex(index => !answers[index].IsDone);
        return first >= 0 && answers[open[first]].Status is 429 or 503
            ? [.. open.Skip(first).Where(index => answers[index].Status is 429 or 503 or FailedDependency)]
            : [];
    }

    // The limit is the application's: what one call learns of it holds for all, also for those of other batches, which would be refused meanwhile and still be counted.
    private void Learn(JsonElement response, StepAnswer answer, int units)
    {
        if (answer.RetryAfter is { } asked)
        {
            budget.Pause(asked);
        }
        else if (Header(response, "RateLimit-Remaining") is { } remaining && Header(response, "RateLimit-Reset") is { } reset)
        {
            budget.Pace(remaining, reset, units);
        }
    }

    private static double? Header(JsonElement response, string name) =>
        response.TryGetProperty("headers", out var headers) && headers.TryGetProperty(name, out var value) && double.TryParse(value.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private TimeSpan? Asked(JsonElement response) =>
        response.GetProperty("status").GetInt32() is not (429 or 503) ? null
        : response.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Retry-After", out var value) && RetryAfter.Read(value.ToString(), clock.GetUtcNow()) is { } asked ? asked
        : TimeSpan.FromSeconds(1);

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static int IndexOf(JsonElement response) => int.Parse(response.GetProperty("id").GetString()!, CultureInfo.InvariantCulture) - 1; // ids are ours
}
