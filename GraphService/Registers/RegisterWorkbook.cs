using HocTap.Office.AddIn;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Workbooks;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Registers;

/// <summary>A register as a workbook: every row that matches, the totals of its groups, and what was asked.</summary>
internal static class RegisterWorkbook
{
    private const double Narrow = 8;
    private const double Middle = 20;
    private const double Wide = 34;
    private const double Widest = 56;

    /// <summary>The workbook of some rows.</summary>
    public static Workbook Of(RegisterRows rows, Caller caller, DateTimeOffset now)
    {
        var (register, campaign) = (rows.Request.Register, rows.Request.Campaign);
        var title = $"Sổ {register.Title.ToLower(Templates.Text.VietnameseText.Culture)}";
        var columns = Columns(register).ToList();
        var sheet = new WorkbookSheet(register.Title, [.. columns.Select(column => column.Column)], rows.Entries.Select(entry => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(entry))]));
        return new Workbook(
            WorkbookFileName.Of(campaign.Code, title), $"{title} năm {campaign.Year}",
            [sheet, .. rows.Request.Grouping.IsNone ? Array.Empty<WorkbookSheet>() : [Totals(rows)], FactsSheet.Of(Facts(rows, caller, now))]);
    }

    private static IEnumerable<(WorkbookColumn Column, Func<RegisterEntry, Cell> Cell)> Columns(Register register)
    {
        if (register.IsPersonal)
        {
            yield return (new("Họ và tên", 26), entry => entry.Row.PersonName);
            yield return (new("Mã cán bộ", 11), entry => entry.Row.Person);
        }

        yield return (new("Tổ chức", Wide), entry => entry.OrganizationName);
        yield return (new("Mã tổ chức", Middle), entry => entry.Row.Organization);
        yield return (new("Trạng thái", 15), entry => Words.State(entry.Submission.Status.Code));
        yield return (new("Thời điểm nộp", 17), entry => new Cell.Moment(entry.Submission.ReceivedAt));
        yield return (new("Hạn nộp", 11), entry => entry.Submission.Late ? "Trễ hạn" : "Đúng hạn");
        yield return (new("Lần nộp", Narrow), entry => entry.Submission.Revision);
        if (register.RowsTag is not null)
        {
            yield return (new("Thứ tự", Narrow), entry => entry.Row.Number);
        }

        foreach (var tag in register.Tags)
        {
            yield return (new(register.LabelOf(tag), register.Definition(tag)?.Type == FieldType.Multi ? Widest : Wide), entry => entry.Said(tag));
        }
    }

    private static WorkbookSheet Totals(RegisterRows rows) => new(
        "Cộng theo nhóm", [new(rows.Request.Grouping.Label, Wide), new("Số dòng", 11), new("Số hồ sơ", 11), new("Số dòng trễ hạn", 16)],
        rows.Groups.Select(group => (group.Label, group.Totals)).Append(("Tổng cộng", rows.Totals))
            .Select(group => (IReadOnlyList<Cell>)[group.Item1, group.Item2.Rows, group.Item2.Documents, group.Item2.Late]));

    private static IEnumerable<(string Name, Cell Value)> Facts(RegisterRows rows, Caller caller, DateTimeOffset now) =>
    [
        ("Sổ", rows.Request.Register.Title),
        ("Đợt đăng ký", $"Năm {rows.Request.Campaign.Year} ({rows.Request.Campaign.Code})"),
        ("Tổ chức (gồm cả trực thuộc)", caller.Directory.Organization(rows.Request.Organization)?.Name ?? "Tất cả trong phạm vi được xem"),
        ("Trạng thái", rows.Request.Status is { } status ? Words.State(status.Code) : "Tất cả"),
        ("Tìm chữ", rows.Request.Words.Query),
        ("Gộp theo", rows.Request.Grouping.Label),
        ("Số dòng", rows.Totals.Rows),
        ("Số hồ sơ", rows.Totals.Documents),
        ("Xuất lúc", new Cell.Moment(now)),
        ("Người xuất", caller.Person.FullName),
    ];
}
