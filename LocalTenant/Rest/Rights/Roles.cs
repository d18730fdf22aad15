using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rights;

/// <summary>A named set of rights («permission level»).</summary>
internal sealed record Role(long Id, string Name, int Kind, int Order, long High, long Low, bool Hidden = false);

/// <summary>The roles every site has, with the numbers SharePoint gives them.</summary>
internal static class Roles
{
    public const long FullControl = 1073741829;

    private const long Edit = 1073741830;

    private const long Read = 1073741826;

    private static readonly Role[] Known =
    [
        new(FullControl, "Full Control", 5, 1, 2147483647, 4294967295),
        new(1073741828, "Design", 4, 32, 432, 1012866047),
        new(Edit, "Edit", 6, 48, 432, 1011030767),
        new(1073741827, "Contribute", 3, 64, 432, 1011028719),
        new(1073741969, "Review", 7, 112, 176, 138629217),
        new(Read, "Read", 2, 128, 176, 138612833),
        new(1073741832, "Restricted View", 8, 144, 65584, 134418433, Hidden: true),
        new(1073741825, "Limited Access", 1, 160, 48, 134287360, Hidden: true),
        new(1073741833, "Web-Only Limited Access", 9, 176, 560, 134221824, Hidden: true),
    ];

    /// <summary>What the groups of a new site may do.</summary>
    public static IReadOnlyList<RoleAssignment> OfWeb { get; } =
    [
        new() { PrincipalId = Principals.Owners, RoleId = FullControl },
        new() { PrincipalId = Principals.Visitors, RoleId = Read },
        new() { PrincipalId = Principals.Members, RoleId = Edit },
    ];

    public static RestCollection All() => new([.. Known.Select(Entity)]);

    public static Role ById(long id) => Array.Find(Known, role => role.Id == id) ?? throw Unknown(id.ToString(CultureInfo.InvariantCulture));

    public static Role ByType(long kind) => Array.Find(Known, role => role.Kind == kind) ?? throw Unknown(kind.ToString(CultureInfo.InvariantCulture));

    public static Role ByName(string name) => Array.Find(Known, role => role.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name);

    public static RestEntity Entity(Role role) => new("SP.RoleDefinition", $"Web/RoleDefinitions({role.Id})", new()
    {
        ["BasePermissions"] = new JsonObject { ["High"] = role.High.ToString(CultureInfo.InvariantCulture), ["Low"] = role.Low.ToString(CultureInfo.InvariantCulture) },
        ["Description"] = role.Name,
        ["Hidden"] = role.Hidden,
        ["Id"] = role.Id,
        ["Name"] = role.Name,
        ["Order"] = role.Order,
        ["RoleTypeKind"] = role.Kind,
    });

    private static RestError Unknown(string what) => new(404, -2146232832, "Microsoft.SharePoint.SPException", $"Can not find the permission level: {what}.");
}
