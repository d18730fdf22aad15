using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Submissions;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Says the work of the outbox, and why it failed, in the words of an administrator.</summary>
internal static class OperationWords
{
    /// <summary>What an operation of a kind does.</summary>
    public static string What(string kind) => kind switch
    {
        StoreDocument.KindName => T("Lưu văn bản và các dòng vào sổ"),
        StoreChange.KindName => T("Lưu kết quả xem xét, rút hồ sơ hoặc nhận bản thứ hai"),
        StoreTemplate.KindName => T("Lưu biểu mẫu của đơn vị"),
        MailReview.KindName => T("Gửi thư báo cho người nộp"),
        _ => T("Việc của phiên bản khác"),
    };

    /// <summary>Why it failed, from the status SharePoint answered with at the head of the reason; empty when it did not fail.</summary>
    public static string Reason(string? reason) => reason?.Split(' ', ':')[0] switch
    {
        null or "" => "",
        "401" or "403" => T("SharePoint không cho phép ghi. Hãy kiểm tra quyền của ứng dụng trên trang SharePoint rồi thử lại."),
        "404" => T("Không tìm thấy nơi lưu hoặc tệp trên SharePoint; có thể đã bị xóa hay chuyển đi."),
        "409" or "412" => T("Trên SharePoint đã có tệp hoặc dòng khác ở đúng chỗ này. Hãy xem lại chỗ đó rồi thử lại."),
        "423" => T("Tệp trên SharePoint đang có người mở. Hãy đóng tệp rồi thử lại."),
        "429" or "503" or "504" => T("SharePoint đang bận hoặc giới hạn số lần ghi."),
        "507" => T("SharePoint đã hết chỗ lưu. Hãy tăng dung lượng rồi thử lại."),
        "HttpRequestException" or "IOException" or "TaskCanceledException" or "OperationCanceledException" => T("Không kết nối được với SharePoint."),
        _ => T("SharePoint không nhận vì một lý do chưa gặp. Hãy thử lại; nếu vẫn dừng, gửi câu trả lời dưới đây cho người vận hành."),
    };
}
