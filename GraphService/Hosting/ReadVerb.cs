using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>read</c>: documents in, one JSON object a line out, in the shape of <c>POST /api/forms/read</c> with the file's name in front.</summary>
internal static class ReadVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "read", ["read TỆP.docx…", "    đọc văn bản đã điền, mỗi tệp một dòng JSON; tệp không đọc được thì ghi mã lỗi và lý do"], ["campaigns", "people", "organizations"], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        var directory = VerbDirectory.IfAny(call);
        if (!directory.TryGet(out var known, out var problem) || call.Arguments.Words.Count == 0)
        {
            await call.Messages.WriteLineAsync(problem?.Detail ?? "Cần nêu ít nhất một tệp .docx.");
            return ExitCodes.WrongUsage;
        }

        var exit = ExitCodes.Good;
        foreach (var path in call.Arguments.Words)
        {
            var answer = await AnswerAsync(call, path, known);
            exit = answer.ContainsKey("code") ? ExitCodes.SomeBad : exit;
            await call.Output.WriteLineAsync(answer.ToJsonString(JsonOf(call)));
        }

        return exit;
    }

    private static async Task<JsonObject> AnswerAsync(VerbCall call, string path, FillDirectory directory)
    {
        var answer = (await BytesAsync(path)).Then(Docx.Read).TryGet(out var document, out var problem)
            ? ReadAnswer.Of(document, RulesOf(document, directory, VietnamTime.DayOf(call.Services.GetRequiredService<TimeProvider>().GetUtcNow())))
            : new { code = problem.Code, title = problem.Title, detail = problem.Detail };
        if (problem is not null)
        {
            await call.Messages.WriteLineAsync($"{path}: {problem.Detail}");
        }

        var json = JsonSerializer.SerializeToNode(answer, JsonOf(call))!.AsObject(); // an anonymous object is never null
        json.Insert(0, "file", path);
        return json;
    }

    private static JsonSerializerOptions JsonOf(VerbCall call) => call.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    private static RuleContext RulesOf(FormDocument document, FillDirectory known, DateOnly today)
    {
        var (directory, identity) = (known.Directory, document.Identity);
        var (campaign, organization, person) = (directory.Campaign(identity?.Campaign), directory.Organization(identity?.Organization), directory.Person(identity?.Person));
        return campaign is not null && organization is not null && (person is null || directory.Organization(person.OrganizationCode) is not null)
            && DutyRoll.Find(directory, campaign, document.Form, organization, person) is { } duty
            ? duty.RuleContext(today)
            : ReadAnswer.WithoutDuty(document, campaign, today);
    }

    /// <summary>The bytes of a document on disk, at most <see cref="Docx.MaxBytes"/>.</summary>
    public static async Task<Result<byte[]>> BytesAsync(string path)
    {
        try
        {
            return new FileInfo(path).Length > Docx.MaxBytes ? new Problem.TooLarge() : await File.ReadAllBytesAsync(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.NotFound("Không có tệp này, hoặc không mở được.");
        }
    }
}
