using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Files that are there whole or not at all, so that a name in the folder means a finished document.</summary>
internal static class FinishedFile
{
    /// <summary>Writes a file beside its place and moves it there; a problem when the disk refuses.</summary>
    public static async Task<Problem?> WriteAsync(string path, byte[] bytes)
    {
        try
        {
            var unfinished = $"{path}.tmp";
            await File.WriteAllBytesAsync(unfinished, bytes);
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.Malformed($"Không ghi được tệp {path}. Hãy xem ổ đĩa còn chỗ và quyền ghi vào thư mục.");
        }
    }
}
