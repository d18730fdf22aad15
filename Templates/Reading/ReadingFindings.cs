using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The findings of reading, D01 to D10 (quy ước nội bộ), in the user's words.</summary>
internal static class ReadingFindings
{
    private const string Clause = "quy ước nội bộ";
    private const int ShownWords = 60;
    private const int ShownBefore = 20;

    public static Finding TrackedChanges => Warn("D01", "", "Văn bản còn vết sửa (Track Changes): phần thêm được tính, phần xóa không tính; đề nghị chấp nhận hoặc bỏ các vết sửa.");

    public static Finding FixedTextLost(string line) => Warn("D02", "", $"Câu “{Shown(line)}” của mẫu đã bị sửa hoặc bị xóa; đề nghị khôi phục.");

    public static Finding FixedTextChanged(string line, string now)
    {
        var (inLine, inNow) = FirstDifference.Of(line, now);
        return Warn("D02", "", $"Câu “{Shown(line, inLine)}” của mẫu đã bị sửa thành “{Shown(now, inNow)}”; đề nghị khôi phục.");
    }

    public static Finding RowsChanged(FieldDefinition rows, int number) =>
        Warn("D03", FieldPath.Row(rows.Tag, number - 1), $"{rows.RowLabel} số {number} không khớp với dòng nào đã ghi trước đây; đề nghị chọn lại các thông tin không in.");

    public static Finding Unreadable(FieldDefinition field, string path, string text) => field.Type == FieldType.Date
        ? Stop("D04", path, $"“{field.Label}” ghi “{Shown(text)}” không đọc được thành ngày; đề nghị ghi đủ ngày/tháng/năm.")
        : Stop("D04", path, $"“{field.Label}” xuất hiện nhiều lần với nội dung khác nhau; đề nghị chỉ giữ một chỗ.");

    public static Finding Missing(FieldDefinition field) => Warn("D05", field.Tag, $"Không tìm thấy ô “{field.Label}” trong văn bản; đề nghị tạo lại văn bản từ mẫu.");

    public static Finding PartLost => Warn("D06", "", "Văn bản không còn phần dữ liệu kèm theo; các thông tin không in phải chọn lại.");

    public static Finding RowsUnreadable(FieldDefinition rows) => Stop("D07", rows.Tag, $"Có chữ ở “{rows.Label}” nhưng không đọc được thành từng {rows.RowLabel.ToLower(VietnameseText.Culture)}; đề nghị ghi theo đúng các ô của mẫu.");

    public static Finding TooManyRows(FieldDefinition rows, int most) =>
        Stop("D07", rows.Tag, $"“{rows.Label}” có hơn {Count(most)} dòng, phần sau không được đọc; đề nghị bớt số dòng.");

    public static Finding LooseText(string line) => Warn("D08", "", $"Đoạn “{Shown(line)}” nằm ngoài các ô của mẫu nên không được đọc.");

    public static Finding NoText(string label, string path, Unread item) => Warn("D09", path, $"“{label}” có {What(item)}");

    public static Finding Mended => Warn("D10", "", "LibreOffice đã lưu sai các vết sửa (Track Changes) nên Word có thể không mở được tệp này; hệ thống đã đọc được, đề nghị chấp nhận hoặc bỏ các vết sửa rồi lưu lại.");

    public static Finding More(string rule, int count) => rule switch
    {
        "D02" => Warn(rule, "", $"Còn {Count(count)} câu khác của mẫu đã bị sửa hoặc bị xóa."),
        "D08" => Warn(rule, "", $"Còn {Count(count)} đoạn khác nằm ngoài các ô của mẫu nên không được đọc."),
        _ => Warn(rule, "", $"Còn {Count(count)} chỗ khác không phải là chữ nên không được đọc."),
    };

    private static string What(Unread item) => item.Kind switch
    {
        UnreadKind.Picture => "hình; hình không được đọc, đề nghị ghi bằng chữ.",
        UnreadKind.TextBox => $"khung chữ ghi “{Shown(VietnameseText.Words(item.Text))}”; chữ trong khung không được đọc, đề nghị gõ vào ô.",
        UnreadKind.Formula => $"công thức “{Shown(VietnameseText.Words(item.Text))}”; công thức có thể đọc không đúng, đề nghị ghi bằng chữ thường.",
        UnreadKind.Sign => "ký hiệu đặc biệt không đọc được; đề nghị ghi bằng chữ.",
        UnreadKind.Note => "chú thích cuối trang; chú thích không được đọc, đề nghị ghi vào ô.",
        UnreadKind.Number => "số thứ tự tự động không đọc được; đề nghị tự gõ số.",
        UnreadKind.Field => "ô chọn hoặc trường tự động không đọc được; đề nghị ghi bằng chữ.",
        UnreadKind.Struck => $"chữ bị gạch ngang “{Shown(VietnameseText.Words(item.Text))}”; chữ gạch vẫn được tính, đề nghị xóa hẳn nếu muốn bỏ.",
    };

    private static string Count(int count) => count.ToString(VietnameseText.Culture);

    private static Finding Warn(string id, string path, string message) => new(id, Severity.Warning, path, Clause, message);

    private static Finding Stop(string id, string path, string message) => new(id, Severity.Error, path, Clause, message);

    // Begins a little before a place that would not be shown otherwise.
    private static string Shown(string text, int place)
    {
        var start = text.Length <= ShownWords || place < ShownWords - ShownBefore ? 0 : text.LastIndexOf(' ', place - ShownBefore) + 1;
        return start == 0 ? Shown(text) : $"…{Shown(text[start..])}";
    }

    private static string Shown(string text) => text.Length <= ShownWords ? text : string.Concat(text.AsSpan(0, ShownWords), "…");
}
