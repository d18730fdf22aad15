using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>A repeated field as it stands in the pane.</summary>
/// <param name="Field">Its definition; its type is <see cref="FieldType.Rows"/>.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="RequiredColumns">The tags of the columns that every row must fill.</param>
/// <param name="Comments">The reviewer's comments by row id.</param>
/// <param name="LastYear">What can be taken from last year's document; null when there is nothing.</param>
public sealed record RowsModel(
    FieldDefinition Field, IReadOnlyList<FormRow> Rows, IReadOnlySet<string> RequiredColumns, IReadOnlyDictionary<string, string> Comments, LastYearOffer? LastYear = null);

/// <summary>One row of a repeated field.</summary>
/// <param name="Of">The repeated field.</param>
/// <param name="Row">Its values and lasting id.</param>
/// <param name="Key">What makes its element ids unique: its place, or <c>__row__</c> in the template of new rows.</param>
public sealed record RowModel(RowsModel Of, FormRow Row, string Key);
