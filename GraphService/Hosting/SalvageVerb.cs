using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Forms;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>salvage</c>: hand-typed documents in, one JSON object a line out, in the shape of <c>POST /api/forms/salvage</c> with the file's name in front.</summary>
internal static class SalvageVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "salvage", ["salvage TỆP.docx…", "    đọc văn bản tự gõ, mỗi tệp một dòng JSON kèm độ tin cậy của từng giá trị; không lưu gì", "    [--campaigns TỆP.json] cho biết căn cứ, chuyên đề của các đợt"], ["campaigns", "people", "organizations"], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        if (call.Arguments.Words.Count == 0)
        {
            await call.Messages.WriteLineAsync("Cần nêu ít nhất một tệp .docx.");
            return ExitCodes.WrongUsage;
        }

        if (!VerbDirectory.IfAny(call).TryGet(out var known, out var unknown))
        {
            await call.Messages.WriteLineAsync(unknown.Detail);
            return ExitCodes.WrongUsage;
        }

        var exit = ExitCodes.Good;
        foreach (var path in call.Arguments.Words)
        {
            var answer = await AnswerAsync(call, path, known.Directory.Campaigns);
            exit = answer.ContainsKey("code") ? ExitCodes.SomeBad : exit;
            await call.Output.WriteLineAsync(answer.ToJsonString(JsonOf(call)));
        }

        return exit;
    }

    private static async Task<JsonObject> AnswerAsync(VerbCall call, string path, IEnumerable<Campaign> campaigns)
    {
        var answer = (await ReadVerb.BytesAsync(path)).Then(bytes => SalvageApi.Read(bytes, campaigns)).TryGet(out var form, out var problem)
            ? SalvageApi.Answer(form, campaign: null)
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
}
