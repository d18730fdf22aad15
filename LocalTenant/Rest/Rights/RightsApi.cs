using System.Globalization;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rights;

/// <summary>Rights of a list, or of an item of it: broken from what is above, given, taken, restored.</summary>
internal static class RightsApi
{
    /// <summary>Whose rights: those of the list itself when the item is 0.</summary>
    public static RestAnswer Handle(RestCall call, ListRow list, long item, RestStep[] rest) => (call.Verb, rest) switch
    {
        (_, [("breakroleinheritance", _)]) => Break(call, list, item, rest[0]),
        (_, [("resetroleinheritance", _)]) => Reset(call, list, item),
        ("GET", [("roleassignments", [])]) => RestAnswer.Ok(Assignments(call, list, item)),
        ("GET", [("roleassignments", [var id])]) => RestAnswer.Ok(One(call, list, item, id)),
        ("GET", [("roleassignments", []), ("getbyprincipalid", [var id])]) => RestAnswer.Ok(One(call, list, item, id)),
        ("POST", [("roleassignments", []), ("addroleassignment", _)]) => Add(call, list, item, rest[1]),
        ("POST", [("roleassignments", []), ("removeroleassignment", _)]) => Remove(call, list, item, rest[1]),
        ("DELETE", [("roleassignments", [var id])]) => RemoveAll(call, list, item, id),
        ("DELETE", [("roleassignments", []), ("getbyprincipalid", [var id])]) => RemoveAll(call, list, item, id),
        ("GET", [("roleassignments", [] or [_]), .., ("roledefinitionbindings", [])]) => RestAnswer.Ok(Bindings(call, list, item, rest)),
        ("GET", [("hasuniqueroleassignments", [])]) => RestAnswer.Ok(new RestValue("HasUniqueRoleAssignments", RightsTable.AreOwn(call.Db, list.Id, item))),
        _ => RestRoutes.Missing(call),
    };

    public static bool Is(RestStep[] rest) => rest is [("breakroleinheritance" or "resetroleinheritance" or "roleassignments" or "hasuniqueroleassignments", _), ..];

    public static RestCollection Assignments(RestCall call, ListRow list, long item) => new([.. RightsTable.Of(call.Db, list.Id, item)
        .GroupBy(assignment => assignment.PrincipalId)
        .Select(of => Entity(call, list, of.Key, [.. of.Select(assignment => assignment.RoleId)]))]);

    private static RestAnswer Break(RestCall call, ListRow list, long item, RestStep step)
    {
        if (step.Argument("clearSubscopes") is "true" && item == 0)
        {
            RightsTable.ResetBelow(call.Db, list.Id);
        }
        if (!RightsTable.AreOwn(call.Db, list.Id, item))
        {
            // Without a copy only the caller keeps a right, or nobody could give one again.
            IEnumerable<RoleAssignment> first = step.Argument("copyRoleAssignments") is "false"
                ? [new() { PrincipalId = Principals.App, RoleId = Roles.FullControl }]
                : RightsTable.Of(call.Db, list.Id, item);
            RightsTable.Break(call.Db, list.Id, item, [.. first]);
        }
        return RestAnswer.Null("BreakRoleInheritance");
    }

    private static RestAnswer Reset(RestCall call, ListRow list, long item)
    {
        RightsTable.Reset(call.Db, list.Id, item);
        return RestAnswer.Null("ResetRoleInheritance");
    }

    private static RestAnswer Add(RestCall call, ListRow list, long item, RestStep step)
    {
        RequireOwn(call, list, item);
        var principal = Principals.ById(call, Number(step, "principalid"));
        var role = Roles.ById(Number(step, "roledefid"));
        RightsTable.Add(call.Db, list.Id, item, new() { PrincipalId = principal.Id, RoleId = role.Id });
        return RestAnswer.Null("AddRoleAssignment");
    }

    private static RestAnswer Remove(RestCall call, ListRow list, long item, RestStep step)
    {
        RequireOwn(call, list, item);
        return RightsTable.Remove(call.Db, list.Id, item, Number(step, "principalid"), Number(step, "roledefid"))
            ? RestAnswer.Null("RemoveRoleAssignment")
            : throw RestError.Invalid("Can not find the principal with id or the role is not assigned.");
    }

    private static RestAnswer RemoveAll(RestCall call, ListRow list, long item, string id)
    {
        RequireOwn(call, list, item);
        return RightsTable.Remove(call.Db, list.Id, item, Number(id), null) ? RestAnswer.Deleted() : throw Unknown(id);
    }

    private static RestEntity One(RestCall call, ListRow list, long item, string id) => Assignments(call, list, item).Entities
        .FirstOrDefault(entity => entity.Properties["PrincipalId"]!.GetValue<long>() == Number(id)) ?? throw Unknown(id);

    private static RestCollection Bindings(RestCall call, ListRow list, long item, RestStep[] rest) =>
        (RestCollection)One(call, list, item, rest.SelectMany(step => step.Arguments).First()).Joined["RoleDefinitionBindings"]();

    private static RestEntity Entity(RestCall call, ListRow list, long principal, IReadOnlyList<long> roles) => new(
        "SP.RoleAssignment", $"{ListEntity.Uri(list)}/RoleAssignments/GetByPrincipalId({principal})", new() { ["PrincipalId"] = principal })
    {
        Joined = new Dictionary<string, Func<RestBody>>
        {
            ["Member"] = () => Principals.Entity(Principals.ById(call, principal)),
            ["RoleDefinitionBindings"] = () => new RestCollection([.. roles.Select(role => Roles.Entity(Roles.ById(role)))]),
        },
    };

    private static void RequireOwn(RestCall call, ListRow list, long item)
    {
        if (!RightsTable.AreOwn(call.Db, list.Id, item))
        {
            throw new RestError(500, -2146232832, "System.InvalidOperationException", "This operation is not allowed on an object that inherits permissions.");
        }
    }

    private static long Number(RestStep step, string name) => Number(step.Argument(name) ?? throw RestError.Malformed($"The parameter {name} is missing."));

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw RestError.Malformed($"'{text}' is not a number.");

    private static RestError Unknown(string id) => new(404, -2146232832, "Microsoft.SharePoint.SPException", $"Can not find the principal with id: {id}.");
}
