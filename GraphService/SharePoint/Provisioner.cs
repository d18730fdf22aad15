using System.Text.Json;
using Microsoft.Graph.Models;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Makes the site's lists and columns what <see cref="SiteSchema"/> says («thiết lập trang»). Idempotent: it reads back, adds what is missing, and touches nothing else.
/// A privileged step of its own: with a real tenant it runs by the verb <c>provision</c>, never at the service's start.
/// </summary>
internal sealed class Provisioner(GraphConnection graph, GraphOptions options, ILogger<Provisioner> logger)
{
    /// <summary>Makes what is missing and gives the map of the finished site.</summary>
    public async Task<SiteMap> ProvisionAsync(CancellationToken cancellationToken)
    {
        var map = await SiteMap.ResolveAsync(graph, options, cancellationToken);
        foreach (var list in SiteSchema.Lists)
        {
            var id = map.ListIds.GetValueOrDefault(list.Name) ?? await CreateAsync(map.SiteId, list, cancellationToken);
            await NameAsync(map.SiteId, id, list, cancellationToken);
            await AddMissingColumnsAsync(map.SiteId, id, list, cancellationToken);
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
            differences.AddRange(map.ListIds.TryGetValue(list.Name, out var id)
                ? Differences(list, await ColumnsAsync(map.SiteId, id, cancellationToken))
                : [$"Thiếu danh sách {list.Name} ({list.DisplayName})."]);
        }

        return differences;
    }

    private static IEnumerable<string> Differences(ListSchema list, Dictionary<string, JsonElement> columns)
    {
        foreach (var column in list.Columns)
        {
            if (!columns.TryGetValue(column.Name, out var found))
            {
                yield return $"Danh sách {list.Name} thiếu cột {column.Name} ({column.DisplayName}).";
                continue;
            }

            if (Text(found, "displayName") == column.Name && column.DisplayName != column.Name)
            {
                yield return $"Cột {list.Name}.{column.Name} chưa có tên tiếng Việt.";
            }

            foreach (var (name, wanted, said) in new[] { ("indexed", column.Indexed, "có chỉ mục"), ("enforceUniqueValues", column.Unique, "buộc giá trị duy nhất") })
            {
                if (wanted && !(found.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True))
                {
                    yield return $"Cột {list.Name}.{column.Name} chưa {said}.";
                }
            }
        }
    }

    // SharePoint takes the list's address from the first display name, so the ASCII name comes first and the Vietnamese one after.
    private async Task<string> CreateAsync(string siteId, ListSchema list, CancellationToken cancellationToken)
    {
        var template = list.IsLibrary ? "documentLibrary" : "genericList";
        var created = await graph.Client.Sites[siteId].Lists.PostAsync(
            new List { DisplayName = list.Name, ListProp = new ListInfo { Template = template } }, cancellationToken: cancellationToken);
        var id = created?.Id ?? throw new InvalidOperationException($"The list '{list.Name}' came back without an id.");
        logger.ListCreated(list.Name);
        return id;
    }

    // A list that still shows its address was cut off before it got its name; one that somebody renamed is left alone.
    private async Task NameAsync(string siteId, string id, ListSchema list, CancellationToken cancellationToken)
    {
        var found = await graph.Client.Sites[siteId].Lists[id].GetAsync(cancellationToken: cancellationToken);
        if (found?.DisplayName == list.Name)
        {
            await graph.Client.Sites[siteId].Lists[id].PatchAsync(new List { DisplayName = list.DisplayName }, cancellationToken: cancellationToken);
        }
    }

    // One after the other: columns added to a list side by side end in save conflicts.
    private async Task AddMissingColumnsAsync(string siteId, string listId, ListSchema list, CancellationToken cancellationToken)
    {
        var present = await ColumnsAsync(siteId, listId, cancellationToken);
        foreach (var column in list.Columns)
        {
            if (!present.TryGetValue(column.Name, out var found))
            {
                var created = await graph.Client.Sites[siteId].Lists[listId].Columns.PostAsync(Definition(column), cancellationToken: cancellationToken);
                await NameAsync(siteId, listId, created?.Id, column, cancellationToken);
            }
            else if (Text(found, "displayName") == column.Name)
            {
                await NameAsync(siteId, listId, Text(found, "id"), column, cancellationToken);
            }
        }
    }

    private async Task NameAsync(string siteId, string listId, string? columnId, ColumnSchema column, CancellationToken cancellationToken) =>
        await graph.Client.Sites[siteId].Lists[listId].Columns[columnId].PatchAsync(new ColumnDefinition { DisplayName = column.DisplayName }, cancellationToken: cancellationToken);

    private static string? Text(JsonElement column, string name) => column.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task<Dictionary<string, JsonElement>> ColumnsAsync(string siteId, string listId, CancellationToken cancellationToken)
    {
        var page = await graph.JsonAsync(graph.Client.Sites[siteId].Lists[listId].Columns.ToGetRequestInformation(), cancellationToken);
        return page.GetProperty("value").EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString() ?? "", StringComparer.Ordinal);
    }

    private static ColumnDefinition Definition(ColumnSchema column)
    {
        var definition = new ColumnDefinition { Name = column.Name, Indexed = column.Indexed, EnforceUniqueValues = column.Unique };
        switch (column.Kind)
        {
            case ColumnKind.Text:
                definition.Text = new TextColumn { AllowMultipleLines = false, MaxLength = 255 };
                break;
            case ColumnKind.Note:
                definition.Text = new TextColumn { AllowMultipleLines = true, TextType = "plain" };
                break;
            case ColumnKind.Number:
                definition.Number = new NumberColumn { DecimalPlaces = "none" };
                break;
            case ColumnKind.Instant:
                definition.DateTime = new DateTimeColumn { Format = "dateTime" };
                break;
            case ColumnKind.Day:
                definition.DateTime = new DateTimeColumn { Format = "dateOnly" };
                break;
            case ColumnKind.Boolean:
                definition.Boolean = new BooleanColumn();
                break;
            case ColumnKind.Choice:
                definition.Choice = new ChoiceColumn { AllowTextEntry = false, Choices = [.. column.Choices], DisplayAs = "dropDownMenu" };
                break;
        }

        return definition;
    }
}
