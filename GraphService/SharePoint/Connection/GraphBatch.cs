using System.Globalization;
using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>One call of a batch: a method, an address below the version, and a JSON body or none.</summary>
internal sealed record BatchStep(string Method, string Url, object? Body);

/// <summary>What one call of a batch was answered.</summary>
internal sealed record StepAnswer(int Status, JsonElement Body)
{
    /// <summary>True when it was carried out.</summary>
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>What it was refused with.</summary>
    public SharePointException ToException()
    {
        var (code, text) = ErrorBody.Read(Body);
        return new SharePointException(Status, code, text);
    }
}

/// <summary>
/// Sends up to twenty calls as one, one after the other: writes to one list side by side end in save conflicts. A throttled call is sent again with those behind it after the longest
/// wait any of them asked for. The outer 200 says nothing about the calls; an answer may come in any order.
/// </summary>
internal sealed class GraphBatch(HttpClient http, string baseAddress, TimeProvider clock)
{
    /// <summary>The most calls of a batch.</summary>
    public const int Most = 20;

    private const int MostRounds = 5;
    private const int UnitsOfStep = 2;
    private const int FailedDependency = 424;

    /// <summary>Sends the calls and gives their answers in the order of the calls; what comes behind a refused call is answered 424.</summary>
    /// <exception cref="SharePointException">The batch as a whole was refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<IReadOnlyList<StepAnswer>> SendAsync(IReadOnlyList<BatchStep> steps, CancellationToken cancellationToken)
    {
        var answers = new StepAnswer[steps.Count];
        var open = Enumerable.Range(0, steps.Count).ToList();
        for (var round = 1; open.Count > 0; round++)
        {
            var wait = TimeSpan.Zero;
            foreach (var response in await RoundAsync(steps, open, cancellationToken))
            {
                answers[IndexOf(response)] = new StepAnswer(response.GetProperty("status").GetInt32(), response.TryGetProperty("body", out var body) ? body : default);
                wait = Longest(wait, Asked(response));
            }

            open = round < MostRounds && wait <= UnitBudget.LongestWait ? Again(answers, open) : [];
            if (open.Count > 0)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }

        return answers;
    }

    private async Task<List<JsonElement>> RoundAsync(IReadOnlyList<BatchStep> steps, List<int> open, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{baseAddress}/$batch")) { Content = JsonContent.Create(new { requests = open.Select((index, place) => Envelope(steps[index], index, place == 0 ? null : open[place - 1])) }) };
        request.SetUnits(UnitsOfStep * open.Count);
        request.SetRepeatable(); // what a batch of ours holds sets columns, or makes items whose key is unique
        using var response = await HttpChain.AcceptedAsync(await http.SendAsync(request, cancellationToken), clock, cancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return [.. document.RootElement.Clone().GetProperty("responses").EnumerateArray()];
    }

    private static object Envelope(BatchStep step, int index, int? before) => new
    {
        id = Id(index),
        method = step.Method,
        url = step.Url,
        headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
        body = step.Body,
        dependsOn = before is { } first ? new[] { Id(first) } : [],
    };

    // From the first throttled call on: those behind it were not carried out.
    private static List<int> Again(StepAnswer[] answers, List<int> open)
    {
        var first = open.FindIndex(index => !answers[index].IsDone);
        return first >= 0 && answers[open[first]].Status is 429 or 503
            ? [.. open.Skip(first).Where(index => answers[index].Status is 429 or 503 or FailedDependency)]
            : [];
    }

    private TimeSpan Asked(JsonElement response) =>
        response.GetProperty("status").GetInt32() is not (429 or 503) ? TimeSpan.Zero
        : response.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Retry-After", out var value) && RetryAfter.Read(value.ToString(), clock.GetUtcNow()) is { } asked ? asked
        : TimeSpan.FromSeconds(1);

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static int IndexOf(JsonElement response) => int.Parse(response.GetProperty("id").GetString()!, CultureInfo.InvariantCulture) - 1; // ids are ours
}
