using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>fill</c>: one JSON into one document, or a table of people into a folder or a .zip of documents.</summary>
internal static class FillVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "fill",
        [
            "fill MẪU --campaign ĐỢT [--person MÃ] [--organization MÃ] [TỆP.json] [--out TỆP.docx]",
            "    điền một văn bản từ JSON (không nêu tệp: đọc từ đầu vào chuẩn); phần không nêu lấy từ danh bạ và thông tin chung của đơn vị",
            "fill MẪU --campaign ĐỢT --list TỆP.csv|TỆP.xlsx [--sheet TRANG] --out THƯ_MỤC|TỆP.zip [--workers SỐ]",
            "    điền mỗi dòng một văn bản; tiêu đề là tên trường hoặc nhãn tiếng Việt của trường, cùng person (hoặc họ và tên), organization;",
            "    dòng của bảng: exemplaryTasks[0].exemplaryContent hoặc “Nội dung, mục tiêu 1”;",
            "    dòng lỗi ghi ra tệp .loi.csv cạnh nơi ghi; chạy lại thì đi tiếp, chỉ ghi văn bản còn thiếu hoặc đã đổi dữ liệu (--overwrite: ghi lại cả)",
            "    không có dịch vụ: thêm --campaigns TỆP.json [--people TỆP.csv --organizations TỆP.csv] [--defaults TỆP.csv|.xlsx]",
        ],
        ["campaign", "person", "organization", "list", "csv", "sheet", "out", "workers", "campaigns", "people", "organizations", "defaults"], ["overwrite"], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        if (!FormOf(call.Arguments).TryGet(out var form, out var problem) || !VerbDirectory.Of(call).TryGet(out var directory, out problem)
            || !CampaignOf(call.Arguments, directory).TryGet(out var campaign, out problem) || !WithDefaults(call.Arguments, campaign, directory).TryGet(out directory, out problem))
        {
            return await RefuseAsync(call, problem);
        }

        directory = await VerbDirectory.WithTemplatesAsync(call, directory, campaign, form);
        var plan = new FillPlan(form, campaign, directory, new FillTargets(directory));
        return (call.Arguments.Option("list") ?? call.Arguments.Option("csv")) is { } list ? await FillManyVerb.RunAsync(call, plan, list) : await OneAsync(call, plan);
    }

    private static Result<FillDirectory> WithDefaults(VerbArguments arguments, Campaign campaign, FillDirectory directory) => arguments.Option("defaults") is { } path
        ? DefaultsFile.Read(path, campaign.Code, new FillTargets(directory)).Then<FillDirectory>(given => directory.With(given))
        : directory;

    private static async Task<int> OneAsync(VerbCall call, FillPlan plan)
    {
        if (!(await FieldsAsync(call)).Then<JsonObject>(given => UnknownTags.In(plan.Form, given) is { } unknown ? unknown : given).TryGet(out var fields, out var problem))
        {
            return await RefuseAsync(call, problem);
        }

        var line = new FillLine(0, call.Arguments.Option("person") ?? "", call.Arguments.Option("organization") ?? "", fields);
        var today = VietnamTime.DayOf(call.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!plan.Targets.Resolve(plan.Form, line).Then(target => FillJob.Make(plan.Form, plan.Campaign, plan.Directory, target, today)).TryGet(out var job, out problem))
        {
            await call.Messages.WriteLineAsync(problem.Detail);
            return ExitCodes.SomeBad;
        }

        var path = call.Arguments.Option("out") ?? job.FileName;
        var fault = File.Exists(path) && !call.Arguments.Has("overwrite")
            ? new Problem.Malformed($"Đã có tệp {path}. Thêm --overwrite để ghi đè.")
            : await FinishedFile.WriteAsync(path, job.Fill());
        await call.Messages.WriteLineAsync(fault?.Detail ?? $"Đã điền {path}.");
        foreach (var finding in fault is null ? job.Errors : [])
        {
            await call.Messages.WriteLineAsync($"Trước khi nộp: {finding.Message}");
        }

        return fault is null ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static async Task<int> RefuseAsync(VerbCall call, Problem problem)
    {
        await call.Messages.WriteLineAsync(problem.Detail);
        return ExitCodes.WrongUsage;
    }

    private static Result<FormDefinition> FormOf(VerbArguments arguments) =>
        arguments.Words.Count is 1 or 2 && FormCode.TryParse(arguments.Words[0], out var code) && FormCatalog.Find(code) is { } form
            ? form
            : new Problem.Malformed($"Cần nêu một mẫu sau fill: {string.Join(", ", FormCatalog.All.Select(known => known.Code.Value))}.");

    private static Result<Campaign> CampaignOf(VerbArguments arguments, FillDirectory directory) =>
        directory.Directory.Campaign(arguments.Option("campaign")) is { } campaign
            ? campaign
            : new Problem.Malformed($"Cần nêu --campaign, một trong: {string.Join(", ", directory.Directory.Campaigns.Select(known => known.Code))}.");

    // Both the fields alone and the body of POST /api/forms/{form}/document are taken.
    private static async Task<Result<JsonObject>> FieldsAsync(VerbCall call)
    {
        var path = call.Arguments.Words is [_, var named] && named != "-" ? named : null;
        try
        {
            var text = path is null ? await call.Input.ReadToEndAsync() : await File.ReadAllTextAsync(path);
            var json = string.IsNullOrWhiteSpace(text) ? [] : Whole(JsonNode.Parse(text)) as JsonObject;
            return json?["fields"] is JsonObject fields ? UnknownTags.BesideFields(json) is { } stray ? stray : fields
                : json ?? (Result<JsonObject>)new Problem.Malformed("Dữ liệu của mẫu phải là một đối tượng JSON gồm các trường.");
        }
        catch (JsonException exception)
        {
            return new Problem.Malformed($"{path ?? "Đầu vào chuẩn"} không phải JSON (dòng {exception.LineNumber + 1}).");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return new Problem.Malformed($"{path ?? "Đầu vào chuẩn"} có tên trường lặp lại, hoặc có nửa ký tự (\\ud800 đến \\udfff phải đi từng cặp).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.Malformed($"Không mở được tệp {path}.");
        }
    }

    // JSON is read where it is first asked for: what is wrong deep inside must come to light here and not later.
    private static JsonNode? Whole(JsonNode? json)
    {
        IEnumerable<JsonNode?> inside = json switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        _ = json?.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : "";
        foreach (var part in inside)
        {
            Whole(part);
        }

        return json;
    }
}
