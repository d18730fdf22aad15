using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>What $select and $expand ask for; both take paths such as <c>Views/ViewFields</c>.</summary>
internal sealed record RestShape(IReadOnlyList<string> Select, IReadOnlyList<string> Expand)
{
    public static readonly RestShape Whole = new([], []);

    public static RestShape Of(ODataQuery query) => new(Paths(query["select"]), Paths(query["expand"]));

    /// <summary>True when a member is to be shown: named, or all of them are.</summary>
    public bool Shows(string name) => Names.Count == 0 || Names.Contains("*") || Names.Contains(name);


    /// <summary>True when a navigation is joined.</summary>
    public bool Joins(string name) => Expand.Any(path => Head(path).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first names of all that is asked for.</summary>
    public IReadOnlySet<string> Names => new HashSet<string>(Select.Select(Head), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first names of all that is joined.</summary>
    public IEnumerable<string> Joined => Expand.Select(Head).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is asked for inside a joined member.</summary>
    public RestShape Inside(string name) => new([.. Below(Select, name)], [.. Below(Expand, name)]);

    private static IEnumerable<string> Below(IEnumerable<string> paths, string name) => paths
        .Where(path => path.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase))
        .Select(path => path[(name.Length + 1)..]);

    private static string Head(string path) => path.Split('/', 2)[0];

    private static string[] Paths(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
