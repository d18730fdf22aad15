using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>fill</c>: one JSON into one document, or a CSV of people into a folder of documents.</summary>
internal static class FillVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "fill",
        [
            "fill MẪU --campaign ĐỢT [--person MÃ] [--organization MÃ] [TỆP.json] [--out TỆP.docx]",
            "    điền một văn bản từ JSON (không nêu tệp: đọc từ đầu vào chuẩn); phần không nêu lấy từ danh bạ",
            "fill MẪU --campaign ĐỢT --csv TỆP.csv --out THƯ_MỤC",
            "    điền mỗi dòng một văn bản; tiêu đề là tên trường, person, organization; chạy lại thì bỏ qua tệp đã xong (--overwrite: ghi lại)",
            "    không có dịch vụ: thêm --campaigns TỆP.json [--people TỆP.csv --organizations TỆP.csv]",
        ],
        ["campaign", "person", "organization", "csv", "out", "campaigns", "people", "organizations"], ["overwrite"], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        if (!FormOf(call.Arguments).TryGet(out var form, out var problem) || !VerbDirectory.Of(call).TryGet(out var directory, out problem)
            || !CampaignOf(call.Arguments, directory).TryGet(out var campaign, out problem))
        {
            return await RefuseAsync(call, problem);
        }

        directory = await VerbDirectory.WithTemplatesAsync(call, directory, campaign, form);
        return call.Arguments.Option("csv") is { } table ? await ManyAsync(call, form, campaign, directory, table) : await OneAsync(call, form, campaign, directory);
    }

    private static async Task<int> ManyAsync(VerbCall call, FormDefinition form, Campaign campaign, FillDirectory directory, string table)
    {
        if (call.Arguments.Option("out") is not { } folder || call.Arguments.Words.Count > 1)
        {
            return await RefuseAsync(call, new Problem.Malformed("Cùng với --csv cần --out THƯ_MỤC, và không kèm tệp JSON."));
        }

        if (!ReadTable(form, table).TryGet(out var lines, out var problem))
        {
            return await RefuseAsync(call, problem);
        }

        var clock = call.Services.GetRequiredService<TimeProvider>();
        var jobs = lines.Select(line => (line.Line, line.Content.Then(content => FillJob.Make(form, campaign, directory, content, clock.GetUtcNow()))));
        var counts = await new FillRun(folder, call.Arguments.Has("overwrite"), call.Messages, clock).RunAsync(jobs, lines.Count);
        await call.Messages.WriteLineAsync(
            $"Xong: {counts.Written} văn bản mới, {counts.Present} đã có từ trước, {counts.Bad} dòng lỗi. {counts.Unfinished} văn bản mới còn chỗ phải bổ sung trước khi nộp.");
        return counts.Bad == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static async Task<int> OneAsync(VerbCall call, FormDefinition form, Campaign campaign, FillDirectory directory)
    {
        if (!(await FieldsAsync(call)).TryGet(out var fields, out var problem))
        {
            return await RefuseAsync(call, problem);
        }

        var line = new FillLine(0, call.Arguments.Option("person") ?? "", call.Arguments.Option("organization") ?? "", fields);
        if (!FillJob.Make(form, campaign, directory, line, call.Services.GetRequiredService<TimeProvider>().GetUtcNow()).TryGet(out var job, out problem))
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

    // Bytes that are not UTF-8 would print as wrong letters in an official paper.
    private static Result<IReadOnlyList<(int Line, Result<FillLine> Content)>> ReadTable(FormDefinition form, string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return FillTable.Read(form, reader);
        }
        catch (DecoderFallbackException)
        {
            return new Problem.Malformed($"Tệp {path} không phải UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8”.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.Malformed($"Không mở được tệp {path}.");
        }
    }

    // Both the fields alone and the body of POST /api/forms/{form}/document are taken.
    private static async Task<Result<JsonObject>> FieldsAsync(VerbCall call)
    {
        var path = call.Arguments.Words is [_, var named] && named != "-" ? named : null;
        try
        {
            var text = path is null ? await call.Input.ReadToEndAsync() : await File.ReadAllTextAsync(path);
            var json = string.IsNullOrWhiteSpace(text) ? [] : JsonNode.Parse(text) as JsonObject;
            return json?["fields"] as JsonObject ?? json ?? (Result<JsonObject>)new Problem.Malformed("Dữ liệu của mẫu phải là một đối tượng JSON gồm các trường.");
        }
        catch (JsonException exception)
        {
            return new Problem.Malformed($"{path ?? "Đầu vào chuẩn"} không phải JSON (dòng {exception.LineNumber + 1}).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.Malformed($"Không mở được tệp {path}.");
        }
    }
}
