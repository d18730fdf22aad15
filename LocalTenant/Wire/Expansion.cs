namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Reads <c>$expand=fields($select=A,B),driveItem</c>.</summary>
internal static class Expansion
{
    public static Dictionary<string, IReadOnlySet<string>> Parse(string? expand)
    {
        var parts = new Dictionary<string, IReadOnlySet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in SplitOutsideBrackets(expand ?? ""))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var name = open < 0 ? part : part[..open];
            parts[name.Trim()] = Selected(open < 0 ? "" : part[(open + 1)..].TrimEnd(')'));
        }
        return parts;
    }

    private static HashSet<string> Selected(string options)
    {
        var select = options.Split(';').Select(option => option.Trim().TrimStart('$'))
            .FirstOrDefault(option => option.StartsWith("select=", StringComparison.OrdinalIgnoreCase));
        return ODataQuery.Names(select?["select=".Length..]);
    }

    private static IEnumerable<string> SplitOutsideBrackets(string text)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == ',' && depth == 0))
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
