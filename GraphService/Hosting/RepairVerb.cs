using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Checking;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>repair</c>: writes the document with the layout of its profile to another file; the one given stays as it is.</summary>
internal static class RepairVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("repair", ["repair TỆP.docx TỆP_MỚI.docx", "    sửa thể thức, ghi ra tệp mới và nêu từng chỗ đã sửa; tệp cũ giữ nguyên, tệp mới đã có thì không ghi đè", "    [--campaigns TỆP.json [--organizations TỆP.csv]] cho văn bản không ghi thể thức của mình"], ["campaigns", "people", "organizations"], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        if (call.Arguments.Words is not [var from, var to])
        {
            return await VerbFiles.RefuseAsync(call, "Cần nêu tệp .docx và tệp mới.");
        }

        if (!VerbDirectory.IfAny(call).TryGet(out var known, out var unknown))
        {
            return await VerbFiles.RefuseAsync(call, unknown.Detail);
        }

        if (!(await VerbFiles.BytesAsync(from)).Then<RepairResult.Repaired>(bytes => Repair(known.Directory, bytes)).TryGet(out var repaired, out var problem))
        {
            await call.Messages.WriteLineAsync($"{from}: {problem.Detail}");
            return ExitCodes.SomeBad;
        }

        try
        {
            await using var file = new FileStream(to, FileMode.CreateNew);
            await file.WriteAsync(repaired.Docx);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await call.Messages.WriteLineAsync($"{to}: không ghi được, hoặc tệp đã có.");
            return ExitCodes.SomeBad;
        }

        foreach (var sentence in repaired.Mended.Select(deviation => $"đã sửa: {deviation.Message}").Concat(repaired.Left.Select(deviation => $"chưa sửa: {deviation.Message}")))
        {
            await call.Output.WriteLineAsync(sentence);
        }

        return repaired.Left.Count == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static Result<RepairResult.Repaired> Repair(OfficeDirectory directory, byte[] bytes) => Docx.Read(bytes).Then<RepairResult.Repaired>(document =>
    {
        return LayoutRepair.Repair(bytes, LayoutAnswer.ProfileOf(document, directory), LayoutAnswer.HeadingOf(document, directory)) switch
        {
            RepairResult.Repaired done => done,
            RepairResult.Refused refused => Docx.ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}
