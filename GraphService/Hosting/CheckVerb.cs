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

    private static Task<int> RunAsync(VerbCall call) => VerbFiles.EachAsync(call, async (path, known) =>
    {
        var told = (await VerbFiles.BytesAsync(path)).Then(bytes => Told(known.Directory, bytes));
        var sentences = told.TryGet(out var found, out var problem) ? found : [problem.Detail];
        foreach (var sentence in sentences)
        {
            await call.Output.WriteLineAsync($"{path}: {sentence}");
        }

        return sentences.Count == 0;
    });

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
