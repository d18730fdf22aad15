using HocTap.Office.AddIn;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Workbooks;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Completion as a workbook: the lines of the tree, then the names behind the counts, a sheet for each kind.</summary>
internal static class CompletionWorkbook
{
    private const string Title = "Tình hình hoàn thành";
    private const string OutsideTheCity = "Cấp ủy cấp trên ngoài thành phố";

    private static readonly string[] Forms = [.. FormCatalog.All.Select(form => form.Code.Value)];

    /// <summary>The workbook of a view, with these of its lines.</summary>
    public static Workbook Of(CompletionView view, IEnumerable<CompletionTotals> lines, Caller caller, DateTimeOffset now)
    {
        var names = new CompletionNames(view.Tree, view.Top);
        return new Workbook(
            WorkbookFileName.Of(view.Tree.Campaign.Code, Title, view.Top.Code), $"{Title} năm {view.Tree.Campaign.Year}: {view.Top.Name}",
            [
                new WorkbookSheet(Title, [.. LineColumns()], lines.Select(Line)),
                Names("Còn thiếu", names.Missing), Names("Đã nộp", names.Done), Names("Được miễn", names.Exempt), Names("Tự nguyện", names.Voluntary),
                new WorkbookSheet("Bản thứ hai", [.. CopyColumns()], names.Copies.Select(Copy)),
                FactsSheet.Of(Facts(view, caller, now)),
            ]);
    }

    private static IEnumerable<WorkbookColumn> LineColumns() =>
    [
        new("Tổ chức", 46), new("Mã tổ chức", 22), new("Cấp", 6), new("Hoàn thành", 11), new("Phải nộp", 10), new("Đã nộp", 10), new("Còn thiếu", 10), new("Trễ hạn", 10),
        .. Forms.SelectMany(form => new WorkbookColumn[] { new($"{FormName(form)}: phải nộp", 12), new($"{FormName(form)}: đã nộp", 12), new($"{FormName(form)}: còn thiếu", 12) }),
        new("Bản thứ hai phải gửi", 12), new("Bản thứ hai đã nhận", 12), new("Được miễn", 10), new("Tự nguyện", 10), new("Tự nguyện đã nộp", 12),
    ];

    private static IReadOnlyList<Cell> Line(CompletionTotals line)
    {
        var counts = line.Counts;
        return
        [
            line.Organization.Name, line.Organization.Code, line.Depth + 1, new Cell.Percent(counts.Percent / 100.0), counts.Required, counts.Done, counts.Missing, counts.Late,
            .. Forms.Select(form => counts.Forms[form]).SelectMany(form => new Cell[] { form.Required, form.Done, form.Missing }),
            counts.Copies.Due, counts.Copies.Received, counts.Forms.Values.Sum(form => form.Exempt), counts.Forms.Values.Sum(form => form.Voluntary), counts.Forms.Values.Sum(form => form.VoluntaryDone),
        ];
    }

    private static WorkbookSheet Names(string name, IEnumerable<DutyState> states) => new(
        name,
        [
            new("Họ và tên / tổ chức", 34), new("Mã cán bộ", 11), new("Chức danh", 30), new("Tổ chức", 40), new("Biểu mẫu", 10), new("Trạng thái", 15), new("Trễ hạn", 9),
            new("Thời điểm nộp", 17), new("Lý do", 48), new("Căn cứ Hướng dẫn, mục", 22),
        ],
        states.Select(state => (IReadOnlyList<Cell>)
        [
            state.Duty.Person?.FullName ?? state.Duty.Organization.Name, state.Duty.Person?.Code, state.Duty.Person?.Position, state.Duty.Organization.Name, FormName(state.Duty.Form.Value),
            Words.State(state.State), state.IsLate ? "Trễ hạn" : "", state.Current is { } current ? new Cell.Moment(current.ReceivedAt) : new Cell.Empty(),
            DutyWords.Why(state.Duty), Words.Clause(DutyWords.Clause(state.Duty)),
        ]));

    private static IEnumerable<WorkbookColumn> CopyColumns() =>
        [new("Họ và tên", 28), new("Mã cán bộ", 11), new("Chức danh", 34), new("Tổ chức", 40), new("Gửi cấp ủy", 40), new("Kế hoạch", 15), new("Bản thứ hai", 13), new("Thời điểm nhận", 17)];

    private static IReadOnlyList<Cell> Copy(DutyState state)
    {
        var received = state.Current?.ManagingReceivedAt;
        return
        [
            state.Duty.Person?.FullName, state.Duty.Person?.Code, state.Duty.Person?.Position, state.Duty.Organization.Name, state.Duty.ManagingCommittee?.Name ?? OutsideTheCity,
            Words.State(state.State), received is null ? "Chưa nhận" : "Đã nhận", received is { } at ? new Cell.Moment(at) : new Cell.Empty(),
        ];
    }

    private static IEnumerable<(string Name, Cell Value)> Facts(CompletionView view, Caller caller, DateTimeOffset now) =>
    [
        ("Đợt đăng ký", $"Năm {view.Tree.Campaign.Year} ({view.Tree.Campaign.Code})"),
        ("Tổ chức (gồm cả trực thuộc)", view.Top.Name),
        ("Hạn nộp", new Cell.Day(view.Tree.Campaign.Deadline)),
        ("Tính đến", view.AsOf.Day is { } day ? new Cell.Day(day) : new Cell.Moment(view.AsOf.At)),
        ("Xuất lúc", new Cell.Moment(now)),
        ("Người xuất", caller.Person.FullName),
    ];

    private static string FormName(string form) => $"Mẫu {form[^2..]}";
}
