using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Forms;

/// <summary>The layout of finished documents: checked, and mended. Nothing is stored, so the one who asks keeps the document for taking it back.</summary>
internal static class LayoutApi
{
    /// <summary>The header that tells how many deviations were mended.</summary>
    public const string MendedHeader = "HocTap-Mended";

    /// <summary>Maps <c>check</c> and <c>repair</c> into <c>/api/forms</c>.</summary>
    public static void MapLayout(this IEndpointRouteBuilder group)
    {
        group.MapPost("/check", CheckAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Kiểm tra thể thức và câu chữ cố định của một văn bản Word");
        group.MapPost("/repair", RepairAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Sửa thể thức, trả về văn bản Word; deviation chọn từng chỗ, không có thì sửa hết");
    }

    private static async Task<IResult> CheckAsync(HttpRequest request, Caller caller, CancellationToken cancellationToken) =>
        (await Docx.BodyAsync(request, cancellationToken)).Then(bytes => Check(bytes, caller)).ToHttp(check => TypedResults.Ok(LayoutAnswer.Of(check.Result, check.Profile)));

    private static async Task<IResult> RepairAsync(HttpRequest request, [FromQuery] string[]? deviation, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await Docx.BodyAsync(request, cancellationToken)).Then(bytes => Repair(bytes, deviation is { Length: > 0 } chosen ? chosen : null, caller)).TryGet(out var repaired, out var problem))
        {
            return problem.ToHttp();
        }

        request.HttpContext.Response.Headers[MendedHeader] = repaired.Mended.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.File(repaired.Docx.ToArray(), Docx.ContentType);
    }

    private static Result<(CheckResult.Checked Result, LayoutProfile Profile)> Check(byte[] bytes, Caller caller) => Docx.Read(bytes).Then<(CheckResult.Checked, LayoutProfile)>(document =>
    {
        var profile = LayoutAnswer.ProfileOf(document, caller.Directory);
        using var stream = new MemoryStream(bytes, writable: false);
        return LayoutChecker.Check(stream, profile, LayoutAnswer.HeadingOf(document, caller.Directory)) switch
        {
            CheckResult.Checked done => (done, profile),
            CheckResult.Refused refused => Docx.ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });

    private static Result<RepairResult.Repaired> Repair(byte[] bytes, string[]? chosen, Caller caller) => Docx.Read(bytes).Then<RepairResult.Repaired>(document =>
        LayoutRepair.Repair(bytes, LayoutAnswer.ProfileOf(document, caller.Directory), LayoutAnswer.HeadingOf(document, caller.Directory), chosen) switch
        {
            RepairResult.Repaired done => done,
            RepairResult.Refused refused => Docx.ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
}
