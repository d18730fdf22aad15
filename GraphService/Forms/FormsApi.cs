using System.Text.Json;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Forms;

/// <summary>The values a form is filled with.</summary>
/// <param name="Fields">An object of tags; dates are ISO, repeated fields arrays of objects.</param>
public sealed record FillRequest(JsonElement Fields);

/// <summary>Forms: their definitions, what they start with, filling and reading.</summary>
internal static class FormsApi
{
    /// <summary>Adds what the slice needs.</summary>
    public static void AddForms(this IServiceCollection services) => services.AddSingleton<FormStart>().AddHostedService<FormWarmup>();

    /// <summary>Maps <c>/api/forms</c>.</summary>
    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/forms").WithTags("Forms");
        group.MapGet("", All).WithSummary("Các biểu mẫu với trường và quy tắc");
        group.MapGet("/{form}/values", ValuesAsync).WithSummary("Giá trị điền sẵn, kèm nguồn của từng giá trị");
        group.MapPost("/{form}/document", FillAsync).WithSummary("Điền biểu mẫu, trả về văn bản Word");
        group.MapPost("/read", ReadAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Đọc một văn bản Word đã điền");
        group.MapLayout();
        group.MapSalvage();
    }

    private static IResult All() => TypedResults.Ok(FormCatalog.All.Select(FormWire.Of));

    private static async Task<IResult> ValuesAsync(string form, [AsParameters] TargetQuery query, string? from, Caller caller, FormStart start, CancellationToken cancellationToken)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        var (prefill, lastYear) = await start.OfAsync(target, fromCurrent: from == "current", cancellationToken);
        return TypedResults.Ok(new
        {
            fields = FormJson.Write(target.Form, prefill.Values),
            sources = prefill.Sources,
            lastYear = lastYear is null ? null : new { campaign = lastYear.Campaign, year = lastYear.Year, submission = lastYear.Submission, fields = FormJson.Write(target.Form, lastYear.Values) },
        });
    }

    private static async Task<IResult> FillAsync(
        string form, [AsParameters] TargetQuery query, string? template, HttpRequest request, Caller caller, FormStart start, TemplateStore templates, CancellationToken cancellationToken)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem)
            || !target.Duty.Campaign.TextsOf(target.Duty.Organization).TryGet(out var texts, out problem)
            || !(await FieldsAsync(request, target, start, cancellationToken)).TryGet(out var values, out problem)
            || !(await templates.ChosenAsync(target, template)).TryGet(out var chosen, out problem))
        {
            return problem.ToHttp();
        }

        var document = FormFiller.Fill(target.Form, texts, values, target.Identity, chosen.Template);
        return TypedResults.File(document, Docx.ContentType, FormFileName.For(target.Identity, target.Duty.Person?.FullName));
    }

    private static async Task<IResult> ReadAsync(HttpRequest request, Caller caller, TimeProvider clock, CancellationToken cancellationToken) =>
        (await Docx.BodyAsync(request, cancellationToken)).Then(Docx.Read).ToHttp(document => TypedResults.Ok(ReadAnswer.Of(document, ContextOf(document, caller, clock.GetUtcNow()))));

    // What people do not type is filled in from the directory unless the caller sends it; without a body, everything known is.
    private static async Task<Result<FormValues>> FieldsAsync(HttpRequest request, Target target, FormStart start, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or 0 && !request.HasJsonContentType())
        {
            return (await start.OfAsync(target, fromCurrent: false, cancellationToken)).Prefill.Values;
        }

        if (await JsonBody.ReadAsync<FillRequest>(request, cancellationToken) is not { } body)
        {
            return new Problem.Malformed("Nội dung gửi lên không phải dữ liệu biểu mẫu ở dạng JSON: { \"fields\": { … } }.");
        }

        return FormJson.TryRead(target.Form, body.Fields, out var values, out var error)
            ? values with { Fields = WithSystemFields(target.Form, values, await start.KnownAsync(target), body.Fields) }
            : new Problem.Malformed(error);
    }

    private static Dictionary<string, string> WithSystemFields(FormDefinition form, FormValues values, FormValues known, JsonElement sent)
    {
        var fields = new Dictionary<string, string>(values.Fields, StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => field.System && !sent.TryGetProperty(field.Tag, out _)))
        {
            fields[field.Tag] = known[field.Tag];
        }

        return fields;
    }

    // Rules are judged by the duty the document names when the caller may know it, else only by the campaign.
    private static RuleContext ContextOf(FormDocument document, Caller caller, DateTimeOffset now)
    {
        var today = VietnamTime.DayOf(now);
        var query = new TargetQuery(document.Identity?.Campaign, document.Identity?.Organization, document.Identity?.Person);
        return Target.Resolve(caller, document.Form.Code.Value, query).TryGet(out var target, out _)
            ? target.Duty.RuleContext(today)
            : ReadAnswer.WithoutDuty(document, caller.Directory.Campaign(document.Identity?.Campaign), today);
    }
}
