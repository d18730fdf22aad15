using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>A row as the eye sees it, under a key of the test's own.</summary>
/// <param name="Key">The key.</param>
/// <param name="Id">The id it was written with; null for a row that people added.</param>
/// <param name="Fields">Its printed columns.</param>
/// <param name="Unprinted">Its columns that no paper shows.</param>
/// <param name="Origin">The id of the row it was copied from; null for any other row.</param>
internal sealed record ExpectedRow(string Key, string? Id, Dictionary<string, string> Fields, IReadOnlyDictionary<string, string> Unprinted, string? Origin = null);

/// <summary>What stands on a paper, and which rules an edit allows to speak. An edit that the eye does not see allows none.</summary>
internal sealed class PaperExpectation
{
    private readonly FormDefinition form;
    private readonly FieldDefinition rows;
    private readonly Dictionary<string, string> singles;

    public PaperExpectation(FormDefinition form, FieldDefinition rows, FormValues values)
    {
        (this.form, this.rows) = (form, rows);
        singles = form.SingleFields.Where(field => field.Printed).ToDictionary(field => field.Tag, field => values[field.Tag]);
        Rows = [.. values.RowsOf(rows.Tag).Select(row => new ExpectedRow(row.RowId!, row.RowId, Columns(row, printed: true), Columns(row, printed: false)))];
    }

    public List<ExpectedRow> Rows { get; }

    /// <summary>The rules that may speak.</summary>
    public HashSet<string> Told { get; } = [];

    /// <summary>Values that two ways of looking can both defend, by path.</summary>
    public Dictionary<string, HashSet<string>> Also { get; } = [];

    /// <summary>False once the part with ids and unprinted values is gone or rows cannot be told apart.</summary>
    public bool KnowsRows { get; set; } = true;

    /// <summary>True once rows stand in another order or fewer.</summary>
    public bool RowsRearranged { get; set; }

    /// <summary>True once words of a row were changed.</summary>
    public bool RowsReworded { get; private set; }

    public IReadOnlyList<string> Paths => [.. singles.Keys, .. Rows.SelectMany(row => row.Fields.Keys.Select(column => $"{row.Key}/{column}"))];

    public IEnumerable<string> Singles => singles.Keys;

    /// <summary>Where new rows go: their number.</summary>
    public int Added { get; private set; }

    public string this[string path]
    {
        get => RowOf(path) is { } row ? row.Fields[Column(path)] : singles[path];
        set
        {
            if (RowOf(path) is { } row)
            {
                row.Fields[Column(path)] = value;
                RowsReworded = true;
            }
            else
            {
                singles[path] = value;
            }
        }
    }

    public FieldDefinition FieldOf(string path) => RowOf(path) is not null
        ? rows.Columns.Single(column => column.Tag == Column(path))
        : form.SingleFields.Single(field => field.Tag == path);

    // Without control and part words alone tell, and words have single spaces.
    public bool Accepts(string path, string value) => this[path] == value || (Also.TryGetValue(path, out var others) && others.Contains(value))
        || (!KnowsRows && FieldOf(path).Type == FieldType.Text && VietnameseText.Words(this[path]) == value);

    /// <summary>True for a rule that something gave reason to. A row that was changed may not be known again once rows stand elsewhere.</summary>
    public bool Allows(string rule) => Told.Contains(rule) || (rule == "D03" && RowsRearranged && RowsReworded);

    public void Allow(string path, string value) => (Also.TryGetValue(path, out var others) ? others : Also[path] = []).Add(value);

    /// <summary>A new row with these words.</summary>
    public ExpectedRow Add(int place, IEnumerable<string> words, ExpectedRow? original = null)
    {
        var columns = rows.Columns.Where(column => column.Printed).Select(column => column.Tag).Zip(words).ToDictionary(pair => pair.First, pair => pair.Second);
        var row = new ExpectedRow($"+{++Added}", null, columns, new Dictionary<string, string>(), original?.Id ?? original?.Origin);
        Rows.Insert(place, row);
        return row;
    }

    public int PlaceOf(string key) => Rows.FindIndex(row => row.Key == key);

    private ExpectedRow? RowOf(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Rows.Single(row => row.Key == path[..slash]) : null;

    private static string Column(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private Dictionary<string, string> Columns(FormRow row, bool printed) =>
        rows.Columns.Where(column => column.Printed == printed).ToDictionary(column => column.Tag, column => row[column.Tag]);
}
