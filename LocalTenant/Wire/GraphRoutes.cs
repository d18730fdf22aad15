using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Delta;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Permissions;
using HocTap.Office.LocalTenant.Sharing;
using HocTap.Office.LocalTenant.Sites;
using HocTap.Office.LocalTenant.Subscriptions;
using HocTap.Office.LocalTenant.Uploads;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>The table of contents: every path the tenant has. What is not here answers 501 and says so.</summary>
internal static class GraphRoutes
{
    // Options that would change the answer if they were known: to pass them over in silence would be a lie.
    private static readonly string[] UnknownOptions = ["search", "skip", "count", "format"];

    public static GraphAnswer Handle(GraphCall call)
    {
        var option = Array.Find(UnknownOptions, name => call.Query[name] is not null && (name, call.Path.Segments) is not ("count", ["users"]));
        return option is null ? Route(call) : throw GraphError.NotImplemented($"the query option {option}");
    }

    private static GraphAnswer Route(GraphCall call) => call.Path.Segments switch
    {
        ["sites", var host, ":", var path, .. var rest] => OfSite(call, SitesApi.ByPath(call, host, path), rest),
        ["sites", var id, .. var rest] => OfSite(call, SitesApi.ById(call, id), rest),
        ["drives", var id, .. var rest] => OfDrive(call, ListsApi.OfDrive(call, id), rest),
        ["users", .. var rest] => OfUsers(call, rest),
        ["me", ..] => throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow."),
        ["subscriptions", .. var rest] => OfSubscriptions(call, rest),
        ["_upload", var session] => UploadSessionsApi.Handle(call, session),
        _ => Missing(call),
    };

    private static GraphAnswer OfSite(GraphCall call, Site site, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => SitesApi.Get(call, site),
        ("GET", ["lists"]) => ListsApi.All(call),
        ("POST", ["lists"]) => ListsApi.Create(call),
        ("GET", ["drives"]) => DrivesApi.All(call),
        (_, ["drive", .. var more]) => OfDrive(call, ListsApi.Find(call, "Documents"), more),
        (_, ["drives", var drive, .. var more]) => OfDrive(call, ListsApi.OfDrive(call, drive), more),
        (_, ["permissions", .. var more]) => OfSitePermissions(call, more),
        (_, ["lists", var list, .. var more]) => OfList(call, ListsApi.Find(call, list), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfSitePermissions(GraphCall call, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => SitePermissionsApi.All(call),
        ("POST", []) => SitePermissionsApi.Create(call),
        ("GET", [var id]) => SitePermissionsApi.Get(call, id),
        ("PATCH", [var id]) => SitePermissionsApi.Change(call, id),
        ("DELETE", [var id]) => SitePermissionsApi.Delete(call, id),
        _ => Missing(call),
    };

    private static GraphAnswer OfList(GraphCall call, ListRow list, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => ListsApi.Get(call, list),
        ("PATCH", []) => ListsApi.Rename(call, list),
        (_, ["drive", .. var more]) => OfDrive(call, DrivesApi.Require(list), more),
        ("GET", ["contentTypes"]) => ContentTypesApi.All(call, list),
        ("POST", ["contentTypes", "addCopy"]) => ContentTypesApi.AddCopy(call, list),
        ("GET", ["contentTypes", var type]) => ContentTypesApi.Get(call, list, type),
        ("GET", ["columns"]) => ColumnsApi.All(call, list),
        ("POST", ["columns"]) => ColumnsApi.Create(call, list),
        ("GET", ["columns", var column]) => ColumnsApi.Get(call, list, column),
        ("PATCH", ["columns", var column]) => ColumnsApi.Change(call, list, column),
        ("DELETE", ["columns", var column]) => ColumnsApi.Delete(call, list, column),
        ("GET", ["items"]) => ItemsApi.All(call, list),
        ("POST", ["items"]) => ItemsApi.Create(call, list),
        ("GET", ["items", "delta"]) => DeltaApi.Items(call, list),
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
        ("POST", ["versions", var version, "restoreVersion"]) => RestoreApi.Restore(call, list, item, version),
        ("GET", ["driveItem"]) => DriveItemsApi.Get(call, list, ItemsApi.RequireFile(item)),
        _ => Missing(call),
    };

    private static GraphAnswer OfDrive(GraphCall call, ListRow library, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => DrivesApi.Get(call, library),
        ("GET", ["list"]) => ListsApi.Get(call, library),
        ("PUT", ["items", var parent, ":", var path, "content"]) => UploadsApi.ByPath(call, library, parent, path),
        ("POST", ["items", var parent, ":", var path, "createUploadSession"]) => UploadSessionsApi.ByPath(call, library, parent, path),
        ("GET", ["items", "root", "delta"]) => DeltaApi.Files(call, library),
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
        ("PUT", []) => UploadSessionsApi.Redirect(call, library, item),
        ("POST", ["createUploadSession"]) => UploadSessionsApi.ById(call, library, item),
        ("GET", ["permissions"]) => SharingApi.All(call, library, item),
        ("GET", ["permissions", var permission]) => SharingApi.Get(call, library, item, permission),
        ("DELETE", ["permissions", var permission]) => SharingApi.Delete(call, item, permission),
        ("POST", ["invite"]) => SharingApi.Invite(call, item),
        ("POST", ["createLink"]) => SharingApi.CreateLink(call, item),
        ("GET", ["versions"]) => VersionsApi.OfFile(call, item),
        ("GET", ["versions", var version]) => VersionsApi.OneOfFile(call, item, version),
        ("POST", ["versions", var version, "restoreVersion"]) => RestoreApi.Restore(call, library, item, version),
        ("GET", ["versions", var version, "content"]) => Downloads.RedirectVersion(call, item, version),
        (_, ["listItem", .. var more]) => OfItem(call, library, DriveItemsApi.RequireListItem(item), more),
        _ => Missing(call),
    };

    private static GraphAnswer OfUsers(GraphCall call, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => UsersApi.All(call),
        ("GET", [var user]) => UsersApi.Get(call, user),
        ("PATCH" or "DELETE", [_]) or ("POST", []) => throw GraphError.Denied(),
        ("POST", [var user, "sendMail"]) => MailApi.Send(call, user),
        ("POST" or "PUT", [_]) => throw new GraphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target."),
        _ => Missing(call),
    };

    private static GraphAnswer OfSubscriptions(GraphCall call, string[] rest) => (call.Method, rest) switch
    {
        ("GET", []) => SubscriptionsApi.All(call),
        ("POST", []) => SubscriptionsApi.Create(call),
        ("GET", [var id]) => SubscriptionsApi.Get(call, id),
        ("PATCH", [var id]) => SubscriptionsApi.Renew(call, id),
        ("DELETE", [var id]) => SubscriptionsApi.Delete(call, id),
        ("POST", [var id, "reauthorize"]) => SubscriptionsApi.Reauthorize(call, id),
        _ => Missing(call),
    };

    private static GraphAnswer Missing(GraphCall call) => throw GraphError.NotImplemented($"{call.Method} {call.Path.Text}");
}
