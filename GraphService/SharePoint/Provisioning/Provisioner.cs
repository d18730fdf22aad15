using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Graph.Models;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Makes the site's lists, columns, views, formatting and permissions what <see cref="SiteSchema"/> says («thiết lập trang»). Idempotent, on an empty, a half-made or a hand-changed
/// site: it reads back, adds what is missing, sets right what is ours, and never deletes a column, an item or a view. A privileged step of its own: with a real tenant it runs by
/// the verb <c>provision</c>, never at the service's start.
/// </summary>
internal sealed class Provisioner(GraphConnection graph, INativeLists native, GraphOptions options, ILogger<Provisioner> logger)
{
    /// <summary>Makes what is missing and gives the map of the finished site. What SharePoint refuses to change is left, logged and found by <see cref="VerifyAsync"/>.</summary>
    public async Task<SiteMap> ProvisionAsync(CancellationToken cancellationToken)
    {
        var map = await SiteMap.ResolveAsync(graph, options, cancellationToken);
        foreach (var list in SiteSchema.Lists.Where(list => !map.OtherKinds.Contains(list.Name)))
        {
            var id = map.ListIds.GetValueOrDefault(list.Name) ?? await CreateAsync(map.SiteId, list, cancellationToken);
            await MendColumnsAsync($"/sites/{map.SiteId}/lists/{id}", list, cancellationToken);
            await NameAsync(map.SiteId, id, list, cancellationToken);
            await MendViewsAsync(id, list, cancellationToken);
            await MendFormatsAsync(id, list, cancellationToken);
            if (list.IsClosed && !await native.IsClosedAsync(id, cancellationToken))
            {
                await native.CloseAsync(id, cancellationToken);
            }
        }

        return await SiteMap.ResolveAsync(graph, options, cancellationToken);
    }

    /// <summary>Every difference between the site and the schema, one Vietnamese sentence each; empty when there is none.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var map = await SiteMap.ResolveAsync(graph, options, cancellationToken);
        var differences = new List<string>();
        foreach (var list in SiteSchema.Lists)
        {
            if (map.OtherKinds.Contains(list.Name))
            {
                differences.Add($"Tên {list.Name} đã có một danh sách loại khác dùng; hãy xóa danh sách ấy hoặc tạo lại với tên khác, rồi chạy lại provision (provision không đụng tới nó).");
            }
            else if (map.ListIds.TryGetValue(list.Name, out var id))
            {
                differences.AddRange(await DifferencesAsync(map.SiteId, id, list, cancellationToken));
            }
            else
            {
                differences.Add($"Thiếu danh sách {list.Name} ({list.DisplayName}).");
            }
        }

        return differences;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(string siteId, string id, ListSchema list, CancellationToken cancellationToken)
    {
        var shown = await TitleAsync(siteId, id, cancellationToken);
        var differences = shown == list.DisplayName ? new List<string>() : [$"Danh sách {list.Name} mang tên «{shown}», không phải «{list.DisplayName}»."];
        var columns = await ColumnsAsync($"/sites/{siteId}/lists/{id}", cancellationToken);
        differences.AddRange(list.Columns.SelectMany(column => columns.TryGetValue(column.Name, out var found)
            ? ColumnCheck.Compare(list.Name, column, found).Select(difference => difference.Sentence)
            : [$"Danh sách {list.Name} thiếu cột {column.Name} ({column.DisplayName})."]));
        var views = list.Views.Count == 0 ? [] : await native.ViewsAsync(id, cancellationToken);
        differences.AddRange(list.Views.SelectMany(view => ViewCheck.Find(views, view) is { } found
            ? ViewCheck.Compare(list.Name, view.In(list), found)
            : [$"Danh sách {list.Name} thiếu chế độ xem «{view.Title}»."]));
        differences.AddRange((await UnformattedAsync(id, list, cancellationToken)).Select(column => $"Cột {list.Name}.{column.Name} có định dạng khác thiết kế."));
        if (list.IsClosed && !await native.IsClosedAsync(id, cancellationToken))
        {
            differences.Add($"Danh sách {list.Name} chưa có phân quyền riêng, hoặc thành viên, khách của trang đọc được.");
        }

        return differences;
    }

    // SharePoint takes the list's address from the first display name, so the ASCII name comes first and the Vietnamese one after.
    private async Task<string> CreateAsync(string siteId, ListSchema list, CancellationToken cancellationToken)
    {
        var request = graph.Client.Sites[siteId].Lists.ToPostRequestInformation(new List { DisplayName = list.Name, ListProp = new ListInfo { Template = list.Template } });
        var created = await graph.JsonAsync(request, cancellationToken);
        logger.ListCreated(list.Name);
        return created.GetProperty("id").GetString()!; // every list has one
    }

    private async Task NameAsync(string siteId, string id, ListSchema list, CancellationToken cancellationToken)
    {
        var shown = await TitleAsync(siteId, id, cancellationToken);
        if (shown != list.DisplayName)
        {
            await MendAsync($"{list.Name}: «{shown}»", () => PatchAsync($"/sites/{siteId}/lists/{id}", new() { ["displayName"] = list.DisplayName }, cancellationToken));
        }
    }

    // One after the other: columns added to a list side by side end in save conflicts.
    private async Task MendColumnsAsync(string address, ListSchema list, CancellationToken cancellationToken)
    {
        var present = await ColumnsAsync(address, cancellationToken);
        foreach (var column in list.Columns)
        {
            if (!present.TryGetValue(column.Name, out var found))
            {
                found = await graph.JsonAsync(new BatchStep("POST", address + "/columns", ColumnCheck.Definition(column)), cancellationToken);
            }

            var differences = ColumnCheck.Compare(list.Name, column, found).ToList();
            if (Merged(differences) is { Count: > 0 } patch)
            {
                await MendAsync($"{list.Name}.{column.Name}", () => PatchAsync($"{address}/columns/{found.GetProperty("id").GetString()}", patch, cancellationToken));
            }
        }
    }

    private async Task MendViewsAsync(string id, ListSchema list, CancellationToken cancellationToken)
    {
        var present = list.Views.Count == 0 ? [] : await native.ViewsAsync(id, cancellationToken);
        foreach (var view in list.Views)
        {
            var (wanted, found) = (view.In(list), ViewCheck.Find(present, view));
            if (found is null || ViewCheck.Compare(list.Name, wanted, found).Any())
            {
                await native.SetViewAsync(id, found?.Id ?? await native.AddViewAsync(id, view.Name, cancellationToken), wanted, cancellationToken);
            }
        }
    }

    private async Task MendFormatsAsync(string id, ListSchema list, CancellationToken cancellationToken)
    {
        foreach (var column in await UnformattedAsync(id, list, cancellationToken))
        {
            await native.FormatAsync(id, column.Name, Formats.Read(column.Format), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ColumnSchema>> UnformattedAsync(string id, ListSchema list, CancellationToken cancellationToken)
    {
        var formatted = list.Columns.Where(column => column.Format.Length > 0).ToList();
        if (formatted.Count == 0)
        {
            return [];
        }

        var present = await native.FormatsAsync(id, cancellationToken);
        return [.. formatted.Where(column => !Formats.Same(present.GetValueOrDefault(column.Name), Formats.Read(column.Format)))];
    }

    // What is refused here (two equal values where they must differ, a title somebody else's list bears) only people can set right; the rest must not suffer.
    private async Task MendAsync(string what, Func<Task> mend)
    {
        try
        {
            await mend();
        }
        catch (SharePointException refused) when (refused.Status is 400 or 409 or 500)
        {
            logger.NotMended(what, refused);
        }
    }

    private Task PatchAsync(string address, JsonObject body, CancellationToken cancellationToken) => graph.JsonAsync(new BatchStep("PATCH", address, body), cancellationToken);

    private async Task<string> TitleAsync(string siteId, string id, CancellationToken cancellationToken)
    {
        var list = await graph.JsonAsync(graph.Client.Sites[siteId].Lists[id].ToGetRequestInformation(), cancellationToken);
        return list.GetProperty("displayName").GetString() ?? "";
    }

    private async Task<Dictionary<string, JsonElement>> ColumnsAsync(string address, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        await foreach (var column in graph.PagesAsync(graph.Following(graph.BaseAddress + address + "/columns"), cancellationToken))
        {
            columns[column.GetProperty("name").GetString() ?? ""] = column;
        }

        return columns;
    }

    private static JsonObject Merged(IEnumerable<SiteDifference> differences)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in differences.SelectMany(difference => difference.Mend ?? []))
        {
            patch[name] = value?.DeepClone();
        }

        return patch;
    }
}
