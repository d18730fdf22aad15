using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// The code and the words of an error, from Graph (<c>error.innerError…</c>, either spelling) or SharePoint REST (<c>odata.error</c>). A body of another kind, such as a
/// gateway's HTML page, has no code and never hides the status.
/// </summary>
internal static class ErrorBody
{
    private const int LongestText = 300;

    /// <summary>Reads a body.</summary>
    public static (string Code, string Text) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return ("", "The answer is not JSON.");
        }
    }

    /// <summary>Reads a body that is parsed already.</summary>
    public static (string Code, string Text) Read(JsonElement body) =>
        Find(body, "error", "odata.error") is { } error ? (Deepest(error), Words(error)) : ("", "The answer names no error.");

    // An inner code says more than the one around it, unless it is only a number again.
    private static string Deepest(JsonElement error)
    {
        var code = Find(error, "code") is { ValueKind: JsonValueKind.String } own ? own.GetString() ?? "" : "";
        return Find(error, "innerError", "innererror") is { } inner && Deepest(inner) is { Length: > 0 } deeper && deeper.Any(char.IsLetter) ? deeper : code;
    }

    private static string Words(JsonElement error)
    {
        var message = Find(error, "message");
        var text = message is { ValueKind: JsonValueKind.Object } localised ? Find(localised, "value") : message;
        var words = text is { ValueKind: JsonValueKind.String } found ? found.GetString() ?? "" : "";
        return words.Length > LongestText ? words[..LongestText] : words;
    }

    private static JsonElement? Find(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found))
            {
                return found;
            }
        }

        return null;
    }
}
