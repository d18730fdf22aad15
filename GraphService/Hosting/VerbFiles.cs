using System.Text.Json;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>What verbs over documents share: the files they are called with, the directory behind them, and how one is refused.</summary>
internal static class VerbFiles
{
    /// <summary>Goes through the documents of a call, one after the other.</summary>
    /// <param name="call">The call.</param>
    /// <param name="tell">Tells what came of one; false when somebody has to look at it.</param>
    public static async Task<int> EachAsync(VerbCall call, Func<string, FillDirectory, Task<bool>> tell)
    {
        if (call.Arguments.Words.Count == 0)
        {
            return await RefuseAsync(call, "Cần nêu ít nhất một tệp .docx.");
        }

        if (!VerbDirectory.IfAny(call).TryGet(out var known, out var unknown))
        {
            return await RefuseAsync(call, unknown.Detail);
        }

        var exit = ExitCodes.Good;
        foreach (var path in call.Arguments.Words)
        {
            exit = await tell(path, known) ? exit : ExitCodes.SomeBad;
        }

        return exit;
    }

    /// <summary>The same for what answers a line of JSON for each document: the answer, or code and reason, with the file's name in front.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads a document.</param>
    /// <param name="answer">The answer for what was read.</param>
    public static Task<int> AnswerEachAsync<T>(VerbCall call, Func<byte[], FillDirectory, Result<T>> read, Func<T, FillDirectory, object> answer)
        where T : notnull => EachAsync(call, async (path, known) =>
    {
        var given = (await BytesAsync(path)).Then(bytes => read(bytes, known)).TryGet(out var found, out var problem) ? answer(found, known) : new { code = problem.Code, title = problem.Title, detail = problem.Detail };
        if (problem is not null)
        {
            await call.Messages.WriteLineAsync($"{path}: {problem.Detail}");
        }

        var options = call.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var json = JsonSerializer.SerializeToNode(given, options)!.AsObject(); // an anonymous object is never null
        json.Insert(0, "file", path);
        await call.Output.WriteLineAsync(json.ToJsonString(options));
        return problem is null;
    });

    /// <summary>Says why a call is wrong.</summary>
    public static async Task<int> RefuseAsync(VerbCall call, string said)
    {
        await call.Messages.WriteLineAsync(said);
        return ExitCodes.WrongUsage;
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
