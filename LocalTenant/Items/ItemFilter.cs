using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>One comparison of a filter; the value is a key as <see cref="FieldValue.Key"/> makes it.</summary>
internal sealed record Condition(Column Column, string Operator, object? Value)
{
    public bool Holds(object? key) => Operator switch
    {
        "eq" => Equals(key, Value),
        "ne" => !Equals(key, Value),
        "startswith" => key is string text && Value is string start && text.StartsWith(start, StringComparison.Ordinal),
        _ => key is not null && Value is not null && HoldsInOrder(KeyOrder.Instance.Compare(key, Value)),
    };

    private bool HoldsInOrder(int order) => Operator switch
    {
        "lt" => order < 0,
        "gt" => order > 0,
        "le" => order <= 0,
        _ => order >= 0,
    };
}

/// <summary>Orders keys: nothing first, then numbers and text each in their own order.</summary>
internal sealed class KeyOrder : IComparer<object?>
{
    public static readonly KeyOrder Instance = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (double left, double right) => left.CompareTo(right),
        _ => string.CompareOrdinal(Convert.ToString(x, CultureInfo.InvariantCulture), Convert.ToString(y, CultureInfo.InvariantCulture)),
    };
}

/// <summary>Reads <c>fields/A eq 'x' and startswith(fields/A,'y')</c>: comparisons joined by and, nothing more.</summary>
internal static partial class ItemFilter
{
    public static IReadOnlyList<Condition> Parse(string filter, IReadOnlyList<Column> columns)
    {
        var (conditions, at) = (new List<Condition>(), 0);
        while (at < filter.Length)
        {
            var match = Clause().Match(filter, at);
            if (!match.Success)
            {
                throw GraphError.Invalid("Invalid filter clause");
            }
            conditions.Add(Read(match, columns));
            at = match.Index + match.Length;
        }
        return conditions;
    }

    public static Column Find(IReadOnlyList<Column> columns, string name) =>
        columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || column.StoredName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw GraphError.Invalid($"Field '{name}' is not recognized");

    private static Condition Read(Match match, IReadOnlyList<Column> columns)
    {
        var column = Find(columns, match.Groups["name"].Value);
        var (text, quoted) = Unquote(match.Groups["literal"].Value);
        var value = !quoted && text == "null" ? null : Key(column, text);
        return new(column, match.Groups["operator"].Success ? match.Groups["operator"].Value : "startswith", value);
    }

    private static (string Text, bool Quoted) Unquote(string literal) => literal.StartsWith('\'')
        ? (literal[1..^1].Replace("''", "'", StringComparison.Ordinal), true)
        : (literal, false);

    private static object Key(Column column, string text) => column.Kind switch
    {
        ColumnKind.Number or ColumnKind.Lookup when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        ColumnKind.Boolean when text is "true" or "1" => 1d,
        ColumnKind.Boolean when text is "false" or "0" => 0d,
        ColumnKind.DateTime when Stamp.TryParse(text, out var time) => Stamp.Of(time),
        ColumnKind.Text or ColumnKind.Choice => Folding.Fold(text),
        _ => throw GraphError.Invalid("Invalid filter clause"),
    };

    [GeneratedRegex(
        @"\G\s*(?:fields/(?<name>\w+)\s+(?<operator>eq|ne|lt|gt|le|ge)\s+(?<literal>'(?:[^']|'')*'|[^\s()']+)|startswith\(\s*fields/(?<name>\w+)\s*,\s*(?<literal>'(?:[^']|'')*')\s*\))\s*(?:$|and\s+(?=\S))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();
}
