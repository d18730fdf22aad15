using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling;

/// <summary>The rows of a list that hold nothing but single lines in normal form: told by place instead of by name, and turned into bytes only once.</summary>
/// <param name="columns">The columns of the list.</param>
/// <param name="rows">How many rows it has room for.</param>
internal sealed class PlainTable(IReadOnlyList<FieldDefinition> columns, int rows)
{
    private readonly string[] tags = [.. columns.Select(column => column.Tag)];
    private readonly string[] texts = new string[columns.Count * rows];
    private readonly (int Start, int End)[] written = new (int, int)[columns.Count * rows];
    private Utf8Buffer? output;

    public IReadOnlyList<string> Tags => tags;

    /// <summary>Takes in a row; null when it holds anything else, or only repeats a printed blank somewhere.</summary>
    public PlainRow? TryAdd(int row, FormRow given)
    {
        var first = row * tags.Length;
        for (var column = 0; column < tags.Length; column++)
        {
            var text = given[tags[column]];
            if (text.Length > 0 && (!CleanText.IsLine(text) || Placeholders.IsOne(columns[column], text)))
            {
                return null;
            }

            texts[first + column] = text;
        }

        return new PlainRow(this, first);
    }

    public string Text(int place) => texts[place];

    /// <summary>The column of a tag; -1 when there is none.</summary>
    public int ColumnOf(string tag)
    {
        for (var column = 0; column < tags.Length; column++)
        {
            if (tags[column] == tag)
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>Writes a text as XML, and remembers where.</summary>
    public void Write(int place, Utf8Buffer target)
    {
        var start = (int)target.Length;
        XmlEscape.Text(target, texts[place].AsSpan());
        (output, written[place]) = (target, (start, (int)target.Length));
    }

    /// <summary>A text as XML, once it was written and as long as what it was written into lives; nothing before and after.</summary>
    public ReadOnlySpan<byte> Written(int place) =>
        output is not null && written[place] is var (start, end) && end <= output.Length ? output.Written[start..end] : default;
}
