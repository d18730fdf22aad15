using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Service;

/// <summary>What a person does over the wire, in the words of the stories: fill, read, file, review.</summary>
internal sealed class OfficeClient(HttpClient http) : IDisposable
{
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public HttpClient Http { get; } = http;

    public async Task SignInAsync(string person)
    {
        var session = await JsonAsync(await Http.PostAsJsonAsync("api/session", new { person }));
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
    }

    public async Task<JsonElement> GetAsync(string path) => await JsonAsync(await Http.GetAsync(new Uri(path, UriKind.Relative)));

    public Task<HttpResponseMessage> SendAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Fills a personal plan; the values of <see cref="Plan.Fields"/>, changed.</summary>
    public async Task<byte[]> FillAsync(Plan plan, Action<JsonObject>? change = null)
    {
        var fields = plan.Fields();
        change?.Invoke(fields);
        var response = await Http.PostAsJsonAsync($"api/forms/mau03/document?{plan.Target}", new { fields });
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Task<HttpResponseMessage> ReadAsync(byte[] bytes) => Http.PostAsync(new Uri("api/forms/read", UriKind.Relative), Docx(bytes));

    public Task<HttpResponseMessage> SalvageAsync(byte[] bytes) => Http.PostAsync(new Uri("api/forms/salvage", UriKind.Relative), Docx(bytes));

    public async Task<HttpResponseMessage> FileAsync(Plan plan, byte[] bytes, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/submissions?form=mau03&{plan.Target}") { Content = Docx(bytes) };
        if (key is null or { Length: > 0 })
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Fills and files a plan and waits until SharePoint has it; gives the submission's id.</summary>
    public async Task<string> FileToTheEndAsync(Plan plan, Action<JsonObject>? change = null)
    {
        var response = await FileAsync(plan, await FillAsync(plan, change));
        Assert.AreEqual(HttpStatusCode.Accepted, response.StatusCode, await response.Content.ReadAsStringAsync());
        var id = (await JsonAsync(response)).GetProperty("id").GetString()!;
        await StoredAsync(id);
        return id;
    }

    /// <summary>Waits until a submission is no longer only received.</summary>
    public async Task<JsonElement> StoredAsync(string id)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var submission = await GetAsync($"api/submissions/{id}");
            if (submission.GetProperty("status").GetString() != "received")
            {
                return submission;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Submission {id} was not stored.");
    }

    public Task<HttpResponseMessage> ReviewAsync(string id, int? version, object body) => WriteAsync(HttpMethod.Put, $"api/submissions/{id}/review", version, body);

    public Task<HttpResponseMessage> WithdrawAsync(string id, int? version) => WriteAsync(HttpMethod.Delete, $"api/submissions/{id}", version, null);

    public Task<HttpResponseMessage> ReceiveAsync(string id, int? version) => WriteAsync(HttpMethod.Put, $"api/submissions/{id}/receipt", version, null);

    /// <summary>A write that names the version it has seen; none when <paramref name="version"/> is null.</summary>
    public async Task<HttpResponseMessage> WriteAsync(HttpMethod method, string path, int? version, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (version is { } known)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{known}\"");
        }

        return await Http.SendAsync(request);
    }

    /// <summary>The full name of who is signed in.</summary>
    public async Task<string> NameAsync() => (await GetAsync("api/me")).GetProperty("person").GetProperty("fullName").GetString()!;

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Asserts that an answer is a problem of this code with a Vietnamese detail.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType, text);
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        Assert.AreEqual(code, problem.GetProperty("code").GetString(), text);
        Assert.AreEqual(code[..3], ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.IsTrue(problem.GetProperty("detail").GetString()!.Any(letter => letter > 127), $"The detail is not Vietnamese: {text}");
        return problem;
    }

    public void Dispose() => Http.Dispose();

    private static ByteArrayContent Docx(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(DocxType) } };
}

/// <summary>The plan of a person in a campaign.</summary>
internal sealed record Plan(string Organization, string Person, string FullName, string Campaign = "HT2027")
{
    public string Target => $"campaign={Campaign}&organization={Organization}&person={Person}";

    /// <summary>Complete values, with as many exemplary works as asked for.</summary>
    public JsonObject Fields(int works = 1) => new()
    {
        ["placeName"] = "Lam Kiều",
        ["documentDate"] = $"{Campaign[2..]}-01-15",
        ["fullName"] = FullName,
        ["dateOfBirth"] = "1982-09-26",
        ["workUnit"] = "Phòng Tư pháp",
        ["partyPosition"] = "Đảng viên",
        ["governmentPosition"] = "Chuyên viên",
        ["orgPlanIssuer"] = "Chi bộ Phòng Tư pháp",
        ["actionContent"] = "Giải quyết hồ sơ đúng hẹn.\nKhông để tồn đọng đơn, thư.",
        ["actionSolution"] = "Giao ban hằng tuần; thực hiện cả năm.",
        ["exemplaryTasks"] = new JsonArray([.. Enumerable.Range(1, works).Select(number => new JsonObject
        {
            ["exemplaryGroup"] = 2,
            ["exemplaryContent"] = $"Việc nêu gương số {number}.",
            ["exemplarySolution"] = "Hoàn thành trước 30/9.",
        })]),
        ["closingAddressee"] = "Phòng Tư pháp",
    };
}
