using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <content>The wire the pane speaks: real filling and reading, filings kept in memory.</content>
internal sealed partial class AddInSite
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    private void MapService()
    {
        app.MapPost("/api/session", () => new { accessToken = "sample", expiresAt = "2099-01-01T00:00:00Z" });
        app.MapDelete("/api/session", () => Results.NoContent());
        app.MapPost("/api/forms/{form}/document", (JsonElement body) => Fill(body));
        app.MapPost("/api/forms/read", ReadAsync);
        app.MapPost("/api/submissions", (Delegate)FileAsync);
        app.MapGet("/api/submissions/{id}", (string id) => new { id, status = StoredAs, revision = Revision, version = 2, receivedAt = "2026-11-22T03:04:00Z" });
        app.MapPut("/api/submissions/{id}/review", ReviewAsync);
        app.MapPut("/api/submissions/{id}/receipt", async (HttpRequest request) =>
        {
            await NoteAsync(request);
            return Results.Ok(new { });
        });
        app.MapPost("/api/reviews", ReviewManyAsync);
        app.MapPost("/api/operations/{sequence}/attempts", async (HttpRequest request) =>
        {
            await NoteAsync(request);
            return Results.Accepted();
        });
        app.MapGet("/api/submissions/{id}/changes", () => new { changes = new[] { new { path = "actionSolution", label = "II.2 Giải pháp, thời gian thực hiện", from = "Giao ban hằng tuần.", to = "Giao ban hằng tháng." } } });
        app.MapGet("/api/drafts/{form}", (HttpRequest request) => Drafts.TryGetValue(TargetOf(request), out var draft) ? Results.Json(Wire(draft)) : Results.NoContent());
        app.MapPut("/api/drafts/{form}", KeepAsync);
        app.MapDelete("/api/drafts/{form}", (HttpRequest request) => Drafts.TryRemove(TargetOf(request), out _));
    }

    private IResult Fill(JsonElement body)
    {
        var bytes = FillWith(Editor, FormJson.Read(Editor.Form, body.GetProperty("fields")));
        Fillings.Enqueue(bytes);
        return Results.File(bytes, Docx, "HT2027_M03_Châu Thị Bích Yến.docx");
    }

    /// <summary>A document the service would give for these values.</summary>
    public static byte[] FillWith(FormValues values, string campaign = "HT2027", string person = "N0037") => FormFiller.Fill(
        SampleModels.Plan, Sample.CampaignNamed(campaign), values, new DocumentIdentity(SampleModels.Mau03, campaign, "DU-P-DANGVAN", person));

    /// <summary>A document the service would give for these values of the form that is open.</summary>
    public static byte[] FillWith(FormEditorModel editor, FormValues values) => FormFiller.Fill(
        editor.Form, Sample.CampaignNamed(editor.Campaign), values, new DocumentIdentity(editor.Form.Code, editor.Campaign, editor.Organization, editor.Person));

    /// <summary>The values a document holds.</summary>
    public static FormValues Read(byte[] docx) => FormReader.Read(new MemoryStream(docx)) switch
    {
        ReadResult.Readable readable => readable.Document.Values,
        var refused => throw new InvalidOperationException(refused.ToString()),
    };

    private static async Task<IResult> ReadAsync(HttpRequest request)
    {
        var bytes = await BytesAsync(request);
        return FormReader.Read(new MemoryStream(bytes)) switch
        {
            ReadResult.Readable { Document: var document } => Results.Json(new JsonObject
            {
                ["form"] = document.Form.Code.Value,
                ["campaign"] = document.Identity?.Campaign,
                ["organization"] = document.Identity?.Organization,
                ["person"] = document.Identity?.Person,
                ["fields"] = FormJson.Write(document.Form, document.Values),
                ["outcomes"] = new JsonObject(),
                ["findings"] = JsonSerializer.SerializeToNode(document.Findings, Web),
            }),
            ReadResult.Refused refused => Problem(422, "422.3", "Không đọc được văn bản.", refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<IResult> FileAsync(HttpContext context)
    {
        Filings.Enqueue((context.Request.Headers["Idempotency-Key"].ToString(), await BytesAsync(context.Request)));
        if (LosesAnswers)
        {
            context.Abort();
            return Results.Empty;
        }

        return Results.Accepted($"/api/submissions/{ReceiptId}", new { id = ReceiptId, status = "received", revision = Revision, findings = Array.Empty<Finding>() });
    }

    // As the service does: what was not seen is not overwritten.
    private async Task<IResult> KeepAsync(HttpRequest request)
    {
        var body = (await JsonDocument.ParseAsync(request.Body)).RootElement;
        var known = Drafts.TryGetValue(TargetOf(request), out var kept) ? $"\"{kept.Version}\"" : "";
        if (request.Headers.IfMatch.ToString() != known)
        {
            return Results.Json(
                new { type = "about:blank", status = 412, code = "412", title = "Dữ liệu đã thay đổi", detail = "", current = known.Length > 0 ? Wire(kept) : new { version = 0 } },
                contentType: "application/problem+json", statusCode: 412);
        }

        Drafts[TargetOf(request)] = (kept.Version + 1, body);
        return Results.Json(new { version = kept.Version + 1, savedAt = "2026-11-22T03:04:00Z" });
    }

    private static string TargetOf(HttpRequest request) => request.QueryString.ToString();

    private static object Wire((int Version, JsonElement Body) draft) =>
        new { version = draft.Version, savedAt = "2026-11-22T03:04:00Z", basis = draft.Body.GetProperty("basis"), fields = draft.Body.GetProperty("fields") };

    private async Task<IResult> ReviewAsync(HttpRequest request)
    {
        await NoteAsync(request);
        return IsStale && Reviews.Count == 1 ? Problem(412, "412", "Hồ sơ đã thay đổi.", "Người khác vừa xem xét hồ sơ này.") : Results.Ok(new { });
    }

    // The first of many is confirmed, the others were changed meanwhile.
    private async Task<IResult> ReviewManyAsync(HttpRequest request)
    {
        using var body = JsonDocument.Parse(await NoteAsync(request));
        var ids = body.RootElement.GetProperty("submissions").EnumerateArray().Select(submission => submission.GetProperty("id").GetString()).ToList();
        return Results.Json(new
        {
            outcomes = ids.Select((id, index) => index == 0
                ? new { id, status = "accepted", version = 3 }
                : (object)new { id, code = "412", title = "Dữ liệu đã thay đổi", detail = "Hồ sơ đã thay đổi từ lúc mở." }),
        });
    }

    private async Task<string> NoteAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        Reviews.Enqueue((request.Path, request.Headers.IfMatch.ToString(), body));
        return body;
    }

    private static IResult Problem(int status, string code, string title, string detail) => Results.Json(
        new { type = "about:blank", status, code, title, detail }, contentType: "application/problem+json", statusCode: status);

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
