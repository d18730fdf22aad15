using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>template</c>: checks templates that people edited in Word, mends and registers them.</summary>
internal static class TemplateVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "template",
        [
            "template check TỆP.docx [--form MẪU] [--mend TỆP_MỚI.docx]",
            "    kiểm tra biểu mẫu đã sửa trong Word: ô thiếu, thừa, sai loại, sai chỗ; chữ cố định nào đã đổi. --mend: ghi bản đã tự sửa những gì sửa được",
            "template register TỆP.docx --campaign ĐỢT [--form MẪU] [--organization MÃ]",
            "    đăng ký biểu mẫu cho một đợt, cho một tổ chức và các tổ chức bên dưới (không nêu: cả thành phố); đúng tệp đang dùng thì không đăng ký thêm",
        ],
        ["form", "mend", "campaign", "organization"], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call) => call.Arguments.Words switch
    {
        ["check", var path] => await CheckAsync(call, path),
        ["register", var path] => await RegisterAsync(call, path),
        _ => await VerbFiles.RefuseAsync(call, "Cần nêu check hoặc register và một tệp .docx."),
    };

    private static async Task<int> CheckAsync(VerbCall call, string path)
    {
        var mended = call.Arguments.Option("mend");
        if (!FormOf(call).TryGet(out var form, out var problem) || !(await VerbFiles.BytesAsync(path)).TryGet(out var bytes, out problem))
        {
            return await VerbFiles.RefuseAsync(call, problem.Detail);
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var check = OwnTemplate.Check(stream, form.Value, mends: mended is not null);
        await TellAsync(call, check.Findings);
        await call.Output.WriteLineAsync(check.IsUsable ? $"{check.Form?.ShortTitle}: dùng được." : "Chưa dùng được.");
        if (mended is null || check.Prepared is not { } prepared)
        {
            return check.IsUsable ? ExitCodes.Good : ExitCodes.SomeBad;
        }

        var fault = await FinishedFile.WriteAsync(mended, prepared.ToArray());
        await call.Messages.WriteLineAsync(fault?.Detail ?? $"Đã ghi bản đã sửa: {mended}.");
        return fault is null ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static async Task<int> RegisterAsync(VerbCall call, string path)
    {
        if (!FormOf(call).TryGet(out var named, out var problem) || !(await VerbFiles.BytesAsync(path)).TryGet(out var bytes, out problem) || !VerbDirectory.Of(call).TryGet(out var known, out problem))
        {
            return await VerbFiles.RefuseAsync(call, problem.Detail);
        }

        if (known.Directory.Campaign(call.Arguments.Option("campaign")) is not { } campaign)
        {
            return await VerbFiles.RefuseAsync(call, $"Cần nêu --campaign, một trong: {string.Join(", ", known.Directory.Campaigns.Select(other => other.Code))}.");
        }

        var code = call.Arguments.Option("organization");
        var organization = known.Directory.Organization(code);
        return code is not null && organization is null ? await VerbFiles.RefuseAsync(call, $"Không có tổ chức mang mã “{code}”.") : await RegisterAsync(call, named.Value, campaign, organization, bytes);
    }

    private static async Task<int> RegisterAsync(VerbCall call, FormDefinition? named, Campaigns.Campaign campaign, Organizations.Organization? organization, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var form = named ?? OwnTemplate.Check(stream).Form;
        if (form is null)
        {
            return await VerbFiles.RefuseAsync(call, "Không nhận ra đây là mẫu nào; hãy nêu --form.");
        }

        var result = await call.Services.GetRequiredService<TemplateRegistration>().RegisterAsync(form, campaign, organization, bytes, "");
        if (!result.TryGet(out var registration, out var problem))
        {
            await TellAsync(call, (problem as Problem.UnusableTemplate)?.Findings ?? []);
            await call.Messages.WriteLineAsync(problem.Detail);
            return ExitCodes.SomeBad;
        }

        await TellAsync(call, registration.Findings);
        await call.Output.WriteLineAsync(registration.IsNew
            ? $"Đã đăng ký {form.ShortTitle}, phiên bản {registration.Template.Version}, mã {registration.Template.Id}. Biểu mẫu được đưa lên SharePoint khi dịch vụ chạy."
            : $"{form.ShortTitle}: đúng tệp này đã được đăng ký rồi, là phiên bản {registration.Template.Version}, mã {registration.Template.Id}; không đăng ký thêm.");
        return ExitCodes.Good;
    }

    private static async Task TellAsync(VerbCall call, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            await call.Output.WriteLineAsync($"{(finding.Severity == Severity.Error ? "Lỗi" : "Ghi chú")} {finding.Rule}: {finding.Message}");
        }
    }

    private static Result<NamedForm> FormOf(VerbCall call) => call.Arguments.Option("form") switch
    {
        null => new NamedForm(null),
        var text when FormCode.TryParse(text, out var code) && FormCatalog.Find(code) is { } form => new NamedForm(form),
        var text => new Problem.Malformed($"Không có mẫu “{text}”. Các mẫu: {string.Join(", ", FormCatalog.All.Select(known => known.Code.Value))}."),
    };

    /// <summary>The form a call names; null when it names none.</summary>
    private sealed record NamedForm(FormDefinition? Value);
}
