namespace HocTap.Office.LocalTenant.Wire;

/// <summary>What a caller wants to see of a thing: its own members, and things joined to it with shapes of their own.</summary>
internal sealed record Shape(IReadOnlySet<string> Select, IReadOnlyDictionary<string, Shape> Expand)
{
    public static readonly Shape Whole = new(new HashSet<string>(), new Dictionary<string, Shape>());

    /// <summary>Refuses what cannot be joined here, rather than leave it out in silence.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var name in Expand.Keys)
        {
            if (!names.Contains(name))
            {
                throw GraphError.NotImplemented($"$expand of {name}");
            }
        }
    }
}

/// <summary>Reads <c>$expand=fields($select=A,B),listItem($select=id;$expand=fields)</c>.</summary>
internal static class Expansion
{
    public static Dictionary<string, Shape> Parse(string? expand)
    {
        var parts = new Dictionary<string, Shape>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in SplitOutsideBrackets(expand ?? "", ','))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var close = part.LastIndexOf(')');
            parts[(open < 0 ? part : part[..open]).Trim()] = open < 0 || close < open ? Shape.Whole : Inside(part[(open + 1)..close]);
        }
        return parts;
    }

    private static Shape Inside(string options)
    {
        var given = SplitOutsideBrackets(options, ';').Select(option => option.Trim().TrimStart('$')).ToList();
        return new(ODataQuery.Names(Option(given, "select=")), Parse(Option(given, "expand=")));
    }

    private static string? Option(List<string> options, string name) =>
        options.Find(option => option.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];

    private static IEnumerable<string> SplitOutsideBrackets(string text, char separator)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == separator && depth == 0))
            {
                if (at > start)
                {
                    yield return text[start..at];
                }
                start = at + 1;
            }
            else
            {
                depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }
    }
}
