using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>What REST answers before it is dressed for the caller.</summary>
internal abstract record RestBody;

/// <summary>
/// One thing: its type, its address below _api/, what it always shows, and what it shows only when asked
/// (<c>$select=HasUniqueRoleAssignments</c>, <c>$expand=Fields</c>).
/// </summary>
internal sealed record RestEntity(string Type, string Uri, JsonObject Properties) : RestBody
{
    public string? Tag { get; init; }

    /// <summary>Values that cost something and come only by name.</summary>
    public IReadOnlyDictionary<string, Func<JsonNode?>> Asked { get; init; } = new Dictionary<string, Func<JsonNode?>>();

    /// <summary>Things joined to it, which come only by $expand.</summary>
    public IReadOnlyDictionary<string, Func<RestBody>> Joined { get; init; } = new Dictionary<string, Func<RestBody>>();
}

/// <summary>Several things, perhaps with the address of the next page.</summary>
internal sealed record RestCollection(IReadOnlyList<RestEntity> Entities, string? Next = null) : RestBody;

/// <summary>A bare value, named by the call that gave it.</summary>
internal sealed record RestValue(string Name, JsonNode? Value) : RestBody;

/// <summary>JSON that no format dresses, such as the rows of a rendered list.</summary>
internal sealed record RestRaw(JsonNode Json) : RestBody;

/// <summary>Status, body and tag of an answer.</summary>
internal sealed record RestAnswer(int Status, RestBody? Body = null)
{
    public string? Tag { get; init; }

    public string? RetryAfter { get; init; }

    public static RestAnswer Ok(RestBody body) => new(200, body) { Tag = (body as RestEntity)?.Tag };

    public static RestAnswer Created(RestEntity entity) => new(201, entity) { Tag = entity.Tag };

    /// <summary>A call that has nothing to say answers 200 and says so.</summary>
    public static RestAnswer Null(string name) => new(200, new RestValue(name, null));

    public static RestAnswer Deleted() => new(200);

    public static RestAnswer NoContent() => new(204);

    public Dictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string>();
        if (Tag is not null)
        {
            headers["ETag"] = Tag;
        }
        if (RetryAfter is { } seconds)
        {
            headers["Retry-After"] = seconds;
        }
        return headers;
    }
}
