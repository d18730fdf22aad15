using System.Globalization;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.AddIn;

/// <summary>How codes, days and moments are said to people: one place, so that every page says them alike.</summary>
public static class Words
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The codes of a duty's or submission's state, in the order in which a filter offers them.</summary>
    public static IReadOnlyList<string> States { get; } =
        ["received", "submitted", "accepted", "returned", "evaluated", "parked", "withdrawn", "superseded"];

    /// <summary>The label of a state («trạng thái»): a code of <see cref="States"/>, or <c>none</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public static string State(string code) => code switch
    {
        "none" => T("Chưa nộp"),
        "received" => T("Đã tiếp nhận"),
        "submitted" => T("Đã nộp"),
        "accepted" => T("Đã xác nhận"),
        "returned" => T("Đã trả lại"),
        "evaluated" => T("Đã đánh giá"),
        "withdrawn" => T("Đã rút"),
        "parked" => T("Chưa lưu được"),
        "superseded" => T("Đã thay thế"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such state."),
    };

    /// <summary>A step in the life of a submission: a state, or <c>copyReceived</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public static string Step(string code) => code == "copyReceived" ? T("Đã xác nhận bản thứ hai") : State(code);

    /// <summary>What who confirms a leader's second copy says: that it was sent, when it leaves the city, else that it arrived.</summary>
    public static string ConfirmCopy(bool leavesCity) => leavesCity ? T("Ghi nhận đã gửi bản thứ hai") : T("Xác nhận đã nhận bản thứ hai");

    /// <summary>A day as official papers write it: <c>05/02/2027</c>, <c>31/3/2027</c> (days and the months 1 and 2 take a zero; in English every month does).</summary>
    public static string Day(DateOnly day) =>
        day.ToString(IsEnglish || day.Month <= 2 ? "dd/MM/yyyy" : "dd/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in Vietnam: <c>08:30 ngày 05/02/2027</c>, in English <c>05/02/2027 at 08:30</c>.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Vietnam);
        return T("{0} ngày {1}", local.ToString("HH:mm", CultureInfo.InvariantCulture), Day(DateOnly.FromDateTime(local.DateTime)));
    }

    /// <summary>A count as people read it: <c>1.234</c>.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>The days that are left until a deadline, or that have gone by since.</summary>
    public static string DaysLeft(int days) => days switch
    {
        > 0 => T("còn {0} ngày", Count(days)),
        0 => T("hạn cuối là hôm nay"),
        _ => T("quá hạn {0} ngày", Count(-days)),
    };

    /// <summary>The receipt number («số biên nhận») of a submission: the last twelve hexadecimal digits of its id in groups of four.</summary>
    public static string ReceiptNumber(Guid submission)
    {
        var digits = submission.ToString("N").ToUpperInvariant()[^12..];
        return $"{digits[..4]}-{digits[4..8]}-{digits[8..]}";
    }

    /// <summary>A clause as people name it: <c>2.1b-1+2.1b-2</c> is «2.1b, gạch đầu dòng thứ nhất và 2.1b, gạch đầu dòng thứ hai».</summary>
    public static string Clause(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Split('+').Select(Place).Aggregate((places, place) => T("{0} và {1}", places, place));
    }

    /// <summary>A field's value as people read it: a day as official papers write it, a choice in its words, anything else as it is.</summary>
    public static string Value(FieldDefinition field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type == FieldType.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Day(day)
            : field.Choices.FirstOrDefault(choice => choice.Code == value)?.Label ?? value;
    }

    /// <summary>Where a prefilled value comes from; empty for a source that needs no word.</summary>
    public static string Source(string code) => code switch
    {
        "directory" => T("lấy từ danh bạ"),
        "organization" => T("lấy từ thông tin đơn vị"),
        "campaign" => T("theo đợt đăng ký"),
        "defaults" => T("mặc định của đơn vị"),
        "lastYear" => T("lấy từ bản năm trước"),
        "draft" => T("lấy từ bản nháp"),
        "document" => T("theo bản đã nộp"),
        _ => "",
    };

    private static string Place(string code) => (code.Length < 2 ? "" : code[^2..], code.Split(", ")) switch
    {
        ("-1", _) => T("{0}, gạch đầu dòng thứ nhất", code[..^2]),
        ("-2", _) => T("{0}, gạch đầu dòng thứ hai", code[..^2]),
        (_, [var clause, "ngoại lệ"]) => T("{0}, ngoại lệ", clause),
        (_, [var clause, "câu cuối"]) => T("{0}, câu cuối", clause),
        _ => code,
    };
}
