using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Holds a view of the site against its schema.</summary>
internal static class ViewCheck
{
    /// <summary>The view of ours among all of a list, recognised by its page: people may have renamed it, or made one of the same title themselves.</summary>
    public static NativeView? Find(IEnumerable<NativeView> views, ViewSchema wanted) =>
        views.FirstOrDefault(view => view.Page.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything in which a view differs, one Vietnamese sentence each.</summary>
    public static IEnumerable<string> Compare(string list, NativeView wanted, NativeView found)
    {
        var name = $"Chế độ xem {list} «{wanted.Title}»";
        if (found.Title != wanted.Title)
        {
            yield return $"{name} mang tên «{found.Title}».";
        }

        if (!found.Columns.SequenceEqual(wanted.Columns, StringComparer.Ordinal))
        {
            yield return $"{name} hiện các cột {string.Join(", ", found.Columns)} thay vì {string.Join(", ", wanted.Columns)}.";
        }

        if (!SameQuery(found.Query, wanted.Query))
        {
            yield return $"{name} lọc hoặc sắp xếp khác thiết kế.";
        }

        if (found.Rows != wanted.Rows)
        {
            yield return $"{name} hiện {found.Rows} dòng mỗi trang thay vì {wanted.Rows}.";
        }

        if (found.Recursive != wanted.Recursive)
        {
            yield return $"{name} {(wanted.Recursive ? "không " : "")}hiện tệp trong các thư mục con.";
        }

        if (!Formats.Same(found.Format, wanted.Format))
        {
            yield return $"{name} có định dạng khác thiết kế.";
        }
    }

    // SharePoint writes the same CAML with other blanks and quotes.
    private static bool SameQuery(string left, string right) => Parse(left) is { } one && Parse(right) is { } other && XNode.DeepEquals(one, other);

    private static XElement? Parse(string query)
    {
        try
        {
            return Sorted(XElement.Parse($"<Query>{query}</Query>"));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement Sorted(XElement xml) => new(
        xml.Name,
        xml.Attributes().OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal),
        xml.HasElements ? xml.Elements().Select(Sorted) : xml.Value);
}
