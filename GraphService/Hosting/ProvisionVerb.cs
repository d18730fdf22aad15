using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>provision</c>: makes the site what the schema says.</summary>
internal static class ProvisionVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("provision", ["provision", "    thiết lập trang SharePoint: danh sách, cột, chỉ mục; không đụng đến những gì đã đúng"], [], [], RunAsync);

    /// <summary>The provisioner of the tenant the program speaks to.</summary>
    internal static async Task<Provisioner> ProvisionerAsync(IServiceProvider services)
    {
        var (graph, settings) = await services.GetRequiredService<TenantConnection>().OpenAsync(CancellationToken.None);
        return new Provisioner(graph, settings, services.GetRequiredService<ILogger<Provisioner>>());
    }

    private static async Task<int> RunAsync(VerbCall call)
    {
        var map = await (await ProvisionerAsync(call.Services)).ProvisionAsync(CancellationToken.None);
        await call.Output.WriteLineAsync($"Trang {map.SiteId}: {map.ListIds.Count} danh sách đã đúng thiết kế.");
        return ExitCodes.Good;
    }
}
