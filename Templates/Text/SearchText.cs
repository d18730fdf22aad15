namespace HocTap.Office.Templates.Text;

/// <summary>Text folded for search («tìm không dấu»): no marks, đ as d, lower case, single spaces; «Hoà», «hòa» and «hoa» are equal.</summary>
public static class SearchText
{
    /// <summary>The folded text.</summary>
    public static string Fold(string? text) =>
        string.Concat(SafeAscii.WithoutMarks(VietnameseText.Words(text)).Select(char.ToLowerInvariant));
}
