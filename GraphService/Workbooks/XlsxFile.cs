using Microsoft.AspNetCore.Http.HttpResults;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>Workbooks as answers.</summary>
internal static class XlsxFile
{
    /// <summary>The media type of an .xlsx.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A workbook to be kept under its file name.</summary>
    public static FileStreamHttpResult Of(Workbook workbook)
    {
        // The zip's directory is written last and needs a stream that can seek; the result closes it.
        var stream = new MemoryStream();
        WorkbookWriter.Write(workbook, stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, ContentType, workbook.FileName);
    }
}
