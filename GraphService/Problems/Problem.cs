using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Problems;

/// <summary>Everything that can be wrong with a request («lỗi»): a stable code, a title and a sentence the user can act on.</summary>
/// <remarks>The integer part of the code is the HTTP status. A code once used keeps its meaning for ever.</remarks>
/// <param name="Code">The stable code, such as <c>409.1</c>.</param>
/// <param name="Title">A short Vietnamese title.</param>
/// <param name="Detail">What happened and what to do, in Vietnamese.</param>
internal abstract record Problem(string Code, string Title, string Detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status => int.Parse(Code.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>400: the request cannot be understood.</summary>
    internal sealed record Malformed(string Reason) : Problem("400", "Yêu cầu chưa đúng", Reason);

    /// <summary>401: nobody is signed in.</summary>
    internal sealed record NotSignedIn() : Problem("401", "Chưa đăng nhập", "Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại, nội dung đang nhập vẫn được giữ.");

    /// <summary>403: the caller sees it but may not do it.</summary>
    internal sealed record NotAllowed(string Reason) : Problem("403", "Không có quyền", Reason);

    /// <summary>403.1: a valid account that is no one person of the directory; <paramref name="Ask"/> names who can help.</summary>
    internal sealed record NoPerson(string Why, string Ask) : Problem("403.1", "Chưa dùng được tài khoản này", $"{Why} Hãy liên hệ: {Ask}.");

    /// <summary>404: unknown to the caller, or invisible.</summary>
    internal sealed record NotFound(string What) : Problem("404", "Không tìm thấy", What);

    /// <summary>405: the address exists, the method does not.</summary>
    internal sealed record WrongMethod() : Problem("405", "Yêu cầu chưa đúng", "Địa chỉ này không nhận thao tác vừa gửi.");

    /// <summary>409.1: an idempotency key came back with other bytes or another target.</summary>
    internal sealed record KeyReused() : Problem("409.1", "Mã gửi đã dùng", "Mã gửi (Idempotency-Key) này đã dùng cho một văn bản khác. Hãy nộp lại với mã mới.");

    /// <summary>409.2: the campaign takes no filings now.</summary>
    internal sealed record CampaignClosed(string Reason) : Problem("409.2", "Đợt đăng ký không nhận hồ sơ", Reason);

    /// <summary>409.3: the submission's state does not allow it.</summary>
    internal sealed record WrongState(string Reason) : Problem("409.3", "Chưa làm được lúc này", Reason);

    /// <summary>412: somebody changed it in between; <paramref name="Current"/> is the present state.</summary>
    internal sealed record Stale(object Current) : Problem("412", "Dữ liệu đã thay đổi", "Hồ sơ đã thay đổi từ lúc mở. Hãy xem lại bản mới nhất rồi thực hiện lại.");

    /// <summary>413: the body is larger than 20 MB.</summary>
    internal sealed record TooLarge(string Why = "Tệp vượt quá 20 MB. Hãy bỏ bớt hình ảnh hoặc nội dung không thuộc biểu mẫu rồi gửi lại.") : Problem("413", "Tệp quá lớn", Why);

    /// <summary>415: not a .docx.</summary>
    internal sealed record NotADocx(string Reason) : Problem("415", "Không phải văn bản Word (.docx)", Reason);

    /// <summary>422.1: the document breaks rules; nothing was stored.</summary>
    internal sealed record Incomplete(IReadOnlyList<Finding> Findings)
        : Problem("422.1", "Chưa nộp được", $"Còn {Findings.Count(finding => finding.Severity == Severity.Error)} chỗ phải sửa.");

    /// <summary>422.1: a template has errors; it was not registered.</summary>
    internal sealed record UnusableTemplate(IReadOnlyList<Finding> Findings)
        : Problem("422.1", "Mẫu chưa dùng được", $"Còn {Findings.Count(finding => finding.Severity == Severity.Error)} chỗ phải sửa trong mẫu. Hãy sửa trong Word rồi đăng ký lại.");

    /// <summary>422.2: the package is broken or unsafe.</summary>
    internal sealed record BrokenDocument(string Reason) : Problem("422.2", "Tệp Word bị hỏng", Reason);

    /// <summary>422.3: a docx without our form.</summary>
    internal sealed record NotOurForm(string Reason) : Problem("422.3", "Không phải biểu mẫu đăng ký", Reason);

    /// <summary>422.4: target and document do not belong together.</summary>
    internal sealed record TargetMismatch(string Reason) : Problem("422.4", "Văn bản không khớp nơi nộp", Reason);

    /// <summary>428: a write came without <c>If-Match</c>.</summary>
    internal sealed record VersionRequired() : Problem("428", "Thiếu phiên bản", "Thao tác này cần biết phiên bản đang xem (If-Match). Hãy tải lại trang rồi thực hiện lại.");

    /// <summary>429: too many requests.</summary>
    internal sealed record TooMany() : Problem("429", "Quá nhiều yêu cầu", "Hệ thống đang nhận quá nhiều yêu cầu. Hãy thử lại sau ít phút.");

    /// <summary>500: a fault of ours.</summary>
    internal sealed record Unexpected() : Problem("500", "Lỗi hệ thống", "Hệ thống gặp lỗi ngoài dự kiến và đã ghi lại. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị.");

    /// <summary>503: not ready yet.</summary>
    internal sealed record NotReady(string Reason) : Problem("503", "Hệ thống chưa sẵn sàng", Reason);
}
