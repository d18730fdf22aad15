using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>Dresses an answer as the caller's Accept header wants it: bare, with odata.* members, or wrapped in <c>d</c>.</summary>
internal sealed class RestWriter(RestFormat format, string webUrl, RestShape shape)
{
    public JsonNode Write(RestBody body) => (format, body) switch
    {
        (_, RestRaw raw) => raw.Json,
        (RestFormat.Verbose, RestCollection many) => new JsonObject { ["d"] = Results(many) },
        (RestFormat.Verbose, RestEntity one) => new JsonObject { ["d"] = Entity(one, shape) },
        (RestFormat.Verbose, RestValue value) => new JsonObject { ["d"] = new JsonObject { [value.Name] = Dressed(value.Value) } },
        (_, RestCollection many) => Root(Collection(many, shape), many.Entities is [var first, ..] ? first.Type : "Collection"),
        (_, RestEntity one) => Root(Entity(one, shape), one.Type + "/@Element"),
        (_, RestValue { Value: null }) => Root(new JsonObject { ["odata.null"] = true }, "Edm.Null"),
        (_, RestValue { Value: JsonObject value }) => Root(value, null),
        (_, RestValue value) => Root(new JsonObject { ["value"] = value.Value }, null),
        _ => throw new InvalidOperationException("An answer of an unknown shape."),
    };

    private JsonObject Root(JsonObject json, string? type)
    {
        if (format == RestFormat.Minimal)
        {
            json.Insert(0, "odata.metadata", $"{webUrl}/_api/$metadata#{type}");
        }
        return json;
    }

    private JsonObject Entity(RestEntity entity, RestShape wanted)
    {
        var json = Dress(entity);
        Check(entity, wanted);
        foreach (var (name, value) in entity.Properties.Where(member => wanted.Shows(member.Key)))
        {
            json[name] = Dressed(value?.DeepClone());
        }
        foreach (var (name, value) in entity.Asked.Where(member => wanted.Names.Contains(member.Key)))
        {
            json[name] = Dressed(value());
        }
        foreach (var (name, join) in entity.Joined)
        {
            Join(json, entity, name, join, wanted);
        }
        return json;
    }

    // What is not known is said, not left out: a client would take silence for an empty value.
    private static void Check(RestEntity entity, RestShape wanted)
    {
        foreach (var name in wanted.Names.Concat(wanted.Joined).Where(name => name != "*"))
        {
            if (!Has(entity.Properties.Select(member => member.Key), name) && !Has(entity.Asked.Keys, name) && !Has(entity.Joined.Keys, name))
            {
                throw entity.Type.StartsWith("SP.Data.", StringComparison.Ordinal)
                    ? RestError.FieldUnknown(name)
                    : RestError.NotImplemented($"the property '{name}' of {entity.Type}");
            }
        }
    }

    private static bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private void Join(JsonObject json, RestEntity entity, string name, Func<RestBody> join, RestShape wanted)
    {
        if (wanted.Joins(name))
        {
            json[name] = join() switch
            {
                RestCollection many when format == RestFormat.Verbose => Results(many, wanted.Inside(name)),
                RestCollection many => new JsonArray([.. many.Entities.Select(one => (JsonNode)Entity(one, wanted.Inside(name)))]),
                RestEntity one => Entity(one, wanted.Inside(name)),
                RestValue value => Dressed(value.Value),
                _ => null,
            };
        }
        else if (format == RestFormat.Verbose && wanted.Shows(name))
        {
            json[name] = new JsonObject { ["__deferred"] = new JsonObject { ["uri"] = $"{webUrl}/_api/{entity.Uri}/{name}" } };
        }
    }

    private JsonObject Dress(RestEntity entity)
    {
        var uri = $"{webUrl}/_api/{entity.Uri}";
        var json = new JsonObject();
        switch (format)
        {
            case RestFormat.Verbose:
                var about = new JsonObject { ["id"] = uri, ["uri"] = uri, ["type"] = entity.Type };
                if (entity.Tag is not null)
                {
                    about["etag"] = entity.Tag;
                }
                json["__metadata"] = about;
                break;
            case RestFormat.Minimal:
                json["odata.type"] = entity.Type;
                json["odata.id"] = uri;
                json["odata.editLink"] = entity.Uri;
                if (entity.Tag is not null)
                {
                    json["odata.etag"] = entity.Tag;
                }
                break;
            case RestFormat.None:
                break;
        }
        return json;
    }

    private JsonObject Collection(RestCollection many, RestShape wanted)
    {
        var json = new JsonObject();
        if (many.Next is not null)
        {
            json["odata.nextLink"] = many.Next;
        }
        json["value"] = new JsonArray([.. many.Entities.Select(one => (JsonNode)Entity(one, wanted))]);
        return json;
    }

    private JsonObject Results(RestCollection many) => Results(many, shape);

    private JsonObject Results(RestCollection many, RestShape wanted)
    {
        var json = new JsonObject { ["results"] = new JsonArray([.. many.Entities.Select(one => (JsonNode)Entity(one, wanted))]) };
        if (many.Next is not null)
        {
            json["__next"] = many.Next;
        }
        return json;
    }

    // Verbose wraps every array of plain values as well.
    private JsonNode? Dressed(JsonNode? value) => value switch
    {
        JsonArray array when format == RestFormat.Verbose => new JsonObject
        {
            ["__metadata"] = new JsonObject { ["type"] = "Collection(Edm.String)" },
            ["results"] = new JsonArray([.. array.Select(one => Dressed(one?.DeepClone()))]),
        },
        JsonObject inner when format == RestFormat.Verbose => Whole(inner),
        null => null,
        _ => value.DeepClone(),
    };

    private JsonObject Whole(JsonObject inner)
    {
        var json = new JsonObject();
        foreach (var (name, value) in inner)
        {
            json[name] = Dressed(value);
        }
        return json;
    }
}
