using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Views, formatting and permissions of lists by SharePoint REST, through the same chain as Graph.</summary>
internal sealed class SharePointRest : INativeLists, IDisposable
{
    private static readonly MediaTypeHeaderValue BareJson = MediaTypeHeaderValue.Parse("application/json;odata=nometadata");

    private readonly UnitBudget budget;
    private readonly HttpClient http;
    private readonly Uri site;
    private readonly TimeProvider clock;

    /// <summary>Connects to a site.</summary>
    /// <param name="credential">Makes a credential that has kept no token yet; with a real tenant it must be a certificate.</param>
    /// <param name="site">Such as <c>https://contoso.sharepoint.com/sites/hoctap</c>.</param>
    /// <param name="resourceUnitsPerMinute">What may be spent.</param>
    /// <param name="clock">The clock.</param>
    public SharePointRest(Func<TokenCredential> credential, Uri site, int resourceUnitsPerMinute, TimeProvider clock)
    {
        (this.site, this.clock) = (site, clock);
        budget = new UnitBudget(resourceUnitsPerMinute, clock);
        http = HttpChain.Open(credential, site, budget, clock);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NativeView>> ViewsAsync(string listId, CancellationToken cancellationToken)
    {
        var views = await GetAsync($"{List(listId)}/views?$expand=ViewFields", cancellationToken);
        return [.. Values(views).Select(ToView)];
    }

    /// <inheritdoc/>
    public async Task<string> AddViewAsync(string listId, string title, CancellationToken cancellationToken)
    {
        var view = await PostAsync($"{List(listId)}/views/add", new { parameters = new { Title = title, Paged = true, PersonalView = false, ViewTypeKind = 1 } }, cancellationToken);
        return Text(view, "Id");
    }

    /// <inheritdoc/>
    public async Task SetViewAsync(string listId, string viewId, NativeView wanted, CancellationToken cancellationToken)
    {
        var view = $"{List(listId)}/views(guid'{viewId}')";
        var scope = wanted.Recursive ? 1 : 0;
        await MergeAsync(view, new { wanted.Title, ViewQuery = wanted.Query, RowLimit = wanted.Rows, Paged = true, Scope = scope, CustomFormatter = wanted.Format }, cancellationToken);
        await PostAsync($"{view}/viewfields/removeallviewfields", null, cancellationToken);
        foreach (var column in wanted.Columns)
        {
            await PostAsync($"{view}/viewfields/addviewfield", new { strField = column }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FormatsAsync(string listId, CancellationToken cancellationToken)
    {
        var fields = await GetAsync($"{List(listId)}/fields?$select=InternalName,CustomFormatter", cancellationToken);
        return Values(fields).Where(field => Text(field, "CustomFormatter").Length > 0).ToDictionary(field => Text(field, "InternalName"), field => Text(field, "CustomFormatter"), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task FormatAsync(string listId, string column, string json, CancellationToken cancellationToken) =>
        MergeAsync($"{List(listId)}/fields/getbyinternalnameortitle('{column}')", new { CustomFormatter = json }, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsClosedAsync(string listId, CancellationToken cancellationToken)
    {
        if (!await IsOwnAsync(listId, cancellationToken))
        {
            return false;
        }

        var having = await PrincipalsAsync(listId, cancellationToken);
        var groups = await GroupsAsync(cancellationToken);
        return having.Contains(groups.Owners) && !having.Overlaps(groups.Others);
    }

    /// <inheritdoc/>
    public async Task CloseAsync(string listId, CancellationToken cancellationToken)
    {
        if (!await IsOwnAsync(listId, cancellationToken))
        {
            await PostAsync($"{List(listId)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)", null, cancellationToken);
        }

        var (owners, others) = await GroupsAsync(cancellationToken);
        var having = await PrincipalsAsync(listId, cancellationToken);
        foreach (var other in others.Where(having.Contains))
        {
            await SendAsync(HttpMethod.Post, $"{List(listId)}/roleassignments/getbyprincipalid({Number(other)})", null, "DELETE", cancellationToken);
        }

        var full = await GetAsync("web/roledefinitions/getbytype(5)?$select=Id", cancellationToken);
        await PostAsync($"{List(listId)}/roleassignments/addroleassignment(principalid={Number(owners)},roledefid={full.GetProperty("Id")})", null, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        budget.Dispose();
    }

    private static string List(string id) => $"web/lists(guid'{id}')";

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static NativeView ToView(JsonElement view)
    {
        var page = Text(view, "ServerRelativeUrl");
        return new NativeView(
            Text(view, "Id"),
            Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(page)),
            Text(view, "Title"),
            [.. view.GetProperty("ViewFields").GetProperty("Items").EnumerateArray().Select(column => column.GetString() ?? "")],
            Text(view, "ViewQuery"),
            view.GetProperty("RowLimit").GetInt32(),
            view.GetProperty("Scope").GetInt32() == 1,
            Text(view, "CustomFormatter"));
    }

    private static JsonElement.ArrayEnumerator Values(JsonElement page) => page.GetProperty("value").EnumerateArray();

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private async Task<bool> IsOwnAsync(string listId, CancellationToken cancellationToken) =>
        (await GetAsync($"{List(listId)}?$select=HasUniqueRoleAssignments", cancellationToken)).GetProperty("HasUniqueRoleAssignments").GetBoolean();

    private async Task<HashSet<long>> PrincipalsAsync(string listId, CancellationToken cancellationToken) =>
        [.. Values(await GetAsync($"{List(listId)}/roleassignments?$select=PrincipalId", cancellationToken)).Select(one => one.GetProperty("PrincipalId").GetInt64())];

    private async Task<(long Owners, long[] Others)> GroupsAsync(CancellationToken cancellationToken) =>
        (await GroupAsync("owner", cancellationToken), [await GroupAsync("member", cancellationToken), await GroupAsync("visitor", cancellationToken)]);

    private async Task<long> GroupAsync(string which, CancellationToken cancellationToken) =>
        (await GetAsync($"web/associated{which}group?$select=Id", cancellationToken)).GetProperty("Id").GetInt64();

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    private Task<JsonElement> PostAsync(string path, object? body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, null, cancellationToken);

    private Task<JsonElement> MergeAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, "MERGE", cancellationToken);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, string? verb, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{site.ToString().TrimEnd('/')}/_api/{path}");
        request.Headers.Accept.ParseAdd("application/json;odata=nometadata");
        if (verb is not null)
        {
            request.Headers.Add("X-HTTP-Method", verb);
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.SetRepeatable();
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body, BareJson, JsonSerializerOptions.Default); // SharePoint knows its members by their exact case
        }

        using var response = await HttpChain.AcceptedAsync(await http.SendAsync(request, cancellationToken), clock, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes);
    }
}
