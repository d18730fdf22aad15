using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>The query options of a call; Graph takes them with and without the dollar sign.</summary>
internal sealed class ODataQuery
{
    private readonly Dictionary<string, string> values;

    public ODataQuery(string? query) => (Text, values) = (query?.TrimStart('?') ?? "", QueryHelpers.ParseQuery(query)
        .ToDictionary(pair => pair.Key.TrimStart('$'), pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The options as sent.</summary>
    public string Text { get; }

    public string? Filter => this["filter"];

    public string? OrderBy => this["orderby"];

    public string? SkipToken => this["skiptoken"];

    public IReadOnlySet<string> Select => Names(this["select"]);

    /// <summary>What to do when the name is taken, as given in the URL.</summary>
    public string? ConflictBehavior => this["@microsoft.graph.conflictBehavior"] ?? this["@name.conflictBehavior"];

    /// <summary>What $select and $expand ask for together.</summary>
    public Shape Shape => new(Select, Expansion.Parse(this["expand"]));

    public string? this[string name] => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public int Top(int byDefault, int most)
    {
        if (this["top"] is not { } text)
        {
            return byDefault;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0
            ? Math.Min(top, most)
            : throw GraphError.Invalid($"Invalid value '{text}' for $top query option found.");
    }

    /// <summary>The same options with one changed, for a link to the next page.</summary>
    public string With(string name, string value) => string.Join('&', values
        .Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Append(new(name, value))
        .Select(pair => (pair.Key is "token" || pair.Key[0] == '@' ? "" : "$") + pair.Key + "=" + Uri.EscapeDataString(pair.Value)));

    internal static HashSet<string> Names(string? list) => new(
        (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
