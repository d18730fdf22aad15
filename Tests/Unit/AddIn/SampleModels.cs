using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Completion;
using HocTap.Office.AddIn.Operations;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.AddIn.Registers;
using HocTap.Office.AddIn.Reviews;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.AddIn.SignIn;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>Models as the service would build them for the sample city on 22/11/2026, for HT2027.</summary>
internal static class SampleModels
{
    public static readonly FormCode Mau01 = FormCode.Parse("mau01");
    public static readonly FormCode Mau02 = FormCode.Parse("mau02");
    public static readonly FormCode Mau03 = FormCode.Parse("mau03");

    private static readonly DateOnly Deadline = new(2027, 3, 31);
    private static readonly Guid Filed = Guid.Parse("01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77");

    public static FormDefinition Plan => FormCatalog.Find(Mau03) ?? throw new InvalidOperationException("Mẫu 03 is not there.");

    public static ShellModel Shell(PageName page, bool known = true) => new()
    {
        Current = page,
        Person = known ? new ShellPerson("N0037", "Châu Thị Bích Yến", "Đảng ủy phường Đằng Vân") : null,
    };

    public static SignInModel SignIn => new()
    {
        Shell = Shell(PageName.SignIn, known: false),
        Personas =
        [
            new("N0326", "Đường Duy Đệ", "Phòng Tư pháp thành phố", "Chuyên viên: tự lập kế hoạch cá nhân (Mẫu 03)"),
            new("N0328", "Châu Thế Khởi", "Phòng Tư pháp thành phố", "Văn thư: nộp thay và giữ thông tin chung của đơn vị"),
            new("N0323", "Phạm Xuân Nghĩa", "Phòng Tư pháp thành phố", "Trưởng phòng: xem xét hồ sơ, theo dõi hoàn thành"),
            new("N0008", "Đặng Thị Ánh Đào", "Thành ủy Lam Kiều", "Ban Tuyên giáo: xem xét cả thành phố"),
            new("N0001", "Thạch Đình Phước", "Thành ủy Lam Kiều", "Bí thư: theo dõi tình hình toàn thành phố"),
            new("N0037", "Châu Thị Bích Yến", "Đảng ủy phường Đằng Vân", "Bí thư phường: có mục nêu gương, lập hai bản"),
        ],
        PeopleCount = 421,
    };

    public static PeopleModel People(string query) => new()
    {
        Query = query,
        People = [new("N0328", "Châu Thế Khởi", "Chuyên viên", "Phòng Tư pháp thành phố"), new("N0037", "Châu Thị Bích Yến", "", "Đảng ủy phường Đằng Vân")],
        Total = 31,
    };

    public static DutyCard Duty(string state = "none", bool available = true) => new()
    {
        Form = Mau03,
        FormTitle = "Mẫu 03 - Kế hoạch cá nhân",
        Available = available,
        Campaign = "HT2027",
        Year = 2027,
        Organization = "DU-P-DANGVAN",
        OrganizationName = "Đảng ủy phường Đằng Vân",
        Person = "N0037",
        Obligation = Obligation.Required,
        Basis = "2.2a, 2.2b",
        Deadline = Deadline,
        DaysLeft = 129,
        State = state,
        Late = false,
        Open = true,
        Submission = state == "none" ? null : Filed,
        Comment = state == "returned" ? "Mục II.2 chưa có thời gian hoàn thành cụ thể." : "",
        SecondCopyTo = "Thành ủy Lam Kiều",
    };

    public static DutiesModel Duties => new()
    {
        FullName = "Châu Thị Bích Yến",
        Duties =
        [
            Duty() with { Campaign = "HT2026", Year = 2026, Deadline = new(2026, 3, 31), DaysLeft = -236, Late = true },
            Duty("returned"),
            Duty() with { DaysLeft = 9 },
            Duty(available: false) with { Form = Mau01, FormTitle = "Mẫu 01 - Nội dung đột phá", Person = null, SecondCopyTo = null, Basis = "2.1a" },
            Duty("submitted") with { SecondCopyTo = null, CanWithdraw = true, Revision = 1, Version = 2 },
        ],
    };

    public static ClerkModel Clerk => new([new("HT2027", T("Năm {0}", 2027)), new("HT2024", T("Năm {0}", 2024))], [new("P-TP", "Phòng Tư pháp thành phố")]);

    public static ClerkPeopleModel PeopleToFileFor(string query) => new()
    {
        Form = Mau03,
        Campaign = "HT2027",
        Query = query,
        Total = 31,
        People =
        [
            PersonToFileFor("N0326", "Đường Duy Đệ", "none"),
            PersonToFileFor("N0327", "Đinh Công Thưởng", "submitted") with { CanWithdraw = true, Submission = Filed, Revision = 1, Version = 2 },
            PersonToFileFor("N0325", "Đinh Thị Thu Tuyết", "returned") with { Late = true, Obligation = Obligation.Voluntary, Submission = Filed, Revision = 2, Version = 5 },
        ],
    };

    private static PersonDuty PersonToFileFor(string code, string name, string state) => new()
    {
        Person = code,
        FullName = name,
        Position = "Chuyên viên",
        Organization = "P-TP",
        OrganizationName = "Phòng Tư pháp thành phố",
        Obligation = Obligation.Required,
        State = state,
        Late = false,
    };

    public static UnitDefaultsModel UnitDefaults => new()
    {
        Campaign = "HT2027",
        Year = 2027,
        Organization = "P-TP",
        OrganizationName = "Phòng Tư pháp thành phố",
        Version = 3,
        Groups = [.. Plan.Groups.Select(group => ($"{group.Title} (Mẫu 03)", (IReadOnlyList<FieldDefinition>)[.. group.Fields.Where(its => its.ByClerk)])).Where(group => group.Item2.Count > 0)],
        Values = new Dictionary<string, string> { ["orgPlanNumber"] = "03-KH/CB", ["orgPlanDate"] = "2027-01-12", ["orgPlanIssuer"] = "Chi bộ Phòng Tư pháp" },
        CannotKeep = "",
    };

    /// <summary>A whole plan that somebody files for its owner, filed before, with last year's plan beside.</summary>
    public static FormEditorModel EditorOnBehalf(string state) => Editor(Complete) with
    {
        Caller = "N0046",
        Current = new CurrentDocument(Filed, state, 2, 5, new DateTimeOffset(2026, 11, 22, 3, 4, 0, TimeSpan.Zero), state == "returned" ? "Mục II.2 chưa có thời gian hoàn thành cụ thể." : ""),
        RowComments = state == "returned" ? new Dictionary<string, string> { ["r-1"] = "Việc này cần mốc thời gian." } : new Dictionary<string, string>(),
        LastYear = new LastYearDocument(2025, Complete),
    };

    public static FormEditorModel Editor(FormValues? values = null) => new()
    {
        Form = Plan,
        Campaign = "HT2027",
        Organization = "DU-P-DANGVAN",
        OrganizationName = "Đảng ủy phường Đằng Vân",
        Person = "N0037",
        PersonName = "Châu Thị Bích Yến",
        Caller = "N0037",
        Values = values ?? Prefilled,
        Sources = new Dictionary<string, string>
        {
            ["placeName"] = "organization",
            ["fullName"] = "directory",
            ["dateOfBirth"] = "directory",
            ["workUnit"] = "organization",
            ["partyPosition"] = "directory",
            ["orgPlanIssuer"] = "defaults",
        },
        Context = new RuleContext(2027, new DateOnly(2026, 11, 22), Required: true, MinRows: 1, MaxRows: 2),
        Deadline = Deadline,
        DaysLeft = 129,
        CannotFile = "",
    };

    /// <summary>The editor of an organization's form.</summary>
    public static FormEditorModel EditorOf(FormCode form, FormValues values) => Editor(values) with
    {
        Form = FormCatalog.Find(form) ?? throw new InvalidOperationException($"{form} is not there."),
        Person = null,
        PersonName = null,
        Context = new RuleContext(2024, new DateOnly(2024, 3, 1), Required: true, MinRows: 1, MaxRows: null),
    };

    public static FormValues Prefilled => new(
        new Dictionary<string, string>
        {
            ["superiorOrgName"] = "ĐẢNG BỘ THÀNH PHỐ LAM KIỀU",
            ["orgName"] = "ĐẢNG ỦY PHƯỜNG ĐẰNG VÂN",
            ["placeName"] = "Đằng Vân",
            ["fullName"] = "Châu Thị Bích Yến",
            ["dateOfBirth"] = "1981-06-27",
            ["workUnit"] = "Đảng ủy phường Đằng Vân",
            ["partyPosition"] = "Bí thư Đảng ủy",
            ["orgPlanIssuer"] = "Đảng ủy phường Đằng Vân",
            ["closingAddressee"] = "Cơ quan phường Đằng Vân",
            ["planOwnerName"] = "Châu Thị Bích Yến",
        },
        new Dictionary<string, IReadOnlyList<FormRow>>());

    public static FormValues Complete => new(
        new Dictionary<string, string>(Prefilled.Fields)
        {
            ["documentDate"] = "2027-03-11",
            ["actionContent"] = "- Mỗi tháng đối thoại với nhân dân một lần tại tổ dân phố.\n- Không để tồn đọng đơn, thư quá hạn.\n- Tiết kiệm 10% chi thường xuyên.",
            ["actionSolution"] = "- Công khai lịch tiếp dân trước ngày 05 hằng tháng.\nThời gian: từ tháng 3 đến tháng 12/2027.",
        },
        new Dictionary<string, IReadOnlyList<FormRow>>
        {
            ["exemplaryTasks"] =
            [
                new FormRow("r-1", new Dictionary<string, string>
                {
                    ["exemplaryGroup"] = "2",
                    ["exemplaryContent"] = "Chấm dứt tình trạng lấn chiếm vỉa hè đường Bờ Đông kéo dài từ năm 2019.",
                    ["exemplarySolution"] = "Trực tiếp làm tổ trưởng tổ công tác; hoàn thành trước 30/9/2027.",
                }),
            ],
        });

    public static RegisterRowsModel Rows(int count = 12, bool grouped = false) => new()
    {
        Register = "plans",
        Filter = new RegisterFilter("HT2027", "", "", "", "-receivedAt", grouped ? "organization" : ""),
        Columns =
        [
            new("personName", T("Họ và tên"), ColumnKind.Text, Sortable: true),
            new("organization", T("Tổ chức"), ColumnKind.Text, Sortable: true),
            new("actionContent", "Nội dung, công việc cụ thể", ColumnKind.Long, Sortable: false, IsOfForm: true),
            new("receivedAt", T("Nhận lúc"), ColumnKind.Time, Sortable: true),
            new("revision", T("Bản số"), ColumnKind.Number, Sortable: false),
            new("status", T("Trạng thái"), ColumnKind.State, Sortable: true),
        ],
        Groups = count == 0 ? []
            : grouped ? [new("DU-P-DANGVAN", "Đảng ủy phường Đằng Vân", 112, 3, SampleRows(0, count / 2), IsName: true), new("P-TP", "Phòng Tư pháp thành phố", 101, 0, SampleRows(1, count - (count / 2)), IsName: true)]
            : [new("", "", 213, 3, SampleRows(0, count))],
        Total = count == 0 ? 0 : 213,
        Next = count == 0 ? null : "c2",
    };

    private static IReadOnlyList<RegisterRow> SampleRows(int from, int count) => [.. Enumerable.Range(from, count).Select(index => new RegisterRow(
        Filed,
        index % 5 == 4,
        [
            index % 2 == 0 ? "Châu Thị Bích Yến" : "Đường Duy Đệ",
            index % 2 == 0 ? "Đảng ủy phường Đằng Vân" : "Phòng Tư pháp thành phố",
            "- Mỗi tháng đối thoại với nhân dân một lần tại tổ dân phố.\n- Không để tồn đọng đơn, thư quá hạn.\n- Tiết kiệm 10% chi thường xuyên.\n- Công khai lịch tiếp dân.",
            "2026-11-22T02:15:00Z",
            "1",
            Words.States[index % Words.States.Count],
        ]))];

    public static RegistersModel Registers(int rows = 12, bool grouped = false) => new()
    {
        Shell = Shell(PageName.Registers),
        Tabs = [new("plans", T("Kế hoạch cá nhân")), new("acts", T("Việc nêu gương"))],
        Campaigns = [new("HT2027", T("Năm {0}", 2027)), new("HT2025", T("Năm {0}", 2025)), new("HT2024", T("Năm {0}", 2024))],
        Organizations = [new("TU", "Thành ủy Lam Kiều", IsName: true), new("DU-P-DANGVAN", "Đảng ủy phường Đằng Vân", IsName: true), new("P-TP", "Phòng Tư pháp thành phố", IsName: true)],
        Groupings = [new("organization", T("Tổ chức")), new("status", T("Trạng thái"))],
        OwnOnly = false,
        Rows = Rows(rows, grouped),
    };

    public static SubmissionDetailModel Detail => new()
    {
        Id = Filed,
        Reader = "N0008",
        Version = 7,
        Revision = 2,
        Form = Plan,
        Year = 2027,
        OrganizationName = "Đảng ủy phường Đằng Vân",
        PersonName = "Châu Thị Bích Yến",
        SubmittedBy = "Châu Thị Bích Yến",
        ReceivedAt = new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero),
        State = "submitted",
        Late = false,
        HasDocument = true,
        Values = Complete,
        History =
        [
            new(new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero), "submitted", "Châu Thị Bích Yến", ""),
            new(new DateTimeOffset(2026, 11, 20, 9, 40, 0, TimeSpan.Zero), "returned", "Đặng Thị Ánh Đào", "Mục II.2 chưa có thời gian hoàn thành cụ thể."),
        ],
        CanAccept = true,
        CanReturn = true,
        CanWithdraw = true,
        Changes =
        [
            new("documentDate", "Ngày lập", "05/02/2027", "11/3/2027"),
            new("exemplaryTasks[0].exemplarySolution", "Công việc 1: Giải pháp, thời gian thực hiện", "Trực tiếp làm tổ trưởng tổ công tác.", "Trực tiếp làm tổ trưởng tổ công tác; hoàn thành trước 30/9/2027."),
            new("actionContent", "II.1 Nội dung, công việc cụ thể", "", string.Join('\n', Enumerable.Repeat("- Mỗi tháng đối thoại với nhân dân một lần tại tổ dân phố, có ghi biên bản và thông báo kết quả giải quyết.", 6))),
            new("exemplaryTasks", "Công việc đã bỏ", "Nhắc nhở cơ quan đi làm đúng giờ.", ""),
        ],
        LatestRemark = new("Mục II.2 chưa có thời gian hoàn thành cụ thể.", "Đặng Thị Ánh Đào", new DateTimeOffset(2026, 11, 20, 9, 40, 0, TimeSpan.Zero), 1),
        RowRemarks = new Dictionary<string, IReadOnlyList<Remark>>
        {
            ["r-1"] = [new("Việc này cần mốc thời gian và người phối hợp.", "Đặng Thị Ánh Đào", new DateTimeOffset(2026, 11, 20, 9, 40, 0, TimeSpan.Zero), 1)],
        },
        CanConfirmCopy = true,
        SecondCopyTo = "Thành ủy Lam Kiều",
    };

    public static ReviewListsModel ReviewLists(string? query = null) => new()
    {
        Query = query ?? "",
        Lists =
        [
            new() { For = WaitingFor.Review, Total = query is null ? 4 : 0, Documents = query is null ? Waiting : [] },
            new() { For = WaitingFor.Copy, Total = query is null ? 1 : 0, Documents = query is null ? [Waiting[0] with { Id = Guid.Parse("01936c2e-7f7a-7c3e-9d10-000000000009") }] : [] },
        ],
    };

    public static ReviewsModel Reviews(string? query = null) => new()
    {
        Shell = Shell(PageName.Reviews) with { Pages = [PageName.Pane, PageName.Reviews, PageName.Registers, PageName.Completion] },
        Campaigns = [new("HT2027", T("Năm {0}", 2027)), new("HT2025", T("Năm {0}", 2025))],
        Campaign = "HT2027",
        Lists = ReviewLists(query),
    };

    public static OpenWorkModel OpenWork => new()
    {
        Work =
        [
            new(41, T("Lưu văn bản và các dòng vào sổ"), "Châu Thị Bích Yến, Đảng ủy phường Đằng Vân", "Mẫu 03 - Kế hoạch cá nhân, năm 2027", Filed,
                new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero), true, 1, null, T("SharePoint không cho phép ghi. Hãy kiểm tra quyền của ứng dụng trên trang SharePoint rồi thử lại."),
                "403 accessDenied: The caller does not have permission to perform the action."),
            new(42, T("Gửi thư báo cho người nộp"), "Đường Duy Đệ, Phòng Tư pháp thành phố", "Mẫu 03 - Kế hoạch cá nhân, năm 2027", Filed,
                new DateTimeOffset(2026, 11, 22, 2, 20, 0, TimeSpan.Zero), true, 12, null, T("Không kết nối được với SharePoint."), "HttpRequestException: Connection refused"),
            new(43, T("Lưu kết quả xem xét, rút hồ sơ hoặc nhận bản thứ hai"), "Phòng Tư pháp thành phố", "Mẫu 01 - Nội dung đột phá, năm 2027", Filed,
                new DateTimeOffset(2026, 11, 22, 2, 25, 0, TimeSpan.Zero), false, 3, new DateTimeOffset(2026, 11, 22, 2, 26, 0, TimeSpan.Zero), T("SharePoint đang bận hoặc giới hạn số lần ghi."), "429 tooManyRequests: …"),
        ],
    };

    public static OperationsModel Operations(bool none = false) => new()
    {
        Shell = Shell(PageName.Operations) with { Pages = [PageName.Pane, PageName.Reviews, PageName.Registers, PageName.Completion, PageName.Operations] },
        Open = none ? new() { Work = [] } : OpenWork,
    };

    public static ProblemModel Problem(bool passes = false) => new()
    {
        Shell = Shell(PageName.Registers) with { Current = null },
        Title = passes ? "Hệ thống chưa sẵn sàng" : "Không tìm thấy",
        Detail = passes ? "Danh bạ và các đợt đăng ký đang được nạp." : "Không có sổ hoặc đợt đăng ký này.",
        Address = "/registers?register=xyz",
        Passes = passes,
    };

    private static IReadOnlyList<WaitingDocument> Waiting =>
    [
        Document(1, "Châu Thị Bích Yến", "Đảng ủy phường Đằng Vân") with { Revision = 2 },
        Document(2, "Đường Duy Đệ", "Phòng Tư pháp thành phố") with { Late = true },
        Document(3, "Chi bộ Tổ dân phố số 3, phường Đằng Vân", "") with { Form = "Mẫu 01 - Nội dung đột phá" },
        Document(4, "Thạch Đình Phước", "Thành ủy Lam Kiều"),
    ];

    private static WaitingDocument Document(int number, string name, string organization) => new(
        Guid.Parse($"01936c2e-7f7a-7c3e-9d10-00000000000{number}"), number, name, organization, "Mẫu 03 - Kế hoạch cá nhân",
        new DateTimeOffset(2026, 11, 20 + number, 2, 15, 0, TimeSpan.Zero), false, 1);

    public static CompletionLine Line(string code, string name, int depth, int required, int done, int late = 0) => new()
    {
        Organization = code,
        Name = name,
        Depth = depth,
        Forms =
        [
            new() { Form = Mau01, Required = 2, Done = 1, Missing = 1, Late = 0 },
            new() { Form = Mau02, Required = 1, Done = 1, Missing = 0, Late = 0 },
            new() { Form = Mau03, Required = required, Done = done, Missing = required - done, Late = late, Exempt = 9, Voluntary = 18, VoluntaryDone = 4 },
        ],
        CopiesDue = required / 2,
        CopiesReceived = done / 3,
    };

    public static CompletionModel Completion => new()
    {
        Shell = Shell(PageName.Completion),
        Campaigns = [new("HT2027", T("Năm {0}", 2027)), new("HT2024", T("Năm {0}", 2024))],
        Campaign = "HT2027",
        Deadline = Deadline,
        DaysLeft = 129,
        AsOf = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero),
        Today = new DateOnly(2026, 11, 22),
        Lines =
        [
            Line("TU", "Thành ủy Lam Kiều", 0, 394, 251, 3),
            Line("DU-P-DANGVAN", "Đảng ủy phường Đằng Vân", 1, 19, 19) with { Forms = [new() { Form = Mau03, Required = 19, Done = 19, Missing = 0, Late = 0 }] },
            Line("CB-TDP3-DANGVAN", "Chi bộ Tổ dân phố số 3, phường Đằng Vân", 2, 4, 1),
            Line("DU-X-ANPHU", "Đảng ủy xã An Phú", 1, 22, 0, 2),
            Line("P-TP", "Phòng Tư pháp thành phố", 1, 7, 5),
        ],
    };

    public static CompletionModel CompletionWithoutRole => Completion with
    {
        Lines = [],
        OwnDuties = Duties,
        AskWhom = WithNames("Tài khoản này chưa được giao theo dõi tổ chức nào. Nếu cần, hãy hỏi {0} ({1}).", "Phạm Xuân Nghĩa", "nghiapx@lamkieu.example"),
    };

    public static DrillDownModel DrillDown => new()
    {
        Campaign = "HT2027",
        Line = Line("P-TP", "Phòng Tư pháp thành phố", 1, 7, 5),
        Missing =
        [
            new(Mau02, "Phòng Tư pháp thành phố", "", "Phòng Tư pháp thành phố", "none", false, false, "2.1b", T("Tổ chức phải đăng ký mô hình tiêu biểu"), null),
            new(Mau03, "Đường Duy Đệ", "Chuyên viên", "Phòng Tư pháp thành phố", "returned", false, true, "2.2a", T("Cán bộ, công chức, viên chức trong hệ thống chính trị"), DocumentPath),
        ],
        Done = [new(Mau03, "Phạm Xuân Nghĩa", "Trưởng phòng", "Phòng Tư pháp thành phố", "accepted", true, false, "2.2a", T("Cấp ủy viên"), DocumentPath)],
        Exempt = [new(Mau03, "Lý Thị Sen", "Đảng viên", "Chi bộ Tổ dân phố số 3", "none", false, false, "2.2a, ngoại lệ", T("Đảng viên chi bộ thôn, tổ dân phố không phải cấp ủy viên"), null)],
        Voluntary =
        [
            new(Mau01, "Phòng Tư pháp thành phố", "", "Phòng Tư pháp thành phố", "none", false, false, "", T("Hướng dẫn không bắt buộc loại hình tổ chức này"), null),
            new(Mau03, "Trần Văn Úy", "Hội viên", "Chi bộ Tổ dân phố số 3", "submitted", true, false, "2.2a, câu cuối", T("Không phải đảng viên, cán bộ, công chức, viên chức; được khuyến khích đăng ký"), DocumentPath),
        ],
        Copies =
        [
            new(new(Mau03, "Phạm Xuân Nghĩa", "Trưởng phòng", "Phòng Tư pháp thành phố", "accepted", true, false, "2.2a", T("Cấp ủy viên"), DocumentPath), "Thành ủy Lam Kiều", new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero)),
            new(new(Mau03, "Châu Thế Khởi", "Phó Trưởng phòng", "Phòng Tư pháp thành phố", "none", false, false, "2.2a", T("Cấp ủy viên"), null), "Thành ủy Lam Kiều", null),
        ],
    };

    private static string DocumentPath => $"/registers?register=plans&campaign=HT2027&submission={Filed}";
}
