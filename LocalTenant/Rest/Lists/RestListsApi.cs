using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Lists;

/// <summary>Lists of the web: find in four ways, create, rename.</summary>
internal static partial class RestListsApi
{
    public static RestCollection All(RestCall call) => new([.. Named(call).Select(list => ListEntity.Of(call, list))]);

    public static ListRow ById(RestCall call, string id) =>
        (Guid.TryParse(id, out var guid) ? ListsTable.ById(call.Db, guid.ToString()) : null) ?? throw RestError.ListIdMissing();

    public static ListRow ByTitle(RestCall call, string title) =>
        ListsTable.ByTitle(call.Db, title) ?? throw RestError.ListMissing(title, call.WebUrl);

    /// <summary>By its server-relative address.</summary>
    public static ListRow ByAddress(RestCall call, string address) =>
        ListsTable.All(call.Db).FirstOrDefault(list => $"{call.Site.Path}/{list.Folder}".Equals(address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            ?? throw new RestError(404, -2147024894, "System.IO.FileNotFoundException", "File Not Found.");

    public static RestAnswer Create(RestCall call)
    {
        var body = call.Body();
        var title = body.Text("Title") is { Length: > 0 } given ? given : throw RestError.Invalid("The title of the list is missing.");
        if (ListsTable.ByTitle(call.Db, title) is not null)
        {
            throw RestError.TitleTaken();
        }
        var template = (body["BaseTemplate"]?.GetValue<int>() ?? 100) switch
        {
            100 => ListTemplate.Generic,
            101 => ListTemplate.Library,
            var other => throw RestError.NotImplemented($"list template {other}"),
        };
        var list = ListsTable.Add(call.Db, new(ListsApi.NameFor(call.Call, title), title, body.Text("Description") ?? "", template), call.Call.Now);
        return RestAnswer.Created(ListEntity.Of(call, list));
    }

    public static RestAnswer Change(RestCall call, ListRow list)
    {
        var body = call.Body();
        var unknown = body.Select(member => member.Key).FirstOrDefault(name => name is not ("Title" or "Description" or "__metadata") && !name.StartsWith("odata.", StringComparison.Ordinal));
        if (unknown is not null)
        {
            throw RestError.NotImplemented($"changing '{unknown}' of a list");
        }
        var title = body.Text("Title") ?? list.Title;
        if (ListsTable.ByTitle(call.Db, title) is { } other && other.Id != list.Id)
        {
            throw RestError.TitleTaken();
        }
        ListsTable.Rename(call.Db, list.Id, title, body.Text("Description") ?? list.Description, call.Call.Now);
        return RestAnswer.NoContent();
    }

    private static IReadOnlyList<ListRow> Named(RestCall call)
    {
        if (call.Query.Filter is not { } filter)
        {
            return ListsTable.All(call.Db);
        }
        var match = Filter().Match(filter);
        var value = match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);
        return match.Groups["name"].Value switch
        {
            "Title" => ListsTable.ByTitle(call.Db, value) is { } list ? [list] : [],
            "Id" => ListsTable.ById(call.Db, value) is { } list ? [list] : [],
            "Hidden" => value == "false" ? ListsTable.All(call.Db) : [],
            _ => throw RestError.NotImplemented("filters of lists but by Title, Id or Hidden"),
        };
    }

    [GeneratedRegex(@"^\s*\(?\s*(?<name>\w+)\s+eq\s+\(?(?:guid)?'?(?<value>(?:[^']|'')*?)'?\s*\)*\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Filter();
}
