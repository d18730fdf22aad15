namespace HocTap.Office.Templates.Checking;

/// <summary>Where in a document something is («vị trí trong văn bản»), for programs and for people; pages do not count, as every program breaks them elsewhere.</summary>
/// <param name="Path">The field, <c>rows[0].tag</c> inside a row; empty for what belongs to no field.</param>
/// <param name="Words">The place in words («Mục II, ô “Nội dung, công việc cụ thể”»).</param>
public sealed record DocumentPlace(string Path, string Words);
