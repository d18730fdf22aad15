using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rights;

/// <summary>A person, a group or the application in the site's user list.</summary>
internal sealed record Principal
{
    public required long Id { get; init; }

    public required string Login { get; init; }

    public required string Title { get; init; }

    public required string Email { get; init; }

    /// <summary>1 a person, 8 a SharePoint group.</summary>
    public required long Kind { get; init; }

    public bool IsGroup => Kind == 8;
}

/// <summary>The site's user list.</summary>
internal static class Principals
{
    public const long Owners = 3;

    public const long Visitors = 4;

    public const long Members = 5;

    /// <summary>The application, in whose name every call comes.</summary>
    public const long App = 6;

    private const string Columns = "id AS Id, login AS Login, title AS Title, email AS Email, kind AS Kind";

    public static Principal ById(RestCall call, long id) =>
        call.Db.One<Principal>($"SELECT {Columns} FROM principal WHERE id = @id", new { id }) ?? throw RestError.UserMissing(string.Create(null, $"{id}"));

    public static RestCollection All(RestCall call, bool groups) => new([.. call.Db
        .All<Principal>($"SELECT {Columns} FROM principal WHERE (kind = 8) = @groups ORDER BY id", new { groups })
        .Select(Entity)]);

    /// <summary>Puts a person into the list, or finds them there; any address is a person, as in mail.</summary>
    public static RestAnswer Ensure(RestCall call, string login)
    {
        var address = login[(login.LastIndexOf('|') + 1)..];
        if (!address.Contains('@', StringComparison.Ordinal))
        {
            throw RestError.UserMissing(login);
        }
        var claim = "i:0#.f|membership|" + address.ToLowerInvariant();
        call.Db.Execute(
            "INSERT INTO principal (login, title, email, kind) VALUES (@claim, @title, @address, 1) ON CONFLICT (login) DO NOTHING",
            new { claim, title = address.Split('@')[0], address });
        var principal = call.Db.One<Principal>($"SELECT {Columns} FROM principal WHERE login = @claim", new { claim })!; // just inserted
        return RestAnswer.Ok(Entity(principal));
    }

    public static RestEntity Entity(Principal principal) => principal.IsGroup
        ? new("SP.Group", $"Web/SiteGroups/GetById({principal.Id})", new()
        {
            ["Id"] = principal.Id,
            ["IsHiddenInUI"] = false,
            ["LoginName"] = principal.Login,
            ["Title"] = principal.Title,
            ["PrincipalType"] = principal.Kind,
            ["AllowMembersEditMembership"] = false,
            ["AllowRequestToJoinLeave"] = false,
            ["AutoAcceptRequestToJoinLeave"] = false,
            ["Description"] = null,
            ["OnlyAllowMembersViewMembership"] = false,
            ["OwnerTitle"] = "Owners",
            ["RequestToJoinLeaveEmailSetting"] = "",
        })
        : new("SP.User", $"Web/GetUserById({principal.Id})", new()
        {
            ["Id"] = principal.Id,
            ["IsHiddenInUI"] = false,
            ["LoginName"] = principal.Login,
            ["Title"] = principal.Title,
            ["PrincipalType"] = principal.Kind,
            ["Email"] = principal.Email,
            ["Expiration"] = "",
            ["IsEmailAuthenticationGuestUser"] = false,
            ["IsShareByEmailGuestUser"] = false,
            ["IsSiteAdmin"] = false,
            ["UserId"] = null,
            ["UserPrincipalName"] = principal.Email.Length == 0 ? null : principal.Email,
        });
}
