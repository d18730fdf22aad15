using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>rebuild</c>: throws the read model away and reads it anew from SharePoint.</summary>
internal static class RebuildVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "rebuild", ["rebuild", "    bỏ dữ liệu tra cứu và đọc lại toàn bộ từ SharePoint; việc đang chờ gửi, biên nhận và nhật ký giữ nguyên"], [], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        var (graph, settings) = await call.Services.GetRequiredService<TenantConnection>().OpenAsync(CancellationToken.None);
        var map = await SiteMap.ResolveAsync(graph, settings, CancellationToken.None);
        if (!map.IsComplete)
        {
            // Found out before anything is thrown away.
            throw new SiteNotProvisionedException();
        }

        var readModel = call.Services.GetRequiredService<ReadModel>();
        await readModel.ForgetAsync();
        await call.Messages.WriteLineAsync("Đang đọc lại từ SharePoint…");
        await call.Services.GetRequiredService<DeltaFollower>().SyncAsync(new ListItems(graph, map), CancellationToken.None);
        await call.Services.GetRequiredService<TemplateStore>().FetchAsync(new LibraryFiles(graph, map, call.Services.GetRequiredService<KnownItems>(), SiteSchema.FormTemplates), CancellationToken.None);
        foreach (var (list, count) in await readModel.CountsAsync())
        {
            await call.Output.WriteLineAsync($"{list.DisplayName}: {count}");
        }

        return ExitCodes.Good;
    }
}
