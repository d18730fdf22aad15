using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Fields;

/// <summary>The filters clients put on columns: a name, or whether they are hidden or read-only.</summary>
internal static partial class FieldFilter
{
    public static bool Holds(string filter, Column column) => filter.Split(" and ").All(clause => Clause(clause, column));

    private static bool Clause(string clause, Column column)
    {
        var match = Pattern().Match(clause);
        var value = match.Groups["value"].Value.Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        return match.Groups["name"].Value switch
        {
            "InternalName" or "StaticName" => column.Name.Equals(value, StringComparison.OrdinalIgnoreCase),
            "Title" => column.Definition.Text("displayName") == value,
            "Hidden" => column.Definition.Flag("hidden") == (value == "true"),
            "ReadOnlyField" => column.ReadOnly == (value == "true"),
            _ => throw RestError.NotImplemented($"the filter '{clause}' of columns"),
        };
    }

    [GeneratedRegex(@"^\s*\(?\s*(?<name>\w+)\s+eq\s+(?<value>'(?:[^']|'')*'|true|false)\s*\)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
