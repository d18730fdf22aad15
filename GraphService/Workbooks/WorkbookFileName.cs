using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>File names of workbooks («tên tệp»): <c>HT2027-so-ke-hoach-ca-nhan.xlsx</c>. ASCII, so that every mail and archive program keeps them.</summary>
internal static class WorkbookFileName
{
    /// <summary>The name of these parts; words become one by hyphens, upper case in codes stays.</summary>
    public static string Of(string campaign, string title, string organization = "")
    {
        var words = SearchText.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(organization).Prepend(campaign).Select(SafeAscii.Of);
        return $"{string.Join('-', words.Where(word => word.Length > 0))}.xlsx";
    }
}
