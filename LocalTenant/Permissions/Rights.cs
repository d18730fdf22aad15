using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Permissions;

/// <summary>What an application may do on the site; each includes those before it.</summary>
internal enum Right
{
    None,
    Read,
    Write,
    Manage,
    FullControl,
}

/// <summary>Holds a call against the permissions of its token and, for Sites.Selected, against what was granted on the site.</summary>
internal static class Rights
{
    /// <summary>Refuses what the caller may not do.</summary>
    public static void Require(GraphCall call)
    {
        switch (call.Path.Segments)
        {
            case ["sites" or "drives", ..]:
                Require(call, Needed(call.Method, call.Path.Segments));
                break;
            case ["subscriptions", ..] when OfTenant(call.Caller) < Right.Write:
                throw GraphError.AccessDenied(); // the table of permissions does not list Sites.Selected
            case ["users", _, "sendMail"] when !call.Caller.Roles.Contains("Mail.Send"):
                throw new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            case ["users", ..] when call.Path.Segments is not [.., "sendMail"] && !call.Caller.Roles.Contains("User.Read.All"):
                throw GraphError.Denied();
        }
    }

    /// <summary>Refuses a caller who has less than this on the site.</summary>
    public static void Require(GraphCall call, Right needed)
    {
        if (Held(call) < needed)
        {
            throw GraphError.AccessDenied();
        }
    }

    private static Right Needed(string method, string[] segments) => (method, segments) switch
    {
        (_, ["sites", _, "permissions", ..] or ["sites", _, ":", _, "permissions", ..]) => Right.FullControl,
        ("GET", _) => Right.Read,
        (_, [.., "lists"] or [.., "lists", _] or [.., "columns"] or [.., "columns", _]) => Right.Manage,
        _ when segments.Contains("contentTypes") => Right.Manage,
        _ => Right.Write,
    };

    private static Right Held(GraphCall call)
    {
        var everywhere = OfTenant(call.Caller);
        return call.Caller.Roles.Contains("Sites.Selected") && Granted(call) is var here && here > everywhere ? here : everywhere;
    }

    private static Right OfTenant(Caller caller) => caller.Roles.Select(role => role switch
    {
        "Sites.FullControl.All" => Right.FullControl,
        "Sites.Manage.All" => Right.Manage,
        "Sites.ReadWrite.All" => Right.Write,
        "Sites.Read.All" => Right.Read,
        _ => Right.None,
    }).DefaultIfEmpty().Max();

    private static Right Granted(GraphCall call) => SitePermissionsTable.All(call.Db)
        .Where(grant => grant.Application.Equals(call.Caller.Id, StringComparison.OrdinalIgnoreCase))
        .SelectMany(grant => grant.RoleNames)
        .Select(role => role.ToUpperInvariant() switch
        {
            "READ" => Right.Read,
            "WRITE" => Right.Write,
            _ => Right.FullControl, // owner and fullcontrol
        }).DefaultIfEmpty().Max();
}
