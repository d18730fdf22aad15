using System.Xml.Linq;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// A view of ours: in the order of which indexed column, and what it shows. In a list with more than 5,000 rows SharePoint shows only views whose first sorting column is indexed, and
/// no filter that chooses more than 5,000: so a view never filters, it puts first what people look for.
/// </summary>
/// <param name="Name">ASCII, the name of its page.</param>
/// <param name="Title">The Vietnamese title.</param>
/// <param name="Lead">The indexed column that leads.</param>
/// <param name="Columns">Internal names of the columns shown, in order.</param>
internal sealed record ViewSchema(string Name, string Title, string Lead, IReadOnlyList<string> Columns)
{
    private const int RowsOnAPage = 100;

    /// <summary>True for the newest, or largest, first.</summary>
    public bool Descending { get; private init; }

    /// <summary>The name of a view format in the folder Formatting; empty for none.</summary>
    public string Format { get; init; } = "";

    /// <summary>A view of all rows in the order of a column.</summary>
    public static ViewSchema InOrder(string name, string title, string lead, IReadOnlyList<string> columns, bool descending = false) => new(name, title, lead, columns) { Descending = descending };

    /// <summary>The view as SharePoint is to keep it.</summary>
    public NativeView In(ListSchema list) => new("", Name, Title, Columns, Caml(), RowsOnAPage, list.IsLibrary, Format.Length == 0 ? "" : Formats.Read(Format));

    private string Caml() =>
        new XElement("OrderBy", new XElement("FieldRef", new XAttribute("Name", Lead), Descending ? new XAttribute("Ascending", "FALSE") : null)).ToString(SaveOptions.DisableFormatting);
}
