using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Sharing;

/// <summary>With whom a file or folder is shared: list, one, delete, invite people, make a link.</summary>
internal static class SharingApi
{
    private static readonly string[] Roles = ["read", "write"];

    /// <summary>Its own permissions and those of the folders it is in.</summary>
    public static GraphAnswer All(GraphCall call, ListRow library, ItemRow item) => GraphAnswer.Collection(Known(call, library, item));

    public static GraphAnswer Get(GraphCall call, ListRow library, ItemRow item, string id) =>
        GraphAnswer.Ok(Known(call, library, item).FirstOrDefault(one => one.Text("id") == id) ?? throw GraphError.NotFound());

    public static GraphAnswer Delete(GraphCall call, ItemRow item, string id) =>
        SharingTable.Delete(call.Db, item, id) ? GraphAnswer.NoContent() : throw GraphError.NotFound();

    public static GraphAnswer Invite(GraphCall call, ItemRow item)
    {
        var body = call.Json();
        var emails = (body["recipients"] as JsonArray ?? []).Select(one => (string?)one?["email"] ?? throw GraphError.Invalid("A recipient has no 'email'.")).ToList();
        var roles = (body["roles"] as JsonArray ?? []).Select(role => role?.GetValue<string>() ?? "").ToList();
        if (emails.Count == 0 || roles.Count == 0 || !roles.TrueForAll(role => Roles.Contains(role)))
        {
            throw GraphError.Invalid("An invitation needs recipients and the role read or write.");
        }
        var given = emails.Select(email => Invitation(call, body, roles, UsersApi.Find(call, email))).ToList();
        given.ForEach(permission => SharingTable.Add(call.Db, item, permission));
        return GraphAnswer.Collection(given);
    }

    /// <summary>201 with a new link, 200 with the one that is there already.</summary>
    public static GraphAnswer CreateLink(GraphCall call, ItemRow item)
    {
        var body = call.Json();
        var (type, scope) = (body.Text("type"), body.Text("scope") ?? "organization");
        if (type is not ("view" or "edit") || scope is not ("anonymous" or "organization"))
        {
            throw GraphError.NotImplemented($"links of type {type} and scope {scope}");
        }
        var known = SharingTable.Of(call.Db, item).FirstOrDefault(one => (string?)one["link"]?["type"] == type && (string?)one["link"]?["scope"] == scope);
        if (known is not null && !body.ContainsKey("password"))
        {
            return GraphAnswer.Ok(known);
        }
        var link = Link(call, body, type, scope);
        SharingTable.Add(call.Db, item, link);
        return GraphAnswer.Created(link.DeepClone());
    }

    private static IEnumerable<JsonObject> Known(GraphCall call, ListRow library, ItemRow item)
    {
        foreach (var own in SharingTable.Of(call.Db, item))
        {
            yield return own;
        }
        for (var folder = Parent(call, library, item); folder is not null; folder = Parent(call, library, folder))
        {
            foreach (var inherited in SharingTable.Of(call.Db, folder))
            {
                inherited["inheritedFrom"] = DriveItemJson.Place(library, folder);
                yield return inherited;
            }
        }
    }

    private static ItemRow? Parent(GraphCall call, ListRow library, ItemRow item) => item.Parent is { } parent ? ItemsTable.ById(call.Db, library.Id, parent) : null;

    private static JsonObject Invitation(GraphCall call, JsonObject body, IEnumerable<string> roles, Mailbox person)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.permission",
            ["id"] = Guid.CreateVersion7(call.Now).ToString("N"),
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
            ["grantedTo"] = new JsonObject { ["user"] = new JsonObject { ["email"] = person.Address, ["id"] = person.Id, ["displayName"] = person.Address.Split('@')[0] } },
            ["invitation"] = new JsonObject { ["email"] = person.Address, ["signInRequired"] = body.Flag("requireSignIn") },
            ["expirationDateTime"] = body["expirationDateTime"]?.DeepClone(),
        };
        return Protected(json, body);
    }

    private static JsonObject Link(GraphCall call, JsonObject body, string type, string scope)
    {
        var id = Guid.CreateVersion7(call.Now).ToString("N");
        var json = new JsonObject
        {
            ["id"] = id,
            ["roles"] = new JsonArray(type == "edit" ? "write" : "read"),
            ["link"] = new JsonObject
            {
                ["type"] = type,
                ["scope"] = scope,
                ["webUrl"] = $"https://{call.Tenant.Site.Host}/:u:/s/{call.Tenant.Site.Name}/{id}",
                ["application"] = new JsonObject { ["id"] = call.Tenant.ClientId, ["displayName"] = Identities.AppName },
            },
            ["expirationDateTime"] = body["expirationDateTime"]?.DeepClone(),
        };
        return Protected(json, body);
    }

    private static JsonObject Protected(JsonObject json, JsonObject body)
    {
        json["hasPassword"] = body.Text("password") is { Length: > 0 } ? true : null;
        return json.Keep(new HashSet<string>());
    }
}
