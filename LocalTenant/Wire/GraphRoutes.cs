using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Delta;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Sites;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>The table of contents: every path the tenant has. What is not here answers 501 and says so.</summary>
internal static class GraphRoutes
{
    public static GraphAnswer Handle(GraphCall call) => call.Path.Segments switch
    {
        ["sites", var host, ":", var path, .. var rest] => OfSite(call, SitesApi.ByPath(call, host, path), rest),
        ["sites", var id, .. var rest] => OfSite(call, SitesApi.ById(call, id), rest),
        ["drives", var id, .. var rest] => OfDrive(call, ListsApi.OfDrive(call, id), rest),
        ["users", var user, .. var rest] => OfUser(call, user, rest),
        _ => Missing(call),
    };

    private static GraphAnswer OfSite(GraphCall call, Site site, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => SitesApi.Get(call, site),
        ("GET", ["lists"]) => ListsApi.All(call),
        ("POST", ["lists"]) => ListsApi.Create(call),
        ("GET", ["drives"]) => DrivesApi.All(call),
        ("GET", ["drive"]) => DrivesApi.Get(call, ListsApi.Find(call, "Documents")),
        (_, ["lists", var list, .. var more]) => OfList(call, ListsApi.Find(call, list), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfList(GraphCall call, ListRow list, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => ListsApi.Get(call, list),
        ("PATCH", []) => ListsApi.Rename(call, list),
        ("GET", ["drive"]) => DrivesApi.Get(call, list),
        ("GET", ["contentTypes"]) => ListsApi.ContentTypes(list),
        ("GET", ["columns"]) => ColumnsApi.All(call, list),
        ("POST", ["columns"]) => ColumnsApi.Create(call, list),
        ("GET", ["columns", var column]) => ColumnsApi.Get(call, list, column),
        ("PATCH", ["columns", var column]) => ColumnsApi.Change(call, list, column),
        ("DELETE", ["columns", var column]) => ColumnsApi.Delete(call, list, column),
        ("GET", ["items"]) => ItemsApi.All(call, list),
        ("POST", ["items"]) => ItemsApi.Create(call, list),
        ("GET", ["items", "delta"]) => DeltaApi.Get(call, list),
        (_, ["items", var item, .. var more]) => OfItem(call, list, ItemsApi.Find(call, list, item), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfItem(GraphCall call, ListRow list, ItemRow item, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => ItemsApi.Get(call, list, item),
        ("PATCH", []) => ItemsApi.ChangeItem(call, list, item),
        ("DELETE", []) => ItemsApi.Delete(call, list, item),
        ("GET", ["fields"]) => ItemsApi.GetFields(call, list, item),
        ("PATCH", ["fields"]) => ItemsApi.ChangeFields(call, list, item),
        ("GET", ["versions"]) => VersionsApi.OfItem(call, list, item),
        ("GET", ["versions", var version]) => VersionsApi.One(call, list, item, version),
        ("GET", ["driveItem"]) => DriveItemsApi.Get(call, list, ItemsApi.RequireFile(item)),
        _ => Missing(call),
    };

    private static GraphAnswer OfDrive(GraphCall call, ListRow library, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => DrivesApi.Get(call, library),
        ("GET", ["list"]) => ListsApi.Get(call, library),
        ("PUT", ["items", var parent, ":", var path, "content"]) => UploadsApi.ByPath(call, library, parent, path),
        (_, ["items", var parent, ":", var path, .. var more]) => OfDriveItem(call, library, DriveItemsApi.ByPath(call, library, parent, path), more),
        (_, ["items", var id, .. var more]) => OfDriveItem(call, library, DriveItemsApi.ById(call, library, id), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfDriveItem(GraphCall call, ListRow library, ItemRow item, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => DriveItemsApi.Get(call, library, item),
        ("PATCH", []) => DriveItemsApi.Rename(call, library, item),
        ("DELETE", []) => DriveItemsApi.Delete(call, item),
        ("GET", ["children"]) => DriveItemsApi.Children(call, library, item),
        ("POST", ["children"]) => DriveItemsApi.CreateFolder(call, library, item),
        ("GET", ["content"]) => Downloads.Redirect(call, item),
        ("PUT", ["content"]) => UploadsApi.ById(call, library, item),
        ("GET", ["versions"]) => VersionsApi.OfFile(call, item),
        ("GET", ["versions", var version, "content"]) => Downloads.RedirectVersion(call, item, version),
        (_, ["listItem", .. var more]) => OfItem(call, library, DriveItemsApi.RequireListItem(item), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfUser(GraphCall call, string user, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => UsersApi.Get(call, user),
        ("POST", ["sendMail"]) => MailApi.Send(call, user),
        _ => Missing(call),
    };

    private static GraphAnswer Missing(GraphCall call) => throw GraphError.NotImplemented($"{call.Method} {call.Path.Text}");
}
