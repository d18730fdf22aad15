using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.GraphService.Forms;

/// <summary>Hand-typed forms: what could be read of them and how surely, for a person to say yes to. Nothing is stored and nothing changes.</summary>
internal static class SalvageApi
{
    /// <summary>Maps <c>/salvage</c> below the group of the forms.</summary>
    public static void MapSalvage(this RouteGroupBuilder group) =>
        group.MapPost("/salvage", SalvageAsync).Accepts<byte[]>(Docx.ContentType, "*/*")
            .WithSummary("Đọc một văn bản tự gõ không có ô nhập của mẫu; mỗi giá trị kèm độ tin cậy, không lưu gì");

    /// <summary>Salvages a document, or says in a problem why it cannot be read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="campaigns">The campaigns it may be for, whose texts are no news to anybody; none when none are known.</param>
    public static Result<SalvagedForm> Read(byte[] bytes, IEnumerable<Campaign> campaigns)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return FormSalvager.Read(stream, [.. campaigns.Select(campaign => campaign.Texts)]) switch
        {
            SalvageResult.Readable readable => readable.Form,
            SalvageResult.Refused refused => Docx.ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The answer on the wire and of the verb <c>salvage</c>.</summary>
    /// <param name="form">What was read.</param>
    /// <param name="campaign">The code of the one campaign of the year that the document names; null when there is none such, or several.</param>
    public static object Answer(SalvagedForm form, string? campaign) => new
    {
        form = form.Form.Code.Value,
        formConfidence = form.FormConfidence,
        hasControls = form.HasControls,
        campaign,
        year = form.Year,
        yearConfidence = form.YearConfidence,
        organization = form.Organization,
        person = form.Person,
        fields = FormJson.Write(form.Form, form.Values),
        confidence = form.Confidence,
        leftovers = form.Leftovers,
        findings = form.Findings,
    };

    private static async Task<IResult> SalvageAsync(HttpRequest request, Caller caller, CancellationToken cancellationToken) =>
        (await Docx.BodyAsync(request, cancellationToken)).Then(bytes => Read(bytes, caller.Directory.Campaigns)).ToHttp(form => TypedResults.Ok(Answer(form, CampaignOf(form, caller))));

    private static string? CampaignOf(SalvagedForm form, Caller caller) =>
        caller.Directory.Campaigns.Where(campaign => campaign.Year == form.Year).ToList() is [var one] ? one.Code : null;
}
