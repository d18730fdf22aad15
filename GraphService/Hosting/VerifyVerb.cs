using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>verify</c>: names each difference between the site and the schema, and between the read model and the site.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "verify", ["verify", "    so trang SharePoint với thiết kế, và dữ liệu tra cứu của dịch vụ với SharePoint; nêu từng chỗ khác"], [], [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call)
    {
        var differences = await (await ProvisionVerb.ProvisionerAsync(call.Services)).VerifyAsync(CancellationToken.None);
        await TellAsync(call, differences, "Trang đúng thiết kế.");
        if (!Database.ExistsIn(call.Services.GetRequiredService<DataDirectory>()))
        {
            await call.Messages.WriteLineAsync("Chưa có dữ liệu tra cứu ở thư mục này, nên chỉ so trang với thiết kế.");
            return differences.Count == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
        }

        var (graph, settings) = await call.Services.GetRequiredService<TenantConnection>().OpenAsync(CancellationToken.None);
        var map = await SiteMap.ResolveAsync(graph, settings, CancellationToken.None);
        var drift = await call.Services.GetRequiredService<ReadModel>().DifferencesAsync(new ListItems(graph, map), CancellationToken.None);
        await TellAsync(call, drift, "Dữ liệu tra cứu khớp với SharePoint.");
        return differences.Count + drift.Count == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static async Task TellAsync(VerbCall call, IReadOnlyList<string> differences, string none)
    {
        foreach (var difference in differences)
        {
            await call.Output.WriteLineAsync(difference);
        }

        await call.Output.WriteLineAsync(differences.Count == 0 ? none : $"{differences.Count} chỗ khác.");
    }
}
