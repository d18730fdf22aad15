using HocTap.Office.GraphService.Forms;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>salvage</c>: hand-typed documents in, one JSON object a line out, in the shape of <c>POST /api/forms/salvage</c> with the file's name in front.</summary>
internal static class SalvageVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "salvage", ["salvage TỆP.docx…", "    đọc văn bản tự gõ, mỗi tệp một dòng JSON kèm độ tin cậy của từng giá trị; không lưu gì", "    [--campaigns TỆP.json] cho biết căn cứ, chuyên đề của các đợt"], ["campaigns", "people", "organizations"], [], RunAsync);

    private static Task<int> RunAsync(VerbCall call) =>
        VerbFiles.AnswerEachAsync(call, (bytes, known) => SalvageApi.Read(bytes, known.Directory.Campaigns), (form, _) => SalvageApi.Answer(form, campaign: null));
}
