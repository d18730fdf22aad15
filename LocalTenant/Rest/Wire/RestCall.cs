using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Sites;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>One call of SharePoint REST. It carries the same call as Graph's, so that lists, items and faults are shared.</summary>
internal sealed record RestCall(GraphCall Call, RestStep[] Steps)
{
    public Database Db => Call.Db;

    public Site Site => Call.Tenant.Site;

    public ODataQuery Query => Call.Query;

    /// <summary>The address of the web as this caller sees it.</summary>
    public string WebUrl => Call.Origin + Site.Path;

    /// <summary>The verb meant: POST with <c>X-HTTP-Method</c> is what that header says; PATCH and MERGE are the same.</summary>
    public string Verb => (Call.Method == "POST" ? Call.Header("X-HTTP-Method")?.ToUpperInvariant() : null) switch
    {
        null or "" => Call.Method == "PATCH" ? "MERGE" : Call.Method,
        "PATCH" or "PUT" => "MERGE",
        var other => other,
    };

    public RestFormat Format => RestFormats.Of(Call.Header("Accept"));

    public RestShape Shape => RestShape.Of(Query);

    public JsonObject Body() => Call.Body.IsEmpty ? [] : Call.Json();

    /// <summary>The body's inner object when it has one: <c>{"parameters":{…}}</c>.</summary>
    public JsonObject Body(string name) => Body() is var body && body[name] is JsonObject inner ? inner : body;

    /// <summary>Compares If-Match with the tag; REST asks for none, takes * and answers 412 in its own words.</summary>
    public void Expect(string tag)
    {
        if (Call.Header("If-Match") is { Length: > 0 } sent && sent != "*" && !sent.Equals(tag, StringComparison.OrdinalIgnoreCase))
        {
            throw RestError.StaleTag(sent, tag);
        }
    }
}

/// <summary>How much OData dressing an answer wears.</summary>
internal enum RestFormat
{
    None,
    Minimal,
    Verbose,
}

/// <summary>Reads the Accept header.</summary>
internal static class RestFormats
{
    public static RestFormat Of(string? accept) => accept switch
    {
        not null when Has(accept, "odata=verbose") => RestFormat.Verbose,
        not null when Has(accept, "odata=nometadata") || Has(accept, "odata.metadata=none") => RestFormat.None,
        not null when Has(accept, "json") => RestFormat.Minimal,
        _ => throw RestError.NotImplemented("answers as Atom: send Accept: application/json"),
    };

    public static string ContentType(RestFormat format) => format switch
    {
        RestFormat.None => "application/json;odata=nometadata;streaming=true;charset=utf-8",
        RestFormat.Minimal => "application/json;odata=minimalmetadata;streaming=true;charset=utf-8",
        RestFormat.Verbose => "application/json;odata=verbose;charset=utf-8",
    };

    private static bool Has(string accept, string what) => accept.Contains(what, StringComparison.OrdinalIgnoreCase);
}
