using System.Globalization;
using System.Text;
using HocTap.Office.LocalTenant.Tokens;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>
/// POST _api/$batch: a multipart of HTTP requests, with change sets that promise nothing. Each is answered in turn,
/// on its own, whatever happened to the one before.
/// </summary>
internal static class RestBatch
{
    private const int Most = 100;

    public static bool Is(GraphCall call) => call.Method == "POST" && call.Path.Text.Equals("/_api/$batch", StringComparison.OrdinalIgnoreCase);

    public static async Task HandleAsync(HttpContext context, GraphCall call)
    {
        RestEdge.Stamp(context.Response.Headers, call);
        try
        {
            AccessTokens.Require(call);
            var answer = Answer(call, Boundary(call.Header("Content-Type")), out var boundary);
            context.Response.ContentType = $"multipart/mixed; boundary={boundary}";
            await context.Response.WriteAsync(answer, context.RequestAborted);
        }
        catch (GraphError error)
        {
            await RefuseAsync(context, RestError.Of(error));
        }
        catch (RestError error)
        {
            await RefuseAsync(context, error);
        }
    }

    private static string Answer(GraphCall call, string boundary, out string mine)
    {
        var requests = Requests(Encoding.UTF8.GetString(call.Body.Span).ReplaceLineEndings("\n"), boundary).ToList();
        if (requests.Count > Most)
        {
            throw RestError.Malformed($"The batch has more than {Most} requests.");
        }
        mine = $"batchresponse_{call.RequestId}";
        var text = new StringBuilder();
        foreach (var request in requests)
        {
            var inner = Read(call, request);
            Append(text, mine, RestEdge.Answer(inner, call.Tenant.Faults.Next(inner)));
        }
        return text.Append(null, $"--{mine}--\r\n").ToString();
    }

    private static void Append(StringBuilder text, string boundary, RestReply reply)
    {
        text.Append(null, $"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} {Reason(reply.Status)}\r\n");
        foreach (var (name, value) in reply.Headers)
        {
            text.Append(null, $"{name.ToUpperInvariant()}: {value}\r\n");
        }
        text.Append(null, $"CONTENT-TYPE: {reply.ContentType}\r\n\r\n{(reply.Body is null ? "" : Json.Write(reply.Body))}\r\n");
    }

    private static IEnumerable<string> Requests(string text, string boundary)
    {
        foreach (var part in text.Split($"--{boundary}").Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
        {
            var (head, body) = Cut(part.TrimStart('\n'));
            if (Header(head, "Content-Type") is { } type && type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var inner in Requests(body, Boundary(type)))
                {
                    yield return inner;
                }
                continue;
            }
            yield return body;
        }
    }

    private static GraphCall Read(GraphCall call, string request)
    {
        var (head, body) = Cut(request.TrimStart('\n'));
        var lines = head.Split('\n');
        var words = lines[0].Split(' ');
        if (words.Length < 2)
        {
            throw RestError.Malformed("A request of the batch has no request line.");
        }
        var target = words[1].Split('?', 2);
        var path = RestEdge.PathOf(Uri.TryCreate(target[0], UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : target[0], call.Tenant)
            ?? throw RestError.Malformed($"The address '{words[1]}' is outside the site.");
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        headers["Authorization"] = call.Header("Authorization") ?? "";
        return call with
        {
            Method = words[0],
            Path = RestEdge.Parse(path),
            Query = new(target.Length == 2 ? target[1] : null),
            Headers = headers,
            Body = Encoding.UTF8.GetBytes(body.Trim('\n')),
        };
    }

    private static (string Head, string Body) Cut(string text)
    {
        var blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? (text, "") : (text[..blank], text[(blank + 2)..]);
    }

    private static string? Header(string head, string name) => head.Split('\n')
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    private static string Boundary(string? type)
    {
        const string Name = "boundary=";
        var at = type?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? throw RestError.Malformed("The batch has no boundary.") : type![(at + Name.Length)..].Split(';')[0].Trim().Trim('"');
    }

    private static string Reason(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);

    private static Task RefuseAsync(HttpContext context, RestError error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = RestFormats.ContentType(RestFormat.None);
        return context.Response.WriteAsync(Json.Write(error.ToJson(verbose: false)), context.RequestAborted);
    }
}
