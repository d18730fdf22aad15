namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>Says in Vietnamese why an output cannot be written («vì sao không ghi được»); the machine's own words are for the log.</summary>
internal static class WriteTrouble
{
    private const int WindowsFacility = unchecked((int)0x80070000);

    // Linux's error numbers (ENOSPC, EDQUOT, EROFS, EAGAIN), then those of Windows.
    private static readonly HashSet<int> Full = [28, 122, WindowsFacility | 39, WindowsFacility | 112];
    private static readonly HashSet<int> ReadOnly = [30, WindowsFacility | 19];
    private static readonly HashSet<int> InUse = [11, WindowsFacility | 32, WindowsFacility | 33];

    /// <summary>A sentence with what to do.</summary>
    /// <param name="target">The full path of the output.</param>
    /// <param name="isFile">True for a .zip, false for a folder.</param>
    /// <param name="exception">What stopped the writing.</param>
    public static string Of(string target, bool isFile, Exception exception) =>
        FileInTheWay(isFile ? Path.GetDirectoryName(target) : target) is { } file ? $"{file} là một tệp, không phải thư mục. Hãy nêu --out khác."
        : isFile && Directory.Exists(target) ? $"{target} là một thư mục, không phải tệp .zip. Hãy nêu --out khác."
        : exception is UnauthorizedAccessException ? "không có quyền ghi vào đó. Hãy xin quyền hoặc nêu --out khác."
        : Full.Contains(exception.HResult) ? "ổ đĩa đã đầy. Hãy dọn chỗ trên ổ đĩa."
        : ReadOnly.Contains(exception.HResult) ? "ổ đĩa chỉ cho đọc. Hãy nêu --out ở ổ đĩa khác."
        : InUse.Contains(exception.HResult) ? "một chương trình khác, hoặc một lần điền khác, đang ghi vào đó. Hãy đợi hoặc dừng nó."
        : exception is DirectoryNotFoundException ? "thư mục không có và không tạo được. Hãy xem lại đường dẫn."
        : exception is PathTooLongException ? "đường dẫn dài quá. Hãy nêu --out ngắn hơn."
        : "ổ đĩa không nhận. Hãy xem ổ đĩa còn chỗ, còn nối với máy, và quyền ghi.";

    private static string? FileInTheWay(string? folder)
    {
        while (folder is not null && !File.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
