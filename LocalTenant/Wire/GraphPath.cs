namespace HocTap.Office.LocalTenant.Wire;

/// <summary>
/// A path below /v1.0 in one spelling, whichever way the caller wrote it: <c>root:/a/b.docx:/content</c> and
/// <c>items/root:/a/b.docx:/content</c> both become <c>items · root · : · a/b.docx · content</c>; a site by its
/// path becomes <c>sites · host · : · sites/hoctap · rest</c>; <c>delta()</c> is <c>delta</c>.
/// </summary>
internal sealed record GraphPath(string Text, string[] Segments, string? Token)
{
    /// <param name="raw">The path as sent, still percent-encoded, without /v1.0 and the query.</param>
    public static GraphPath Parse(string raw)
    {
        var text = "/" + Uri.UnescapeDataString(raw).Trim('/');
        var segments = Split(text).ToList();
        var token = TakeToken(segments);
        RootIsAnItem(segments);
        return new(text, [.. segments], token);
    }

    private static IEnumerable<string> Split(string text)
    {
        while (text.IndexOf(":/", StringComparison.Ordinal) is var colon and >= 0)
        {
            foreach (var segment in Plain(text[..colon]))
            {
                yield return segment;
            }
            var close = text.IndexOf(':', colon + 2);
            yield return ":";
            yield return (close < 0 ? text[(colon + 2)..] : text[(colon + 2)..close]).Trim('/');
            text = close < 0 ? "" : text[(close + 1)..];
        }
        foreach (var segment in Plain(text))
        {
            yield return segment;
        }
    }

    private static string[] Plain(string text) => text.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string? TakeToken(List<string> segments)
    {
        if (segments.Count == 0 || !segments[^1].StartsWith("delta(", StringComparison.Ordinal))
        {
            return null;
        }
        var inside = segments[^1]["delta(".Length..].TrimEnd(')');
        segments[^1] = "delta";
        return inside.StartsWith("token=", StringComparison.Ordinal) ? inside["token=".Length..].Trim('\'') : null;
    }

    private static void RootIsAnItem(List<string> segments)
    {
        var root = segments.FindIndex(segment => segment is "root");
        if (root > 0 && (segments[root - 1] == "drive" || (root > 1 && segments[root - 2] == "drives")))
        {
            segments.Insert(root, "items");
        }
    }
}
