using System.Text;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>One step of a REST address: <c>lists(guid'…')</c> is <c>lists</c> with one argument. Names are lower case, arguments bare.</summary>
internal sealed record RestStep(string Name, string[] Arguments)
{
    /// <summary>The value of <c>name=…</c> among the arguments, or null.</summary>
    public string? Argument(string name) => Arguments
        .Where(argument => argument.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
        .Select(argument => argument[(name.Length + 1)..])
        .FirstOrDefault();
}

/// <summary>
/// Reads <c>web/lists/getbytitle('It''s')/items(3)</c>: slashes and brackets inside quotes belong to the argument, and
/// <c>@alias</c> stands for the query option of that name.
/// </summary>
internal static class RestPath
{
    /// <param name="text">The path below _api/, decoded.</param>
    /// <param name="query">Where aliases are looked up.</param>
    public static RestStep[] Parse(string text, ODataQuery query) => [.. Split(text, '/').Where(part => part.Length > 0).Select(part => Step(part, query))];

    private static RestStep Step(string part, ODataQuery query)
    {
        var open = part.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new(Name(part), []);
        }
        var close = part.LastIndexOf(')');
        return close < open
            ? throw RestError.Malformed($"The expression \"{part}\" is not valid.")
            : new(Name(part[..open]), [.. Split(part[(open + 1)..close], ',').Where(one => one.Length > 0).Select(one => Argument(one.Trim(), query))]);
    }

    private static string Argument(string text, ODataQuery query)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !text.StartsWith('\'') && !text.StartsWith('@')
            ? $"{text[..equals].Trim()}={Literal(text[(equals + 1)..].Trim(), query)}"
            : Literal(text, query);
    }

    private static string Literal(string text, ODataQuery query)
    {
        var bare = text.StartsWith('@') ? query[text] ?? throw RestError.Malformed($"The parameter {text} is not given.") : text;
        bare = bare.StartsWith("guid'", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        return bare.Length > 1 && bare[0] == '\'' && bare[^1] == '\'' ? bare[1..^1].Replace("''", "'", StringComparison.Ordinal) : bare;
    }

    private static string Name(string text) => text.ToLowerInvariant();

    private static IEnumerable<string> Split(string text, char separator)
    {
        var (part, quoted) = (new StringBuilder(), false);
        foreach (var character in text)
        {
            quoted ^= character == '\'';
            if (character == separator && !quoted)
            {
                yield return part.ToString();
                part.Clear();
                continue;
            }
            part.Append(character);
        }
        yield return part.ToString();
    }
}
