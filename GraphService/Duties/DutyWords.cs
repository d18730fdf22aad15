using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Duties;

/// <summary>Says in words which predicate decided a duty (guideline 2.1a, 2.1b, 2.2a): why it is owed, excepted or left to one's will.</summary>
internal static class DutyWords
{
    /// <summary>The reason as a clause of a sentence, without its source.</summary>
    public static string Why(Duty duty) => duty.Obligation switch
    {
        Obligation.Required => Required(duty),
        Obligation.Exempt => T("Đảng viên chi bộ thôn, tổ dân phố không phải cấp ủy viên"),
        Obligation.Voluntary when duty.Person is null => T("Hướng dẫn không bắt buộc loại hình tổ chức này"),
        Obligation.Voluntary => T("Không phải đảng viên, cán bộ, công chức, viên chức; được khuyến khích đăng ký"),
    };

    /// <summary>The clause; "" when the guideline says nothing of the kind of organization.</summary>
    public static string Clause(Duty duty) => duty.Reason == "none" ? "" : duty.Reason;

    private static string Required(Duty duty) => (duty.Person, duty.Form.Value) switch
    {
        ({ Category: "canBo" or "congChuc" or "vienChuc" }, _) => T("Cán bộ, công chức, viên chức trong hệ thống chính trị"),
        ({ IsCommitteeMember: true }, _) => T("Cấp ủy viên"),
        ({ }, _) => T("Đảng viên thuộc diện phải lập kế hoạch"),
        (null, "mau01") => T("Tổ chức phải đăng ký ít nhất một nhiệm vụ đột phá"),
        (null, _) => T("Tổ chức phải đăng ký mô hình tiêu biểu"),
    };
}
