using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Delta;

/// <summary>What changed in a list since a token.</summary>
internal static class DeltaApi
{
    public static GraphAnswer Get(GraphCall call, ListRow list)
    {
        var token = GivenToken(call);
        if (token == "latest")
        {
            return Page(call, list, [], "@odata.deltaLink", Start(call) with { After = call.Db.LastChange() });
        }
        var begin = token is null ? Start(call) : Parse(call, list, token);
        var top = call.Query.Top(byDefault: 200, most: 1000);
        var rows = ItemsTable.ChangedAfter(call.Db, list.Id, begin.After, top + 1);
        var more = rows.Count > top;
        var page = more ? [.. rows.Take(top)] : rows;
        var reached = begin with { After = page.Count == 0 ? begin.After : page[^1].Change, IssuedAt = call.Now.ToUnixTimeSeconds() };
        return Page(call, list, page.Where(item => item.Deleted == 0 || item.Change > begin.Horizon), more ? "@odata.nextLink" : "@odata.deltaLink", reached);
    }

    public static string? GivenToken(GraphCall call) => call.Path.Token ?? call.Query["token"];

    /// <summary>Where a caller begins again: the same question without a token.</summary>
    public static string FreshLink(GraphCall call) => $"{call.Root}{call.Path.Text.Split("/delta", 2)[0]}/delta";

    private static DeltaToken Start(GraphCall call) => new(0, call.Db.LastChange(), call.Now.ToUnixTimeSeconds());

    private static DeltaToken Parse(GraphCall call, ListRow list, string text)
    {
        var token = DeltaToken.TryParse(text) ?? throw GraphError.Invalid("The delta token is not valid.");
        return token.ExpiredAt(call.Now) ? throw GraphError.Resync(Link(call, list) + "/delta") : token;
    }

    private static GraphAnswer Page(GraphCall call, ListRow list, IEnumerable<ItemRow> items, string kind, DeltaToken next)
    {
        var json = Json.Collection(items.Select(item => item.Deleted == 0 ? ItemJson.Of(call, list, item) : ItemJson.Deleted(call, list, item)));
        json[kind] = $"{Link(call, list)}/delta?{call.Query.With("token", next.ToString())}";
        return GraphAnswer.Ok(json);
    }

    private static string Link(GraphCall call, ListRow list) => $"{call.Root}/sites/{call.Tenant.Site.Id}/lists/{list.Id}/items";
}
