using HocTap.Office.Templates.Checking;

namespace HocTap.Office.Templates.Drift;

/// <summary>In what a document differs from what is stored of it («loại chỗ lệch»).</summary>
public enum DifferenceKind
{
    /// <summary>A field has another value.</summary>
    Value,

    /// <summary>A row that only the document has.</summary>
    RowAdded,

    /// <summary>A row that the document no longer has.</summary>
    RowMissing,

    /// <summary>A row that stands in another order.</summary>
    RowMoved,

    /// <summary>A field of a row has another value.</summary>
    Cell,

    /// <summary>A line of the form is gone.</summary>
    TextLost,

    /// <summary>A line of the form has other words.</summary>
    TextChanged,

    /// <summary>Words that belong to no field.</summary>
    TextAdded,

    /// <summary>The layout is not that of the profile.</summary>
    Layout,
}

/// <summary>One difference between a stored document and what is stored of it («chỗ lệch»).</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="From">What is stored, or what the form prints, as people read it; "" when there is nothing.</param>
/// <param name="To">What the document has, as people read it; "" when there is nothing.</param>
/// <param name="Reason">Why the document's value could not be read; null when it could.</param>
public sealed record Difference(DifferenceKind Kind, DocumentPlace Place, string From, string To, string? Reason = null)
{
    /// <summary>All of it in one Vietnamese sentence.</summary>
    public string Message => Kind switch
    {
        DifferenceKind.Value or DifferenceKind.Cell => $"{Place.Words}: dữ liệu ghi {Said(From)}, văn bản ghi {Said(To)}.{(Reason is null ? "" : $" {Reason}")}",
        DifferenceKind.RowAdded => $"{Place.Words}: chỉ có trong văn bản ({Said(To)}).",
        DifferenceKind.RowMissing => $"{Place.Words}: không còn trong văn bản ({Said(From)}).",
        DifferenceKind.RowMoved => $"{Place.Words}: trong dữ liệu là dòng thứ {From}, trong văn bản là dòng thứ {To}.",
        DifferenceKind.TextLost => $"{Place.Words}: mất dòng {Said(From)} của mẫu.",
        DifferenceKind.TextChanged => $"{Place.Words}: câu {Said(From)} của mẫu đã thành {Said(To)}.",
        DifferenceKind.TextAdded => $"{Place.Words}: có thêm {Said(To)} nằm ngoài các ô của mẫu.",
        DifferenceKind.Layout => $"{Place.Words}: đang là {To}, đúng ra {From}.",
    };

    private static string Said(string text) => text.Length == 0 ? "trống" : $"“{text.ReplaceLineEndings(" / ")}”";
}
