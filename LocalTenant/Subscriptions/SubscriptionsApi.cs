using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>Subscriptions to changes of a list or of a library's files: create, read, list, renew, reauthorize, delete. <see cref="Handshake"/> comes before a creation.</summary>
internal static class SubscriptionsApi
{
    private const int LongestState = 128;

    /// <summary>Under 30 days, for lists and drive items alike.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(42_300);

    public static GraphAnswer All(GraphCall call) =>
        GraphAnswer.Collection(Own(call).Select(one => Show(call, one)));

    public static GraphAnswer Get(GraphCall call, string id) => GraphAnswer.Ok(Show(call, Find(call, id)));

    public static GraphAnswer Create(GraphCall call)
    {
        if (call.InBatch)
        {
            throw GraphError.NotImplemented("POST of a subscription inside a $batch");
        }
        var wanted = Read(call);
        var subscription = wanted with { Told = SubscriptionsTable.LastChange(call.Db, wanted) };
        SubscriptionsTable.Add(call.Db, subscription);
        return GraphAnswer.Created(Show(call, subscription));
    }

    /// <summary>What a call wants to subscribe to.</summary>
    /// <exception cref="GraphError">It is no subscription the tenant could keep.</exception>
    public static Subscription Read(GraphCall call)
    {
        var body = call.Json();
        var list = Watched(call, Required(body, "resource"));
        var (notify, lifecycle) = (Address(body, "notificationUrl") ?? throw GraphError.Invalid("The 'notificationUrl' of the subscription is missing."), Address(body, "lifecycleNotificationUrl"));
        if (lifecycle is not null && new Uri(lifecycle).Host != new Uri(notify).Host)
        {
            throw GraphError.Invalid("The 'lifecycleNotificationUrl' must have the host name of the 'notificationUrl'.");
        }
        return new()
        {
            Id = Guid.CreateVersion7(call.Now).ToString(),
            Resource = Required(body, "resource"),
            ListId = list.Id,
            ChangeType = Required(body, "changeType") is "updated" ? "updated" : throw GraphError.Invalid("Only the changeType 'updated' is supported on this resource."),
            Notify = notify,
            Lifecycle = lifecycle,
            ClientState = body.Text("clientState") is { Length: > LongestState } ? throw GraphError.Invalid($"The clientState is longer than {LongestState} characters.") : body.Text("clientState"),
            Tls = body.Text("latestSupportedTlsVersion") ?? "v1_2",
            Expires = Expiry(call, body),
            Application = call.Caller.Id,
        };
    }

    public static GraphAnswer Renew(GraphCall call, string id)
    {
        var renewed = Find(call, id) with { Expires = Expiry(call, call.Json()) };
        SubscriptionsTable.Renew(call.Db, renewed);
        return GraphAnswer.Ok(Show(call, renewed));
    }

    /// <summary>Lets it go on with the token of this call; its end stays as it is.</summary>
    public static GraphAnswer Reauthorize(GraphCall call, string id)
    {
        _ = Find(call, id);
        return GraphAnswer.NoContent();
    }

    public static GraphAnswer Delete(GraphCall call, string id)
    {
        SubscriptionsTable.Delete(call.Db, Find(call, id).Id);
        return GraphAnswer.NoContent();
    }

    private static IEnumerable<Subscription> Own(GraphCall call) => SubscriptionsTable.Living(call.Db, call.Now).Where(one => one.Application == call.Caller.Id);

    private static Subscription Find(GraphCall call, string id) =>
        Own(call).FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new GraphError(404, "ResourceNotFound", "The object was not found.");

    // sites/{id}/lists/{id}, or drives/{id}/root for the files of a library.
    private static ListRow Watched(GraphCall call, string resource) => resource.Trim('/').Split('/') switch
    {
        ["sites", var site, "lists", var list] when site.Equals(call.Tenant.Site.Id, StringComparison.OrdinalIgnoreCase) => ListsApi.Find(call, list),
        ["drives", var drive, "root"] => ListsApi.OfDrive(call, drive),
        _ => throw GraphError.NotImplemented($"subscriptions to {resource}"),
    };

    private static string? Address(JsonObject body, string name)
    {
        if (body.Text(name) is not { } text)
        {
            return null;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" })
            ? text
            : throw GraphError.Invalid($"The '{name}' must be an https address.");
    }

    private static string Expiry(GraphCall call, JsonObject body)
    {
        if (!Stamp.TryParse(Required(body, "expirationDateTime"), out var time))
        {
            throw GraphError.Invalid("The 'expirationDateTime' is no date and time.");
        }
        return time > call.Now && time <= call.Now + Longest
            ? Stamp.Of(time)
            : throw GraphError.Invalid("Subscription expiration can only be 42300 minutes in the future.");
    }

    private static string Required(JsonObject body, string name) => body.Text(name) ?? throw GraphError.Invalid($"The '{name}' of the subscription is missing.");

    private static JsonObject Show(GraphCall call, Subscription one) => new()
    {
        ["id"] = one.Id,
        ["resource"] = one.Resource,
        ["applicationId"] = one.Application,
        ["changeType"] = one.ChangeType,
        ["clientState"] = one.ClientState,
        ["notificationUrl"] = one.Notify,
        ["lifecycleNotificationUrl"] = one.Lifecycle,
        ["expirationDateTime"] = one.Expires,
        ["creatorId"] = call.Tenant.AppUserId,
        ["latestSupportedTlsVersion"] = one.Tls,
        ["encryptionCertificate"] = "",
        ["encryptionCertificateId"] = "",
        ["includeResourceData"] = false,
        ["notificationContentType"] = "application/json",
    };
}
