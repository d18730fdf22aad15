using System.Collections;
using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling;

/// <summary>The values of one row of a plain table.</summary>
/// <param name="table">The table.</param>
/// <param name="first">The place of the first column.</param>
internal sealed class PlainRow(PlainTable table, int first) : IReadOnlyDictionary<string, string>
{
    public int Count => Keys.Count();

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<string> Values => this.Select(pair => pair.Value);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The text of a column; "" when there is none.</summary>
    public string At(int column) => table.Text(first + column);

    /// <summary>Writes the text of a column as XML.</summary>
    public void Write(int column, Utf8Buffer target) => table.Write(first + column, target);

    /// <summary>The text of a tag as XML, if it was written before; nothing when it was not, or there is none.</summary>
    public ReadOnlySpan<byte> Written(string tag) => table.ColumnOf(tag) is >= 0 and var column ? table.Written(first + column) : default;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var column = table.ColumnOf(key);
        value = column < 0 ? null : At(column);
        return value is { Length: > 0 };
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        table.Tags.Select((tag, column) => KeyValuePair.Create(tag, At(column))).Where(pair => pair.Value.Length > 0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
