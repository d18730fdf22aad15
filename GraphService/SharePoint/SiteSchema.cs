using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Authoring;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>One line, at most 255 characters.</summary>
    Text,

    /// <summary>Several lines of plain text.</summary>
    Note,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An instant.</summary>
    Instant,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of a few labels.</summary>
    Choice,
}

/// <summary>A column: ASCII internal name, Vietnamese display name.</summary>
internal sealed record ColumnSchema(string Name, string DisplayName, ColumnKind Kind = ColumnKind.Text, bool Indexed = false, bool Unique = false)
{
    /// <summary>The labels of a <see cref="ColumnKind.Choice"/> column.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The name of a column format in the folder Formatting; empty for none.</summary>
    public string Format { get; init; } = "";
}

/// <summary>A list or document library of the site.</summary>
internal sealed record ListSchema(string Name, string DisplayName, IReadOnlyList<ColumnSchema> Columns, bool IsLibrary = false)
{
    /// <summary>The template SharePoint makes it from.</summary>
    public string Template => IsLibrary ? "documentLibrary" : "genericList";

    /// <summary>The name of the unique column that identifies an item; "" for the library, whose items are identified by their file.</summary>
    public string Key => Columns.FirstOrDefault(column => column.Unique)?.Name ?? "";

    /// <summary>Our views, beside those that SharePoint and people make.</summary>
    public IReadOnlyList<ViewSchema> Views { get; init; } = [];

    /// <summary>True when only the site's owners may read it («phân quyền riêng»).</summary>
    public bool IsClosed { get; init; }
}

/// <summary>The site's lists, libraries and columns: the one table that provisioning makes, verification checks and the gateway writes.</summary>
internal static class SiteSchema
{
    /// <summary>«Đợt đăng ký».</summary>
    public static ListSchema Campaigns { get; } = new("Campaigns", "Đợt đăng ký",
    [
        new("Code", "Mã đợt", Indexed: true, Unique: true),
        new("Year", "Năm", ColumnKind.Number),
        new("Deadline", "Thời hạn", ColumnKind.Day),
        new("Settings", "Thiết lập", ColumnKind.Note),
    ]);

    /// <summary>«Tổ chức».</summary>
    public static ListSchema Organizations { get; } = new("Organizations", "Tổ chức",
    [
        new("Code", "Mã tổ chức", Indexed: true, Unique: true),
        new("Name", "Tên tổ chức"),
        new("Kind", "Loại hình", Indexed: true),
        new("ParentCode", "Tổ chức cấp trên", Indexed: true),
        new("HeaderSuperior", "Cơ quan cấp trên (đầu văn bản)"),
        new("HeaderName", "Tên đầu văn bản"),
        new("HeadingVariant", "Mẫu đầu văn bản", ColumnKind.Choice) { Choices = [.. HeadingVariants.All.Select(heading => heading.Title)] },
        new("PlaceName", "Địa danh"),
        new("Email", "Thư điện tử"),
        new("ValidFrom", "Hiệu lực từ", ColumnKind.Day),
        new("ValidTo", "Hiệu lực đến", ColumnKind.Day),
    ])
    {
        Views =
        [
            ViewSchema.InOrder("HocTapByParent", "Theo tổ chức cấp trên", "ParentCode", ["ParentCode", "Code", "Name", "Kind", "Email"]),
            ViewSchema.InOrder("HocTapByKind", "Theo loại hình", "Kind", ["Kind", "Code", "Name", "ParentCode"]),
        ],
    };

    /// <summary>«Cán bộ, đảng viên».</summary>
    public static ListSchema People { get; } = new("People", "Cán bộ, đảng viên",
    [
        new("Code", "Mã cán bộ", Indexed: true, Unique: true),
        new("FullName", "Họ và tên"),
        new("DateOfBirth", "Ngày sinh", ColumnKind.Day),
        new("Email", "Thư điện tử", Indexed: true),
        new("OrganizationCode", "Tổ chức", Indexed: true),
        new("Position", "Chức danh"),
        new("PartyPosition", "Chức vụ Đảng"),
        new("GovernmentPosition", "Chức vụ chính quyền, đoàn thể"),
        new("Category", "Đối tượng"),
        new("IsPartyMember", "Là đảng viên", ColumnKind.Boolean),
        new("IsCommitteeMember", "Là cấp ủy viên", ColumnKind.Boolean),
        new("IsLeader", "Là lãnh đạo, quản lý", ColumnKind.Boolean),
        new("IsHead", "Là người đứng đầu", ColumnKind.Boolean),
        new("ManagingOrganization", "Cấp ủy quản lý"),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "OrganizationCode", ["OrganizationCode", "Code", "FullName", "Position", "PartyPosition", "Category"])],
        IsClosed = true,
    };

    /// <summary>«Phân quyền».</summary>
    public static ListSchema Roles { get; } = new("Roles", "Phân quyền",
    [
        new("RoleKey", "Mã phân quyền", Indexed: true, Unique: true),
        new("PersonCode", "Mã cán bộ", Indexed: true),
        new("Role", "Vai trò"),
        new("OrganizationCode", "Phạm vi tổ chức"),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByPerson", "Theo cán bộ", "PersonCode", ["PersonCode", "Role", "OrganizationCode"])],
        IsClosed = true,
    };

    /// <summary>«Hồ sơ đăng ký», a document library.</summary>
    public static ListSchema Submissions { get; } = new("Submissions", "Hồ sơ đăng ký",
    [
        new("SubmissionId", "Mã hồ sơ", Indexed: true),
        new("Campaign", "Đợt đăng ký", Indexed: true),
        new("Organization", "Tổ chức", Indexed: true),
        new("Form", "Biểu mẫu", Indexed: true),
        new("Person", "Mã cán bộ", Indexed: true),
        new("PersonName", "Họ và tên"),
        new("Status", "Trạng thái", ColumnKind.Choice, Indexed: true) { Choices = SubmissionStatus.Labels, Format = "status" },
        new("ReceivedAt", "Thời điểm tiếp nhận", ColumnKind.Instant, Indexed: true),
        new("SubmittedBy", "Người nộp"),
        new("ContentHash", "Dấu nội dung"),
        new("Revision", "Lần nộp", ColumnKind.Number),
        new("StateVersion", "Phiên bản trạng thái", ColumnKind.Number),
        new("Late", "Nộp muộn", ColumnKind.Boolean, Indexed: true) { Format = "late" },
        new("ManagingOrganization", "Cấp ủy nhận bản thứ hai", Indexed: true),
        new("ManagingReceivedAt", "Thời điểm cấp ủy nhận bản thứ hai", ColumnKind.Instant),
        new("WithdrawnAt", "Thời điểm rút", ColumnKind.Instant),
        new("WaitingSince", "Chờ xem xét từ", ColumnKind.Instant, Indexed: true),
        new("Rating", "Đánh giá"),
    ], IsLibrary: true)
    {
        Views =
        [
            ViewSchema.InOrder("HocTapByStatus", "Theo trạng thái", "Status", ["Status", .. SubmissionColumns]),
            ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", [.. SubmissionColumns, "Status"]),
            ViewSchema.InOrder("HocTapLate", "Nộp muộn", "Late", [.. SubmissionColumns, "Status"], descending: true),
            ViewSchema.InOrder("HocTapWaiting", "Chờ xem xét", "WaitingSince", ["WaitingSince", .. SubmissionColumns, "Status"], descending: true) with { Format = "waiting-view" },
        ],
    };

    /// <summary>«Nhiệm vụ đột phá», rows of Mẫu 01.</summary>
    public static ListSchema BreakthroughTasks { get; } = new("BreakthroughTasks", "Nhiệm vụ đột phá",
    [
        .. RowColumns,
        new("TaskContent", "Nội dung nhiệm vụ đột phá", ColumnKind.Note),
        new("LeadUnit", "Đơn vị chủ trì", ColumnKind.Note),
        new("CoordinatingUnits", "Đơn vị phối hợp", ColumnKind.Note),
        new("Timeframe", "Thời gian thực hiện", ColumnKind.Note),
        new("AdvisingUnits", "Đơn vị tham mưu", ColumnKind.Note),
        new("TaskSource", "Nguồn nhiệm vụ"),
        new("ProblemTag", "Vấn đề khắc phục"),
        new("Results", "Kết quả", ColumnKind.Note),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["Organization", "Campaign", "Current", "RowNumber", "TaskContent", "LeadUnit", "Timeframe", "Results"])],
    };

    /// <summary>«Mô hình tiêu biểu», rows of Mẫu 02.</summary>
    public static ListSchema ExemplaryModels { get; } = new("ExemplaryModels", "Mô hình tiêu biểu",
    [
        .. RowColumns,
        new("ModelName", "Tên mô hình", ColumnKind.Note),
        new("ModelAddress", "Địa chỉ", ColumnKind.Note),
        new("CurrentState", "Thực trạng của mô hình", ColumnKind.Note),
        new("ExpectedResult", "Mục tiêu, dự kiến hiệu quả", ColumnKind.Note),
        new("ModelContent", "Nội dung mô hình", ColumnKind.Note),
        new("Outcome", "Kết luận hằng năm"),
        new("ReplicatedFrom", "Nhân rộng từ"),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["Organization", "Campaign", "Current", "RowNumber", "ModelName", "ModelAddress", "Outcome"])],
    };

    /// <summary>«Kế hoạch cá nhân», one row for each Mẫu 03.</summary>
    public static ListSchema PersonalPlans { get; } = new("PersonalPlans", "Kế hoạch cá nhân",
    [
        .. RowColumns,
        new("WorkUnit", "Đơn vị công tác", ColumnKind.Note),
        new("PartyPosition", "Chức vụ Đảng", ColumnKind.Note),
        new("GovernmentPosition", "Chức vụ chính quyền, đoàn thể", ColumnKind.Note),
        new("ActionContent", "Nội dung, công việc cụ thể", ColumnKind.Note),
        new("ActionSolution", "Giải pháp, thời gian thực hiện", ColumnKind.Note),
        new("Results", "Kết quả", ColumnKind.Note),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["Organization", "Campaign", "Current", "PersonName", "ActionContent", "Results"])],
    };

    /// <summary>«Việc nêu gương», the rows of section III of Mẫu 03.</summary>
    public static ListSchema ExemplaryActs { get; } = new("ExemplaryActs", "Việc nêu gương",
    [
        .. RowColumns,
        new("ExemplaryGroup", "Nhóm việc"),
        new("ExemplaryContent", "Nội dung, mục tiêu", ColumnKind.Note),
        new("ExemplarySolution", "Giải pháp, thời gian thực hiện", ColumnKind.Note),
        new("TermPlanLink", "Gắn với kế hoạch toàn khóa", ColumnKind.Note),
        new("Results", "Kết quả", ColumnKind.Note),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["Organization", "Campaign", "Current", "PersonName", "ExemplaryGroup", "ExemplaryContent", "Results"])],
    };

    /// <summary>«Xem xét».</summary>
    public static ListSchema Reviews { get; } = new("Reviews", "Xem xét",
    [
        new("ReviewId", "Mã xem xét", Indexed: true, Unique: true),
        new("SubmissionId", "Mã hồ sơ", Indexed: true),
        new("RowId", "Mã dòng"),
        new("Decision", "Quyết định"),
        new("Comment", "Ý kiến", ColumnKind.Note),
        new("ReviewedBy", "Người xem xét"),
        new("ReviewedAt", "Thời điểm xem xét", ColumnKind.Instant, Indexed: true),
    ])
    {
        Views = [ViewSchema.InOrder("HocTapNewest", "Mới nhất", "ReviewedAt", ["ReviewedAt", "SubmissionId", "Decision", "Comment", "ReviewedBy"], descending: true)],
        IsClosed = true,
    };

    /// <summary>«Tình hình hoàn thành».</summary>
    public static ListSchema Completion { get; } = new("Completion", "Tình hình hoàn thành",
    [
        new("Key", "Mã", Indexed: true, Unique: true),
        new("Campaign", "Đợt đăng ký", Indexed: true),
        new("Organization", "Tổ chức", Indexed: true),
        new("Required", "Phải nộp", ColumnKind.Number),
        new("Done", "Đã nộp", ColumnKind.Number),
        new("Missing", "Còn thiếu", ColumnKind.Number),
        new("Late", "Muộn", ColumnKind.Number),
        new("CopiesDue", "Bản thứ hai phải gửi", ColumnKind.Number),
        new("CopiesReceived", "Bản thứ hai đã nhận", ColumnKind.Number),
        new("Percent", "Tỷ lệ hoàn thành", ColumnKind.Number) { Format = "percent" },
        new("State", "Tình trạng", ColumnKind.Choice, Indexed: true) { Choices = ["chưa có", "đang nộp", "hoàn thành"], Format = "state" },
    ])
    {
        Views =
        [
            ViewSchema.InOrder("HocTapByState", "Theo tình trạng", "State", ["State", "Organization", "Campaign", "Percent", "Required", "Done", "Missing", "Late"]),
            ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["Organization", "Campaign", "State", "Percent", "Required", "Done", "Missing", "Late"]),
        ],
    };

    /// <summary>«Biểu mẫu», a document library: the templates that organizations made of the official ones, each version a file.</summary>
    public static ListSchema FormTemplates { get; } = new("FormTemplates", "Biểu mẫu",
    [
        new("TemplateId", "Mã biểu mẫu", Indexed: true),
        new("Campaign", "Đợt đăng ký", Indexed: true),
        new("Organization", "Tổ chức", Indexed: true),
        new("Form", "Biểu mẫu", Indexed: true),
        new("TemplateVersion", "Phiên bản", ColumnKind.Number),
        new("RegisteredBy", "Người đăng ký"),
        new("RegisteredAt", "Thời điểm đăng ký", ColumnKind.Instant),
    ], IsLibrary: true)
    {
        Views = [ViewSchema.InOrder("HocTapByOrganization", "Theo tổ chức", "Organization", ["LinkFilename", "Organization", "Campaign", "Form", "TemplateVersion", "RegisteredBy", "RegisteredAt"])],
    };

    /// <summary>All of them, in the order in which they are made.</summary>
    public static IReadOnlyList<ListSchema> Lists { get; } =
        [Campaigns, Organizations, People, Roles, Submissions, BreakthroughTasks, ExemplaryModels, PersonalPlans, ExemplaryActs, Reviews, Completion, FormTemplates];

    /// <summary>The lists whose changes are read back: all but the one that only tells what is known here.</summary>
    public static IReadOnlyList<ListSchema> Followed { get; } = [.. Lists.Where(list => list != Completion)];

    private static IReadOnlyList<string> SubmissionColumns => ["LinkFilename", "Campaign", "Organization", "Form", "PersonName", "ReceivedAt", "Late", "Rating"];

    private static IReadOnlyList<ColumnSchema> RowColumns =>
    [
        new("RowId", "Mã dòng", Indexed: true, Unique: true),
        new("SubmissionId", "Mã hồ sơ", Indexed: true),
        new("Campaign", "Đợt đăng ký", Indexed: true),
        new("Organization", "Tổ chức", Indexed: true),
        new("Person", "Mã cán bộ"),
        new("PersonName", "Họ và tên"),
        new("RowNumber", "Thứ tự", ColumnKind.Number),
        new("Current", "Bản hiện hành", ColumnKind.Boolean, Indexed: true),
    ];
}
