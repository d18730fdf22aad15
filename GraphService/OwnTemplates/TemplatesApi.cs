using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>Templates of organizations' own: checked, registered, listed, and the blank to start from.</summary>
internal static class TemplatesApi
{
    /// <summary>Adds what the slice needs.</summary>
    public static void AddOwnTemplates(this IServiceCollection services) =>
        services.AddSingleton<TemplateStore>().AddSingleton<TemplateRegistration>().AddSingleton<IOperationHandler, StoreTemplate>();

    /// <summary>Maps <c>/api/templates</c> and <c>/api/forms/{form}/template</c>.</summary>
    public static void MapOwnTemplates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/templates").WithTags("Templates");
        group.MapPost("", RegisterAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Đăng ký biểu mẫu của đơn vị cho một đợt (quản trị); không nêu tổ chức thì dùng cho cả thành phố. Gửi lại đúng tệp đang dùng thì trả về phiên bản đã có");
        group.MapGet("", ListAsync).WithSummary("Các biểu mẫu đã đăng ký, bản mới nhất trước");
        group.MapGet("/{id}", FileAsync).WithSummary("Tệp của một phiên bản biểu mẫu");
        group.MapPost("/check", CheckAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Kiểm tra một biểu mẫu đã sửa trong Word, không đăng ký");
        routes.MapGet("/api/forms/{form}/template", BlankAsync).WithTags("Templates").WithSummary("Mẫu trống đang dùng (official=true: mẫu chính thức), để sửa trong Word");
    }

    private static async Task<IResult> RegisterAsync(
        string? form, string? campaign, string? organization, HttpRequest request, Caller caller, TemplateRegistration registration, CancellationToken cancellationToken)
    {
        if (!Resolve(caller, form, campaign, organization).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        if (!caller.IsAdministrator)
        {
            return new Problem.NotAllowed("Chỉ quản trị được đăng ký biểu mẫu.").ToHttp();
        }

        return (await Docx.BodyAsync(request, cancellationToken)).TryGet(out var bytes, out problem)
            ? (await registration.RegisterAsync(target.Form, target.Campaign, target.Organization, bytes, caller.Person.Code)).ToHttp(Answer)
            : problem.ToHttp();
    }

    private static async Task<IResult> CheckAsync(string? form, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        _ = caller;
        var known = FormCode.TryParse(form, out var code) ? FormCatalog.Find(code) : null;
        if (known is null && !string.IsNullOrEmpty(form))
        {
            return new Problem.NotFound("Không có biểu mẫu này.").ToHttp();
        }

        return (await Docx.BodyAsync(request, cancellationToken)).ToHttp(bytes =>
        {
            using var stream = new MemoryStream(bytes, writable: false);
            var check = OwnTemplate.Check(stream, known);
            return TypedResults.Ok(new { form = check.Form?.Code.Value, usable = check.IsUsable, findings = check.Findings });
        });
    }

    private static async Task<IResult> ListAsync(string? campaign, Caller caller, Database database)
    {
        if (!string.IsNullOrEmpty(campaign) && caller.Directory.Campaign(campaign) is null)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.").ToHttp();
        }

        await using var connection = database.Open();
        return TypedResults.Ok((await TemplatesTable.AllAsync(connection)).Where(template => string.IsNullOrEmpty(campaign) || template.Campaign == campaign).Select(Wire));
    }

    private static async Task<IResult> FileAsync(string id, Caller caller, TemplateStore store, Database database)
    {
        _ = caller;
        if (!SubmissionId.TryParse(id, out var known) || await store.BytesAsync(known) is not { } bytes)
        {
            return new Problem.NotFound("Không có biểu mẫu này.").ToHttp();
        }

        await using var connection = database.Open();
        return TypedResults.File(bytes, Docx.ContentType, (await TemplatesTable.FindAsync(connection, known))?.FileName);
    }

    private static async Task<IResult> BlankAsync(string form, string? campaign, string? organization, bool? official, Caller caller, TemplateStore store)
    {
        if (!Resolve(caller, form, campaign, organization).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        var current = official == true ? null : await store.CurrentAsync(caller.Directory, target.Campaign, target.Form, target.Organization);
        return current is not null && await store.BytesAsync(current.Id) is { } bytes
            ? TypedResults.File(bytes, Docx.ContentType, current.FileName)
            : LayoutProfiles.Find(target.Campaign.Texts.LayoutProfile) is { } profile
                ? TypedResults.File(TemplateAuthor.Build(target.Form, profile), Docx.ContentType, $"{target.Form.Code.Value}.docx")
                : new Problem.NotFound("Đợt đăng ký này dùng thể thức mà hệ thống không có.").ToHttp();
    }

    private static Result<(FormDefinition Form, Campaign Campaign, Organization? Organization)> Resolve(Caller caller, string? form, string? campaign, string? organization)
    {
        if (!FormCode.TryParse(form, out var code) || FormCatalog.Find(code) is not { } definition)
        {
            return new Problem.NotFound("Không có biểu mẫu này.");
        }

        if (caller.Directory.Campaign(campaign) is not { } its)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.");
        }

        var unit = string.IsNullOrEmpty(organization) ? null : caller.Directory.Organization(organization);
        return unit is null && !string.IsNullOrEmpty(organization) || (unit is not null && !caller.MayKnow(unit, null))
            ? new Problem.NotFound("Không có tổ chức này.")
            : (definition, its, unit);
    }

    private static IResult Answer(Registration registration) => registration.IsNew
        ? TypedResults.Created($"/api/templates/{registration.Template.Id}", Wire(registration))
        : TypedResults.Ok(Wire(registration));

    private static object Wire(Registration registration) => new
    {
        id = registration.Template.Id.ToString(),
        version = registration.Template.Version,
        form = registration.Template.Form,
        campaign = registration.Template.Campaign,
        organization = Named(registration.Template.Organization),
        findings = registration.Findings,
    };

    private static object Wire(RegisteredTemplate template) => new
    {
        id = template.Id.ToString(),
        form = template.Form,
        campaign = template.Campaign,
        organization = Named(template.Organization),
        version = template.Version,
        registeredBy = template.RegisteredBy,
        registeredAt = VietnamTime.Wire(template.RegisteredAt),
    };

    // The whole city has no code.
    private static string? Named(string organization) => organization.Length == 0 ? null : organization;
}
