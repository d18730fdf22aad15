using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Checking;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>check</c>: names each deviation from the layout, and each changed word of the form, of the documents given.</summary>
internal static class CheckVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("check", ["check TỆP.docx…", "    kiểm tra thể thức và câu chữ cố định của từng văn bản; mỗi chỗ sai một dòng", "    [--campaigns TỆP.json [--organizations TỆP.csv]] cho văn bản không ghi thể thức của mình"], ["campaigns", "people", "organizations"], [], RunAsync);

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
            var told = (await ReadVerb.BytesAsync(path)).Then<List<string>>(bytes => Told(known.Directory, bytes));
            var sentences = told.TryGet(out var found, out var problem) ? found : [problem.Detail];
            exit = sentences.Count > 0 ? ExitCodes.SomeBad : exit;
            foreach (var sentence in sentences)
            {
                await call.Output.WriteLineAsync($"{path}: {sentence}");
            }
        }

        return exit;
    }

    private static Result<List<string>> Told(OfficeDirectory directory, byte[] bytes) => Docx.Read(bytes).Then<List<string>>(document =>
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return LayoutChecker.Check(stream, LayoutAnswer.ProfileOf(document, directory), LayoutAnswer.HeadingOf(document, directory)) switch
        {
            CheckResult.Checked done => done.Deviations.Select(deviation => $"{deviation.Rule} {deviation.Message}").Concat(done.FixedText.Select(difference => difference.Message)).ToList(),
            CheckResult.Refused refused => Docx.ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}
