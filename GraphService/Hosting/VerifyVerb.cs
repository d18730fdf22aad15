using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>verify</c>: names each difference between the site and the schema, between the read model and the site, and, when asked, between documents and rows.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "verify",
        [
            "verify [--documents] [--layout]", "    so trang SharePoint với thiết kế, và dữ liệu tra cứu của dịch vụ với SharePoint; nêu từng chỗ khác",
            "    --documents đọc từng văn bản trong thư viện và so với các dòng trong danh sách; --layout so cả thể thức",
        ],
        [], ["documents", "layout"], RunAsync);

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
        var documents = call.Arguments.Has("documents") || call.Arguments.Has("layout") ? await DocumentsAsync(call, graph, map) : 0;
        return differences.Count + drift.Count + documents == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    // Told one by one as they are found: a library may hold thousands.
    private static async Task<int> DocumentsAsync(VerbCall call, GraphConnection graph, SiteMap map)
    {
        var (items, count) = (new ListItems(graph, map), 0);
        var rows = new List<(Register Register, SiteItem Item)>();
        foreach (var register in Register.All)
        {
            rows.AddRange((await ReadModel.SiteItemsAsync(items, register.List, CancellationToken.None)).Where(item => item.Fields.Boolean("Current")).Select(item => (register, item)));
        }

        var drift = new StoredDrift(new LibraryFiles(graph, map, call.Services.GetRequiredService<KnownItems>(), SiteSchema.Submissions), call.Services.GetRequiredService<DirectoryStore>().Current, call.Arguments.Has("layout"));
        var library = await ReadModel.SiteItemsAsync(items, SiteSchema.Submissions, CancellationToken.None);
        await foreach (var sentence in drift.FindAsync(library, rows.ToLookup(row => row.Item.Fields.Text("SubmissionId"), StringComparer.Ordinal), CancellationToken.None))
        {
            count++;
            await call.Output.WriteLineAsync(sentence);
        }

        await call.Output.WriteLineAsync(count == 0 ? "Văn bản khớp với các danh sách." : $"{count} chỗ lệch giữa văn bản và danh sách.");
        return count;
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
