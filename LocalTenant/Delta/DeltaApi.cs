using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Delta;

/// <summary>What changed in a list or a library since a token.</summary>
internal static class DeltaApi
{
    public static GraphAnswer Items(GraphCall call, ListRow list) => Get(call, list, new DeltaView.Items(call, list));

    public static GraphAnswer Files(GraphCall call, ListRow library) => Get(call, library, new DeltaView.Files(call, library));

    public static string? GivenToken(GraphCall call) => call.Path.Token ?? call.Query["token"];

    /// <summary>Where a caller begins again: the same question without a token.</summary>
    public static string FreshLink(GraphCall call) => $"{call.Root}{call.Path.Text.Split("/delta", 2)[0]}/delta";

    private static GraphAnswer Get(GraphCall call, ListRow list, DeltaView view)
    {
        var token = GivenToken(call);
        if (token == "latest")
        {
            return Page(call, view, [], "@odata.deltaLink", Start(call) with { After = call.Db.LastChange() });
        }
        var begin = token is null ? Start(call) : Parse(call, view, token);
        var top = call.Query.Top(byDefault: 200, most: 1000);
        var rows = ItemsTable.ChangedAfter(call.Db, list.Id, begin.After, top + 1);
        var more = rows.Count > top;
        var page = more ? [.. rows.Take(top)] : rows;
        var reached = begin with { After = page.Count == 0 ? begin.After : page[^1].Change, IssuedAt = call.Now.ToUnixTimeSeconds() };
        var shown = page.Where(item => item.Deleted == 0 || item.Change > begin.Horizon).Select(item => view.Show(call, list, item));
        return Page(call, view, token is null ? view.First(call, list).Concat(shown) : shown, more ? "@odata.nextLink" : "@odata.deltaLink", reached);
    }

    private static DeltaToken Start(GraphCall call) => new(0, call.Db.LastChange(), call.Now.ToUnixTimeSeconds());

    private static DeltaToken Parse(GraphCall call, DeltaView view, string text)
    {
        var token = DeltaToken.TryParse(text) ?? throw GraphError.Invalid("The delta token is not valid.");
        return token.ExpiredAt(call.Now) ? throw GraphError.Resync(view.Address) : token;
    }

    private static GraphAnswer Page(GraphCall call, DeltaView view, IEnumerable<JsonNode> shown, string kind, DeltaToken next)
    {
        var json = Json.Collection(shown);
        json[kind] = $"{view.Address}?{call.Query.With("token", next.ToString())}";
        return GraphAnswer.Ok(json);
    }
}
