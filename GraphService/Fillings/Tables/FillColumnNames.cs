using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>
/// Understands the names of columns: tags (<c>actionContent</c>, <c>exemplaryTasks[0].exemplaryContent</c>) and the words people see on the form, with or without
/// marks («Ngày lập»; for rows «Nội dung, mục tiêu 1», «Việc 1: Nội dung, mục tiêu»).
/// </summary>
internal sealed partial class FillColumnNames
{
    private static readonly string[] PersonNames = ["person", "ma can bo", "ma nguoi", "ma dang vien"];
    private static readonly string[] OrganizationNames = ["organization", "ma to chuc", "ma don vi", "to chuc"];
    private static readonly string[] NumberNames = ["stt", "tt", "so tt", "so thu tu"];

    private readonly IReadOnlyList<FieldDefinition> singles;
    private readonly IReadOnlyList<FieldDefinition> rows;

    /// <summary>The names of a form's fields.</summary>
    public FillColumnNames(FormDefinition form)
        : this([.. form.SingleFields], [.. form.RowFields])
    {
    }

    /// <summary>The names of some fields.</summary>
    public FillColumnNames(IReadOnlyList<FieldDefinition> singles, IReadOnlyList<FieldDefinition> rows) => (this.singles, this.rows) = (singles, rows);

    /// <summary>All tags, for a sentence that tells them.</summary>
    public IEnumerable<string> Tags => singles.Select(single => single.Tag).Concat(rows.SelectMany(list => list.Columns.Select(column => $"{list.Tag}[0].{column.Tag}")));

    /// <summary>True for a name that says what the column is for.</summary>
    public bool IsKnown(string name) => Find(name) is not null and not FillColumn.Nameless;

    /// <summary>What a column of this name is for; null when nobody knows.</summary>
    public FillColumn? Find(string name)
    {
        var folded = SearchText.Fold(name);
        return folded.Length == 0 ? new FillColumn.Nameless(name)
            : PersonNames.Contains(folded) ? new FillColumn.Person(name)
            : OrganizationNames.Contains(folded) ? new FillColumn.Organization(name)
            : NumberNames.Contains(folded) ? new FillColumn.Number(name)
            : (FillColumn?)ByTag(name) ?? ByLabel(name, folded);
    }

    private FillColumn? ByTag(string name) =>
        singles.FirstOrDefault(field => field.Tag == name) is { } single ? new FillColumn.Single(name, single)
        : TagInRow().Match(name) is { Success: true } match && rows.FirstOrDefault(field => field.Tag == match.Groups["rows"].Value) is { } list
            && list.Columns.FirstOrDefault(column => column.Tag == match.Groups["column"].Value) is { } column
            ? new FillColumn.InRow(name, list, Number(match), column)
        : null;

    private FillColumn? ByLabel(string name, string folded) =>
        singles.FirstOrDefault(field => SearchText.Fold(field.Label) == folded) is { } single ? new FillColumn.Single(name, single)
        : RowBefore().Match(folded) is { Success: true } before ? InRow(name, Number(before) - 1, before.Groups["label"].Value, before.Groups["row"].Value)
        : NumberBehind().Match(folded) is { Success: true } behind ? InRow(name, Number(behind) - 1, behind.Groups["label"].Value, null)
        : InRow(name, 0, folded, null);

    private FillColumn? InRow(string name, int place, string label, string? row) =>
        (from list in rows
         where row is null || row == SearchText.Fold(list.RowLabel) || row == SearchText.Fold(list.Label)
         from column in list.Columns
         where SearchText.Fold(column.Label) == label
         select new FillColumn.InRow(name, list, place, column)).FirstOrDefault(_ => place >= 0);

    private static int Number(Match match) => int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<rows>[A-Za-z0-9]+)\[(?<place>[0-9]{1,3})\]\.(?<column>[A-Za-z0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagInRow();

    [GeneratedRegex(@"\A(?<row>.+?) (?<place>[0-9]{1,3}) ?[:.–-] ?(?<label>.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RowBefore();

    [GeneratedRegex(@"\A(?<label>.+?) ?\(?(?<place>[0-9]{1,3})\)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberBehind();
}
