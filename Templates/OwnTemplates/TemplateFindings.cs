using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>The findings about templates, T01 to T16 (quy ước nội bộ), in the words of who edits them in Word.</summary>
internal static class TemplateFindings
{
    private const string Clause = "quy ước nội bộ";
    private const int ShownWords = 80;

    public static Finding NotOpened(string reason) => Stop("T01", "", reason);

    public static Finding UnknownForm => Stop("T02", "", "Không nhận ra đây là mẫu nào: tệp không còn dữ liệu kèm theo và không có ô nào của mẫu. Hãy lấy mẫu chính thức rồi sửa trên đó.");

    public static Finding OtherForm(FormDefinition wanted, FormDefinition found) =>
        Stop("T02", "", $"Tệp này là của {found.ShortTitle}, không phải {wanted.ShortTitle}.");

    public static Finding Missing(FieldDefinition field, string where) =>
        Stop("T03", field.Tag, $"Thiếu ô {Named(field)}{where}. Hãy chép lại ô này từ mẫu chính thức (chép cả ô, không chỉ chữ bên trong).");

    public static Finding MissingCampaignText(string tag) => Note("T03", tag, $"Không còn chỗ in “{CampaignPlaces.LabelOf(tag)}” ({tag}) của đợt đăng ký; chữ đang có trong mẫu được in nguyên như vậy.");

    public static Finding Repeated(FieldDefinition field, string places) =>
        Note("T04", field.Tag, $"Ô {Named(field)} có ở nhiều chỗ ({places}); các chỗ đó sẽ cùng in một nội dung. Nếu chép nhầm thì xóa bớt.");

    public static Finding RepeatedWhereOnce(FieldDefinition field, string places) =>
        Stop("T04", field.Tag, $"{What(field)} {Named(field)} chỉ được có một, nhưng có ở: {places}. Hãy xóa bớt.");

    public static Finding Unknown(string tag, string place, string? like) =>
        Note("T05", tag, $"Ô mang nhãn “{tag}” ({place}) không phải của mẫu nên không được điền.{(like is null ? "" : $" Có phải “{like}” không? Nhãn phân biệt chữ hoa, chữ thường.")}");

    public static Finding UnknownCampaignText(string tag, string place) =>
        Stop("T05", tag, $"Đợt đăng ký không có văn bản nào tên “{tag}” ({place}). Hãy xóa ô này hoặc chép lại từ mẫu chính thức.");

    public static Finding WrongKind(FieldDefinition field, string what, string place, string how) =>
        Stop("T06", field.Tag, $"Ô {Named(field)} ({place}) {what}; {how}.");

    public static Finding KindMended(FieldDefinition field, string what, string place) =>
        Note("T06", field.Tag, $"Ô {Named(field)} ({place}) {what}; hệ thống tự đổi lại cho đúng.");

    public static Finding WrongPlace(FieldDefinition field, string place, string how) => Stop("T07", field.Tag, $"{What(field)} {Named(field)} ({place}) {how}");

    public static Finding NotFilledThere(string tag, string place) =>
        Note("T07", tag, $"Ô mang nhãn “{tag}” nằm ở {place}: hệ thống chỉ điền trong thân văn bản, chỗ này để nguyên.");

    public static Finding BrokenRows(FieldDefinition rows, string place, string how) => Stop("T08", rows.Tag, $"Phần lặp {Named(rows)} ({place}) {how}");

    public static Finding MoreItems(FieldDefinition rows, string place, int count) =>
        Note("T08", rows.Tag, $"Phần lặp {Named(rows)} ({place}) có {count} {rows.RowLabel.ToLowerInvariant()} mẫu; chỉ {rows.RowLabel.ToLowerInvariant()} đầu được dùng, hệ thống tự bỏ phần thừa.");

    public static Finding NotCounted(FieldDefinition rows, string place) =>
        Note("T08", rows.Tag, $"Phần lặp {Named(rows)} ({place}) không còn chỗ ghi số thứ tự ở dòng đầu; các {rows.RowLabel.ToLowerInvariant()} sẽ không được đánh số.");

    public static Finding NotNumbered(FieldDefinition rows, string place) =>
        Note("T08", rows.Tag, $"Phần lặp {Named(rows)} ({place}) không còn số thứ tự tự động (Numbering); các {rows.RowLabel.ToLowerInvariant()} điền ra sẽ không được đánh số. Hãy chép lại ô số thứ tự từ mẫu chính thức.");

    public static Finding BookmarksLost(IReadOnlyList<FieldDefinition> fields) =>
        Note("T09", "", $"Mất dấu ẩn của {fields.Count} ô ({Some(fields.Select(field => field.Label))}); hệ thống tự khôi phục.");

    public static Finding BlankChanged(FieldDefinition field, string place, string words) =>
        Note("T10", field.Tag, $"Ô {Named(field)} ({place}) có sẵn chữ “{Shown(words)}” thay cho chỗ trống của mẫu; khi để trống, hệ thống vẫn in chỗ trống của mẫu.");

    public static Finding PartLost => Note("T11", "", "Tệp không còn phần dữ liệu kèm theo của hệ thống; hệ thống tự thêm lại.");

    public static Finding OtherVersion(string version) => Note("T11", "", $"Tệp được sửa từ mẫu phiên bản {version}, không phải bản hiện nay; hệ thống tự cập nhật phần dữ liệu kèm theo.");

    public static Finding WrittenDocument => Note("T11", "", "Tệp là một văn bản đã điền, không phải mẫu trống; nội dung trong các ô sẽ được bỏ đi. Hãy xem kỹ phần chữ cố định, nhất là tên và năm.");

    public static Finding TrackedChanges => Stop("T12", "", "Mẫu còn vết sửa (Track Changes). Hãy vào Review, chọn Accept All Changes, tắt Track Changes rồi lưu lại.");

    public static Finding Comments => Note("T12", "", "Mẫu còn ghi chú (Comment); mọi văn bản điền ra sẽ mang theo ghi chú đó. Nên xóa rồi lưu lại.");

    public static Finding Lost(string line, string place) => Note("T13", "", $"Không còn dòng “{Shown(line)}” của mẫu ({place}).");

    public static Finding Changed(string line, string now, string place) => Note("T13", "", $"Dòng “{Shown(line)}” của mẫu đã đổi thành “{Shown(now)}” ({place}).");

    public static Finding Added(string line, string place) => Note("T13", "", $"Thêm dòng “{Shown(line)}” ({place}).");

    public static Finding MoreText(int count) => Note("T13", "", $"Còn {count} chỗ khác trong chữ cố định đã mất, đổi hoặc thêm.");

    public static Finding TagsLost => Stop("T14", "", "Mọi nhãn của các ô đã mất, thường do tệp được lưu bằng LibreOffice hoặc một chương trình khác Word: chương trình đó bỏ nhãn của ô và bỏ cả phần lặp, không khôi phục được. Cần làm: (1) tải lại mẫu trống của hệ thống; (2) mở mẫu đó bằng Word (hoặc Word trên web); (3) sửa lại những chỗ cần sửa ngay trong tệp đó, có thể chép chữ từ tệp này sang; (4) lưu bằng Word rồi kiểm tra lại, đừng mở và lưu bằng LibreOffice.");

    public static string Joined(FieldDefinition field, string places) => $"ô {Named(field)} có ở nhiều chỗ quá gần nhau ({places}) nên đọc lại không tách được. Hãy xóa bớt, chỉ giữ một ô.";

    public static string RowBelow(FieldDefinition rows, string words, string place) =>
        $"dòng “{Shown(words)}” ({place}) nằm dưới dòng mẫu nên bị đọc thành nội dung của phần lặp {Named(rows)}. Hãy xóa dòng đó, hoặc chuyển chữ ra dưới bảng.";

    public static Finding TrialFailed(string what, string tag = "") => Stop("T15", tag, $"Đã điền thử và đọc lại nhưng không khớp: {what}");

    public static Finding FixedYear(int year) => Note("T15", "", $"Năm {year} là chữ cố định trong tên văn bản; mẫu chỉ dùng được cho đợt năm {year}.");

    public static Finding Locked(FieldDefinition field, string place) => Note("T16", field.Tag, $"Ô {Named(field)} ({place}) bị khóa, không ai gõ vào được. Nếu không cố ý, hãy bỏ chọn “Contents cannot be edited” trong Properties của ô.");

    public static Finding Protected => Note("T16", "", "Mẫu đang bật hạn chế chỉnh sửa (Restrict Editing); người dùng có thể không sửa được văn bản điền ra.");

    public static string Some(IEnumerable<string> words)
    {
        const int Most = 5;
        var all = words.Distinct().ToList();
        return string.Join(", ", all.Take(Most).Select(word => $"“{word}”")) + (all.Count > Most ? "…" : "");
    }

    private static string Named(FieldDefinition field) => $"“{field.Label}” (nhãn {field.Tag})";

    private static string What(FieldDefinition field) => field.Type == FieldType.Rows ? "Phần lặp" : "Ô";

    private static Finding Stop(string id, string tag, string message) => new(id, Severity.Error, tag, Clause, message);

    private static Finding Note(string id, string tag, string message) => new(id, Severity.Warning, tag, Clause, message);

    private static string Shown(string text) => text.Length <= ShownWords ? text : string.Concat(text.AsSpan(0, ShownWords), "…");
}
