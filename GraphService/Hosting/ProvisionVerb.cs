using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>provision</c>: makes the site what the schema says.</summary>
internal static class ProvisionVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("provision", ["provision", "    thiết lập trang SharePoint: danh sách, cột, chỉ mục, chế độ xem, định dạng, phân quyền; không xóa gì của người dùng"], [], [], RunAsync);

    /// <summary>The provisioner of the tenant the program speaks to.</summary>
    internal static async Task<Provisioner> ProvisionerAsync(IServiceProvider services)
    {
        var connection = services.GetRequiredService<TenantConnection>();
        var (graph, settings) = await connection.OpenAsync(CancellationToken.None);
        return new Provisioner(graph, await connection.OpenNativeAsync(CancellationToken.None), settings, services.GetRequiredService<ILogger<Provisioner>>());
    }

    private static async Task<int> RunAsync(VerbCall call)
    {
        if (!call.Services.GetRequiredService<TenantConnection>().SpeaksRest)
        {
            // Found out before anything is half made.
            await call.Messages.WriteLineAsync("Thiết lập trang cần chứng thư của ứng dụng (Graph:CertificatePath): SharePoint không nhận mật khẩu ứng dụng cho chế độ xem, định dạng và phân quyền.");
            return ExitCodes.WrongUsage;
        }

        var provisioner = await ProvisionerAsync(call.Services);
        var map = await provisioner.ProvisionAsync(CancellationToken.None);
        var left = await provisioner.VerifyAsync(CancellationToken.None);
        foreach (var difference in left)
        {
            await call.Output.WriteLineAsync(difference);
        }

        await call.Output.WriteLineAsync(left.Count == 0
            ? $"Trang {map.SiteId}: {map.ListIds.Count} danh sách đã đúng thiết kế."
            : $"Trang {map.SiteId}: còn {left.Count} chỗ phải sửa bằng tay rồi chạy lại.");
        return left.Count == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }
}
