using System.Globalization;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Items;
using HocTap.Office.LocalTenant.Rest.Lists;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Rest.Rows;
using HocTap.Office.LocalTenant.Rest.Views;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest;

/// <summary>The table of contents of <c>_api/</c>: what is not here answers 501 and says so.</summary>
internal static class RestRoutes
{
    public static RestAnswer Handle(RestCall call) => (call.Verb, call.Steps) switch
    {
        ("POST", [("contextinfo", [])]) => WebEntity.ContextInfo(call),
        ("GET", [("site", [])]) => RestAnswer.Ok(WebEntity.Site(call)),
        (_, [("site", []), ("rootweb", []), .. var rest]) => OfWeb(call, rest),
        (_, [("web", []), .. var rest]) => OfWeb(call, rest),
        _ => Missing(call),
    };

    public static RestAnswer Missing(RestCall call) => throw RestError.NotImplemented($"{call.Verb} {call.Call.Path.Text}");

    private static RestAnswer OfWeb(RestCall call, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", []) => RestAnswer.Ok(WebEntity.Web(call)),
        ("GET", [("lists", [])]) => RestAnswer.Ok(RestListsApi.All(call)),
        ("POST", [("lists", [])]) => RestListsApi.Create(call),
        (_, [("lists", [var id]), .. var more]) => OfList(call, RestListsApi.ById(call, id), more),
        (_, [("lists", []), ("getbyid", [var id]), .. var more]) => OfList(call, RestListsApi.ById(call, id), more),
        (_, [("lists", []), ("getbytitle", [var title]), .. var more]) => OfList(call, RestListsApi.ByTitle(call, title), more),
        (_, [("getlist", [var address]), .. var more]) => OfList(call, RestListsApi.ByAddress(call, address), more),
        ("POST", [("ensureuser", [])]) => Principals.Ensure(call, call.Body().Text("logonName") ?? throw RestError.Malformed("The parameter logonName is missing.")),
        ("POST", [("ensureuser", [var login])]) => Principals.Ensure(call, login),
        ("GET", [("siteusers", [])]) => RestAnswer.Ok(Principals.All(call, groups: false)),
        ("GET", [("sitegroups", [])]) => RestAnswer.Ok(Principals.All(call, groups: true)),
        ("GET", [("getuserbyid" or "siteusers", [var id])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Number(id)))),
        ("GET", [("sitegroups", []), ("getbyid", [var id])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Number(id)))),
        ("GET", [("currentuser", [])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Principals.App))),
        ("GET", [("associatedownergroup", [])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Principals.Owners))),
        ("GET", [("associatedmembergroup", [])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Principals.Members))),
        ("GET", [("associatedvisitorgroup", [])]) => RestAnswer.Ok(Principals.Entity(Principals.ById(call, Principals.Visitors))),
        ("GET", [("roledefinitions", [])]) => RestAnswer.Ok(Roles.All()),
        ("GET", [("roledefinitions", [var id])]) => RestAnswer.Ok(Roles.Entity(Roles.ById(Number(id)))),
        ("GET", [("roledefinitions", []), ("getbyid", [var id])]) => RestAnswer.Ok(Roles.Entity(Roles.ById(Number(id)))),
        ("GET", [("roledefinitions", []), ("getbytype", [var type])]) => RestAnswer.Ok(Roles.Entity(Roles.ByType(Number(type)))),
        ("GET", [("roledefinitions", []), ("getbyname", [var name])]) => RestAnswer.Ok(Roles.Entity(Roles.ByName(name))),
        _ => Missing(call),
    };

    private static RestAnswer OfList(RestCall call, ListRow list, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", []) => RestAnswer.Ok(ListEntity.Of(call, list)),
        ("MERGE", []) => RestListsApi.Change(call, list),
        ("GET", [("rootfolder", [])]) => RestAnswer.Ok(ListEntity.Folder(call, list)),
        (_, [("fields", _), ..]) => OfFields(call, list, rest),
        (_, [("views" or "defaultview", _), ..]) => OfViews(call, list, rest),
        (_, [("items" or "getitembyid", _), ..]) => OfItems(call, list, rest),
        ("POST", [("addvalidateupdateitemusingpath", [])]) => ValidatedItems.Add(call, list),
        ("POST", [("renderlistdataasstream", [])]) => RenderedRows.Handle(call, list),
        _ when RightsApi.Is(rest) => RightsApi.Handle(call, list, 0, rest),
        _ => Missing(call),
    };

    private static RestAnswer OfFields(RestCall call, ListRow list, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", [("fields", [])]) => RestAnswer.Ok(FieldsApi.All(call, list)),
        ("POST", [("fields", [])]) => FieldsApi.Create(call, list),
        ("POST", [("fields", []), ("createfieldasxml", [])]) => FieldsApi.CreateAsXml(call, list),
        (_, [("fields", [var id]), .. var more]) => OfField(call, list, FieldsApi.ById(call, list, id), more),
        (_, [("fields", []), ("getbyid", [var id]), .. var more]) => OfField(call, list, FieldsApi.ById(call, list, id), more),
        (_, [("fields", []), ("getbyinternalnameortitle" or "getbytitle", [var name]), .. var more]) => OfField(call, list, FieldsApi.ByName(call, list, name), more),
        _ => Missing(call),
    };

    private static RestAnswer OfField(RestCall call, ListRow list, LocalTenant.Columns.Column column, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", []) => RestAnswer.Ok(FieldEntity.Of(call, list, column)),
        ("MERGE", []) => FieldsApi.Change(call, list, column),
        ("DELETE", []) or ("POST", [("deleteobject", [])]) => FieldsApi.Delete(call, list, column),
        _ => Missing(call),
    };

    private static RestAnswer OfViews(RestCall call, ListRow list, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", [("views", [])]) => RestAnswer.Ok(ViewsApi.All(call, list)),
        ("POST", [("views", [])]) => ViewsApi.Create(call, list, null),
        ("POST", [("views", []), ("add", [])]) => ViewsApi.Create(call, list, "parameters"),
        (_, [("defaultview", []), .. var more]) => OfView(call, list, ViewsApi.Default(call, list), more),
        (_, [("views", [var id]), .. var more]) => OfView(call, list, ViewsApi.ById(call, list, id), more),
        (_, [("views", []), ("getbyid", [var id]), .. var more]) => OfView(call, list, ViewsApi.ById(call, list, id), more),
        (_, [("views", []), ("getbytitle", [var title]), .. var more]) => OfView(call, list, ViewsApi.ByTitle(call, list, title), more),
        _ => Missing(call),
    };

    private static RestAnswer OfView(RestCall call, ListRow list, ViewRow view, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", []) => RestAnswer.Ok(ViewEntity.Of(call, list, view)),
        ("MERGE", []) => ViewsApi.Change(call, list, view),
        ("POST", [("deleteobject", [])]) => ViewsApi.Delete(call, view),
        ("DELETE", []) => ViewsApi.Delete(call, view) with { Body = null },
        ("GET", [("viewfields", [])]) => RestAnswer.Ok(ViewEntity.Fields(view)),
        ("POST", [("viewfields", []), ("addviewfield" or "removeviewfield" or "moveviewfieldto" or "removeallviewfields", _)]) => ViewsApi.ChangeFields(call, list, view, rest[1]),
        _ => Missing(call),
    };

    private static RestAnswer OfItems(RestCall call, ListRow list, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", [("items", [])]) => RestItemsApi.All(call, list),
        ("POST", [("items", [])]) => RestItemsApi.Create(call, list),
        (_, [("items" or "getitembyid", [var id]), .. var more]) => OfItem(call, list, RestItemsApi.Find(call, list, id), more),
        (_, [("items", []), ("getbyid", [var id]), .. var more]) => OfItem(call, list, RestItemsApi.Find(call, list, id), more),
        _ => Missing(call),
    };

    private static RestAnswer OfItem(RestCall call, ListRow list, ItemRow item, RestStep[] rest) => (call.Verb, rest) switch
    {
        ("GET", []) => RestAnswer.Ok(RestItem.Of(call, list, item)),
        ("MERGE", []) => RestItemsApi.Change(call, list, item),
        ("DELETE", []) or ("POST", [("deleteobject", [])]) => RestItemsApi.Delete(call, item),
        ("POST", [("validateupdatelistitem", [])]) => ValidatedItems.Change(call, list, item),
        _ when RightsApi.Is(rest) => RightsApi.Handle(call, list, item.Id, rest),
        _ => Missing(call),
    };

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw RestError.Malformed($"'{text}' is not a number.");
}
