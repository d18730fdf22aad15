using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>
/// Reads REST's $filter over bare names: <c>(A eq 'x' or substringof('y',B)) and C gt datetime'2026-01-01T00:00:00Z'</c>.
/// </summary>
internal sealed partial class RestFilter(string text, IReadOnlyList<Column> columns)
{
    private int at;

    public RowTest Parse()
    {
        var test = Any();
        return at == text.Length ? test : throw Invalid();
    }

    private RowTest Any()
    {
        var test = All();
        while (Word("or"))
        {
            test = new Either(test, All());
        }
        return test;
    }

    private RowTest All()
    {
        var test = One();
        while (Word("and"))
        {
            test = new Both(test, One());
        }
        return test;
    }

    private RowTest One()
    {
        if (Sign('('))
        {
            var inner = Any();
            return Sign(')') ? inner : throw Invalid();
        }
        var match = Clause().Match(text, at);
        if (!match.Success)
        {
            throw Invalid();
        }
        at = match.Index + match.Length;
        return Read(match);
    }

    private RowTest Read(Match match)
    {
        var column = Find(columns, match.Groups["name"].Value);
        var literal = match.Groups["literal"].Value;
        var value = literal == "null" ? null : Bare(literal);
        return match.Groups["function"].Value.ToUpperInvariant() switch
        {
            "SUBSTRINGOF" => new Inside(column, Folding.Fold(value ?? "")),
            "STARTSWITH" => new Compare(new(column, "startswith", Folding.Fold(value ?? ""))),
            _ => new Compare(new(column, match.Groups["operator"].Value, value is null ? null : RowValue.Parse(column, value))),
        };
    }

    public static Column Find(IReadOnlyList<Column> columns, string name) =>
        columns.FirstOrDefault(column => FieldEntity.EntityName(column.Name).Equals(name, StringComparison.OrdinalIgnoreCase) || (name == "Id" && column.Name == "ID"))
            ?? throw RestError.FieldUnknown(name);

    private static string Bare(string literal)
    {
        var text = literal.StartsWith("datetime'", StringComparison.OrdinalIgnoreCase) ? literal["datetime".Length..] : literal;
        return text.StartsWith('\'') ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;
    }

    private bool Word(string word)
    {
        Skip();
        var end = at + word.Length;
        if (end >= text.Length || string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || char.IsLetterOrDigit(text[end]))
        {
            return false;
        }
        at = end;
        return true;
    }

    private bool Sign(char sign)
    {
        Skip();
        if (at == text.Length || text[at] != sign)
        {
            return false;
        }
        at++;
        Skip();
        return true;
    }

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static RestError Invalid() => RestError.Malformed("The expression is not valid. Check $filter.");

    [GeneratedRegex(
        @"\G\s*(?:(?<name>\w+)\s+(?<operator>eq|ne|lt|gt|le|ge)\s+(?<literal>(?:datetime)?'(?:[^']|'')*'|[^\s()']+)|(?<function>substringof)\(\s*(?<literal>'(?:[^']|'')*')\s*,\s*(?<name>\w+)\s*\)|(?<function>startswith)\(\s*(?<name>\w+)\s*,\s*(?<literal>'(?:[^']|'')*')\s*\))\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Clause();
}
