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
}

/// <summary>A list or document library of the site.</summary>
internal sealed record ListSchema(string Name, string DisplayName, IReadOnlyList<ColumnSchema> Columns, bool IsLibrary = false)
{
    /// <summary>The name of the unique column that identifies an item; "" for the library, whose items are identified by their file.</summary>
    public string Key => Columns.FirstOrDefault(column => column.Unique)?.Name ?? "";
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
    ]);

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
    ]);

    /// <summary>«Phân quyền».</summary>
    public static ListSchema Roles { get; } = new("Roles", "Phân quyền",
    [
        new("RoleKey", "Mã phân quyền", Indexed: true, Unique: true),
        new("PersonCode", "Mã cán bộ", Indexed: true),
        new("Role", "Vai trò"),
        new("OrganizationCode", "Phạm vi tổ chức"),
    ]);

    /// <summary>«Hồ sơ đăng ký», a document library.</summary>
    public static ListSchema Submissions { get; } = new("Submissions", "Hồ sơ đăng ký",
    [
        new("SubmissionId", "Mã hồ sơ", Indexed: true),
        new("Campaign", "Đợt đăng ký", Indexed: true),
        new("Organization", "Tổ chức", Indexed: true),
        new("Form", "Biểu mẫu", Indexed: true),
        new("Person", "Mã cán bộ", Indexed: true),
        new("PersonName", "Họ và tên"),
        new("Status", "Trạng thái", ColumnKind.Choice, Indexed: true) { Choices = SubmissionStatus.Labels },
        new("ReceivedAt", "Thời điểm tiếp nhận", ColumnKind.Instant, Indexed: true),
        new("SubmittedBy", "Người nộp"),
        new("ContentHash", "Dấu nội dung"),
        new("Revision", "Lần nộp", ColumnKind.Number),
        new("StateVersion", "Phiên bản trạng thái", ColumnKind.Number),
        new("Late", "Nộp muộn", ColumnKind.Boolean, Indexed: true),
        new("ManagingOrganization", "Cấp ủy nhận bản thứ hai", Indexed: true),
        new("ManagingReceivedAt", "Thời điểm cấp ủy nhận bản thứ hai", ColumnKind.Instant),
        new("WithdrawnAt", "Thời điểm rút", ColumnKind.Instant),
        new("Rating", "Đánh giá"),
    ], IsLibrary: true);

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
    ]);

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
    ]);

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
    ]);

    /// <summary>«Việc nêu gương», the rows of section III of Mẫu 03.</summary>
    public static ListSchema ExemplaryActs { get; } = new("ExemplaryActs", "Việc nêu gương",
    [
        .. RowColumns,
        new("ExemplaryGroup", "Nhóm việc"),
        new("ExemplaryContent", "Nội dung, mục tiêu", ColumnKind.Note),
        new("ExemplarySolution", "Giải pháp, thời gian thực hiện", ColumnKind.Note),
        new("TermPlanLink", "Gắn với kế hoạch toàn khóa", ColumnKind.Note),
        new("Results", "Kết quả", ColumnKind.Note),
    ]);

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
    ]);

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
        new("Percent", "Tỷ lệ hoàn thành", ColumnKind.Number),
        new("State", "Tình trạng", ColumnKind.Choice, Indexed: true) { Choices = ["chưa có", "đang nộp", "hoàn thành"] },
    ]);

    /// <summary>All of them, in the order in which they are made.</summary>
    public static IReadOnlyList<ListSchema> Lists { get; } =
        [Campaigns, Organizations, People, Roles, Submissions, BreakthroughTasks, ExemplaryModels, PersonalPlans, ExemplaryActs, Reviews, Completion];

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
