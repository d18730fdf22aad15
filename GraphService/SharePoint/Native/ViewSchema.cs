using System.Xml.Linq;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// A view of ours: by which indexed column it is led, and what it shows. In a list with more than 5,000 rows SharePoint shows only views whose first filtered or sorting column is
/// indexed; a filter must in addition choose no more than 5,000, so whatever can be more is put in order instead of filtered.
/// </summary>
/// <param name="Name">ASCII, the name of its page.</param>
/// <param name="Title">The Vietnamese title.</param>
/// <param name="Lead">The indexed column that leads.</param>
/// <param name="Columns">Internal names of the columns shown, in order.</param>
internal sealed record ViewSchema(string Name, string Title, string Lead, IReadOnlyList<string> Columns)
{
    private const int RowsOnAPage = 100;

    /// <summary>The value the leading column must have; null when the view only puts rows in order.</summary>
    public string? Value { get; private init; }

    /// <summary>True for the newest, or largest, first.</summary>
    public bool Descending { get; private init; }

    /// <summary>The name of a view format in the folder Formatting; empty for none.</summary>
    public string Format { get; init; } = "";

    /// <summary>A view of all rows in the order of a column.</summary>
    public static ViewSchema InOrder(string name, string title, string lead, IReadOnlyList<string> columns, bool descending = false) => new(name, title, lead, columns) { Descending = descending };

    /// <summary>A view of the rows where a column has a value.</summary>
    public static ViewSchema Only(string name, string title, string lead, string value, IReadOnlyList<string> columns) => new(name, title, lead, columns) { Value = value };

    /// <summary>The view as SharePoint is to keep it.</summary>
    public NativeView In(ListSchema list) => new("", Name, Title, Columns, Caml(list), RowsOnAPage, list.IsLibrary, Format.Length == 0 ? "" : Formats.Read(Format));

    private string Caml(ListSchema list)
    {
        var field = new XElement("FieldRef", new XAttribute("Name", Lead));
        if (Value is null)
        {
            field.Add(Descending ? new XAttribute("Ascending", "FALSE") : null);
            return new XElement("OrderBy", field).ToString(SaveOptions.DisableFormatting);
        }

        var type = list.Columns.First(column => column.Name == Lead).Kind switch { ColumnKind.Boolean => "Boolean", ColumnKind.Choice => "Choice", _ => "Text" };
        return new XElement("Where", new XElement("Eq", field, new XElement("Value", new XAttribute("Type", type), Value))).ToString(SaveOptions.DisableFormatting);
    }
}
