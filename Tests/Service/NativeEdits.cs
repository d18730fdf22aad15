using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>What a person does in SharePoint itself, past the service.</summary>
internal static class NativeEdits
{
    /// <summary>Changes one column of the item whose indexed column has a value.</summary>
    public static async Task EditAsync(this OfficeApp app, ListSchema list, string column, string value, string edited, string to, CancellationToken token)
    {
        var (graph, settings) = await app.Services.GetRequiredService<TenantConnection>().OpenAsync(token);
        var map = await SiteMap.ResolveAsync(graph, settings, token);
        var item = await new ListItems(graph, map).FindByAsync(list, column, value, token) ?? throw new InvalidOperationException($"{list.Name} has no item {value}.");
        var change = new BatchStep("PATCH", $"/sites/{map.SiteId}/lists/{map.IdOf(list)}/items/{item.ItemId}/fields", new Dictionary<string, string> { [edited] = to });
        await graph.JsonAsync(change, token);
    }
}
