namespace HocTap.Office.LocalTenant.Wire;

/// <summary>The headers Graph adds to whatever it answers, as recorded; SharePoint's part of it sets Location on every POST.</summary>
internal static class ServiceHeaders
{
    private const string Json = "application/json";

    private const string WholeJson = Json + ";odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private const string Diagnostic = """{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"5","ScaleUnit":"000","RoleInstance":"LOCALTENANT"}}""";

    public static IEnumerable<KeyValuePair<string, string>> Of(GraphCall call, GraphAnswer answer)
    {
        yield return new("request-id", call.RequestId);
        yield return new("client-request-id", call.ClientRequestId);
        yield return new("x-ms-ags-diagnostic", Diagnostic);
        yield return new("Strict-Transport-Security", "max-age=31536000");
        yield return new("Vary", "Accept-Encoding");
        foreach (var header in call.Path.Segments is ["$batch"] ? [] : Own(call, answer, call.Method == "GET"))
        {
            yield return header;
        }
        if (answer.Body is not null)
        {
            yield return new("Content-Type", WholeJson);
        }
    }

    /// <summary>Those of one step of a $batch.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfStep(GraphCall call, GraphAnswer answer)
    {
        foreach (var header in Own(call, answer, call.Method == "GET" && answer.Status < 400))
        {
            yield return header;
        }
        if (answer.Body is not null)
        {
            yield return new("Content-Type", answer.Status is < 400 or 429 ? WholeJson : Json);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Own(GraphCall call, GraphAnswer answer, bool mayBeKept)
    {
        yield return new("Cache-Control", call.Path.Segments is [.., "sendMail"] ? "private" : mayBeKept ? "no-cache" : "no-store, no-cache");
        if (answer.Body is not null && answer.Status is < 400 or 429)
        {
            yield return new("OData-Version", "4.0");
        }
        if (answer.Body is not null && call.Method == "POST" && answer.Status < 400)
        {
            yield return new("Location", call.Origin + "/");
        }
        if (call.Path.Segments is ["users", ..])
        {
            yield return new("x-ms-resource-unit", "1");
        }
        foreach (var header in answer.Headers)
        {
            yield return header;
        }
    }
}
