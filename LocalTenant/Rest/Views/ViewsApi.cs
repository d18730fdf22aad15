using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Views;

/// <summary>Views of a list: read, create, change, delete, and the columns they show.</summary>
internal static partial class ViewsApi
{
    // SharePoint's own limit is far higher; a view with more rows than the threshold cannot be shown.
    private const int DefaultRows = 30;

    public static RestCollection All(RestCall call, ListRow list) => new([.. ViewsTable.All(call.Db, list)
        .Where(view => TitleIs(call.Query.Filter, view.Title))
        .Select(view => ViewEntity.Of(call, list, view))]);

    public static ViewRow ById(RestCall call, ListRow list, string id) =>
        Find(call, list, view => Guid.TryParse(id, out var guid) && Guid.Parse(view.Id) == guid);

    public static ViewRow ByTitle(RestCall call, ListRow list, string title) =>
        Find(call, list, view => view.Title.Equals(title, StringComparison.OrdinalIgnoreCase));

    public static ViewRow Default(RestCall call, ListRow list) => Find(call, list, view => view.IsDefault == 1);

    public static RestAnswer Create(RestCall call, ListRow list, string? parameters)
    {
        var body = parameters is null ? call.Body() : call.Body(parameters);
        var title = body.Text("Title") is { Length: > 0 } given ? given : throw RestError.Invalid("The title of the view is missing.");
        if (body.Flag("PersonalView"))
        {
            throw RestError.NotImplemented("personal views");
        }
        var view = new ViewRow
        {
            Id = Guid.CreateVersion7(call.Call.Now).ToString(),
            ListId = list.Id,
            Title = title,
            Page = Page(call, list, title),
            IsDefault = 0,
            Hidden = 0,
            Fields = Json.Write(new JsonArray([.. FieldsOf(body).Select(name => (JsonNode)Known(call, list, name))])),
            Query = Query(body.Text("Query") ?? body.Text("ViewQuery") ?? ""),
            RowLimit = body["RowLimit"]?.GetValue<long>() ?? DefaultRows,
            Paged = body.Flag("Paged") ? 1 : 0,
            Scope = 0,
        };
        ViewsTable.Add(call.Db, view);
        return RestAnswer.Ok(ViewEntity.Of(call, list, Chosen(call, view, body.Flag("SetAsDefaultView")))) with { Status = parameters is null ? 201 : 200 };
    }

    public static RestAnswer Change(RestCall call, ListRow list, ViewRow view)
    {
        var changed = view;
        foreach (var (name, value) in call.Body().Where(member => member.Key[0] != '_' && !member.Key.Contains('@', StringComparison.Ordinal) && !member.Key.StartsWith("odata.", StringComparison.Ordinal)))
        {
            changed = Set(changed, name, value);
        }
        ViewsTable.Save(call.Db, changed);
        Chosen(call, changed, changed.IsDefault == 1 && view.IsDefault == 0);
        return RestAnswer.NoContent();
    }

    public static RestAnswer Delete(RestCall call, ViewRow view)
    {
        ViewsTable.Delete(call.Db, view);
        return RestAnswer.Null("DeleteObject");
    }

    /// <summary>Adds, removes or moves a column of the view.</summary>
    public static RestAnswer ChangeFields(RestCall call, ListRow list, ViewRow view, RestStep step)
    {
        var fields = view.FieldNames.ToList();
        var name = step.Arguments.FirstOrDefault() ?? call.Body().Text("strField") ?? call.Body().Text("field") ?? "";
        switch (step.Name)
        {
            case "addviewfield":
                fields.Remove(Known(call, list, name));
                fields.Add(Known(call, list, name));
                break;
            case "removeviewfield" when !fields.Remove(name):
                throw RestError.FieldMissing(name);
            case "moveviewfieldto":
                Move(fields, name, call.Body()["index"]?.GetValue<int>() ?? 0);
                break;
            case "removeallviewfields":
                fields.Clear();
                break;
        }
        ViewsTable.Save(call.Db, view with { Fields = Json.Write(new JsonArray([.. fields.Select(field => (JsonNode)field)])) });
        return RestAnswer.Null(step.Name);
    }

    private static void Move(List<string> fields, string name, int index)
    {
        if (!fields.Remove(name) || index < 0 || index > fields.Count)
        {
            throw RestError.FieldMissing(name);
        }
        fields.Insert(index, name);
    }

    private static ViewRow Set(ViewRow view, string name, JsonNode? value) => name switch
    {
        "Title" => view with { Title = value!.GetValue<string>() },
        "ViewQuery" => view with { Query = Query(value?.GetValue<string>() ?? "") },
        "RowLimit" => view with { RowLimit = value!.GetValue<long>() },
        "Paged" => view with { Paged = value!.GetValue<bool>() ? 1 : 0 },
        "Scope" => view with { Scope = value!.GetValue<long>() },
        "Hidden" => view with { Hidden = value!.GetValue<bool>() ? 1 : 0 },
        "DefaultView" => view with { IsDefault = value!.GetValue<bool>() ? 1 : view.IsDefault },
        "CustomFormatter" => view with { Formatter = value?.GetValue<string>() is { Length: > 0 } text ? text : null },
        _ => throw RestError.NotImplemented($"changing '{name}' of a view"),
    };

    private static ViewRow Chosen(RestCall call, ViewRow view, bool asDefault)
    {
        if (!asDefault)
        {
            return view;
        }
        ViewsTable.MakeDefault(call.Db, view);
        return view with { IsDefault = 1 };
    }

    private static ViewRow Find(RestCall call, ListRow list, Func<ViewRow, bool> wanted) =>
        ViewsTable.All(call.Db, list).FirstOrDefault(wanted) ?? throw RestError.ViewMissing();

    // As JSON without metadata it is an array, verbose wraps it.
    private static IEnumerable<string> FieldsOf(JsonObject body) =>
        (body["ViewFields"] as JsonArray ?? (body["ViewFields"] as JsonObject)?["results"] as JsonArray ?? []).Select(name => name!.GetValue<string>());

    private static string Known(RestCall call, ListRow list, string name) => FieldEntity.IsComputed(name, list)
        ? name
        : ColumnsTable.All(call.Db, list).FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? throw RestError.FieldMissing(name);

    private static string Query(string caml)
    {
        try
        {
            _ = XElement.Parse($"<Query>{caml}</Query>");
            return caml;
        }
        catch (XmlException)
        {
            throw new RestError(400, -2147467259, "Microsoft.SharePoint.SPException", "Cannot complete this action.\n\nPlease try again.");
        }
    }

    // The page is named after the first title, as a list's address is after its own.
    private static string Page(RestCall call, ListRow list, string title)
    {
        var name = NotInAddress().Replace(title, "").Trim() is { Length: > 0 } some ? some : "View";
        var taken = ViewsTable.All(call.Db, list).Select(view => view.Page).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(0, 10_000).Select(number => number == 0 ? name : string.Create(null, $"{name}{number}")).First(page => !taken.Contains(page));
    }

    private static bool TitleIs(string? filter, string title)
    {
        if (filter is null)
        {
            return true;
        }
        var match = TitleFilter().Match(filter);
        return match.Success
            ? match.Groups["title"].Value.Replace("''", "'", StringComparison.Ordinal).Equals(title, StringComparison.OrdinalIgnoreCase)
            : throw RestError.NotImplemented("filters of views but by Title");
    }

    [GeneratedRegex(@"^\s*\(?\s*Title\s+eq\s+'(?<title>(?:[^']|'')*)'\s*\)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleFilter();

    [GeneratedRegex("[^A-Za-z0-9 _-]")]
    private static partial Regex NotInAddress();
}
