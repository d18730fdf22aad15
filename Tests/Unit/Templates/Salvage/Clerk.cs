using System.Globalization;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>How the head is typed.</summary>
internal enum HeadHabit { Table, Lines, Tabs, Spaces, None }

/// <summary>How rows are typed.</summary>
internal enum RowHabit { Table, ExtraColumns, OtherOrder, NoNumbers, BlankRows, Tabs, ColumnNumbers, ListOfLabels }

/// <summary>How the foot is typed.</summary>
internal enum FootHabit { Table, Spaces, Lines }

/// <summary>How the labels of the person are typed.</summary>
internal enum LabelHabit { Colon, TwoColons, Dots, Below, TwoInLine, Table, Bullets }

/// <summary>The habits of one clerk, a closed list that a seed chooses from.</summary>
internal sealed record Habits
{
    public HeadHabit Head { get; init; }

    public RowHabit Rows { get; init; }

    public FootHabit Foot { get; init; }

    public LabelHabit Labels { get; init; }

    /// <summary>True for the guideline's slips: «CÔNG SẢN», «thángnăm», a caption, paragraphs broken in the middle.</summary>
    public bool Slips { get; init; }

    /// <summary>True for other words in labels, heads and headings than the form has.</summary>
    public bool OtherWords { get; init; }

    public bool CapitalNames { get; init; }

    public bool Decomposed { get; init; }

    public bool SplitRuns { get; init; }

    /// <summary>True when section III keeps its second, empty work.</summary>
    public bool SampleWork { get; init; }

    public int Date { get; init; }

    public string? Font { get; init; }

    /// <summary>The clean form of the guideline, typed with care.</summary>
    public static Habits Careful { get; } = new();

    /// <summary>Any mixture of habits; the same for the same seed.</summary>
    public static Habits Mixed(int seed)
    {
        var state = (uint)seed + 1;
        int pick(int choices) => (int)((state = unchecked((state * 1_664_525) + 1_013_904_223)) >> 8) % choices;
        _ = pick(2);
        return new()
        {
            Head = (HeadHabit)pick(5), Rows = (RowHabit)pick(8), Foot = (FootHabit)pick(3), Labels = (LabelHabit)pick(7), Slips = pick(2) == 0, OtherWords = pick(3) == 0,
            CapitalNames = pick(4) == 0, Decomposed = pick(4) == 0, SplitRuns = pick(3) == 0, SampleWork = pick(3) == 0, Date = pick(Clerk.Dates.Count),
        };
    }

    public override string ToString() => $"{Head} {Rows} {Foot} {Labels}{(Slips ? " slips" : "")}{(OtherWords ? " other words" : "")}{(CapitalNames ? " CAPITALS" : "")}{(Decomposed ? " NFD" : "")}{(SplitRuns ? " runs" : "")}{(SampleWork ? " sample" : "")} date{Date}";
}

/// <summary>A clerk who types a form from its paper, without our controls.</summary>
internal sealed class Clerk(FormDefinition form, CampaignTexts campaign, FormValues values, Habits habits)
{
    public static IReadOnlyList<Func<DateOnly, string>> Dates { get; } =
    [
        VietnameseDates.Long,
        day => $"ngày {day.Day} tháng {day.Month} năm {day.Year}",
        day => $"Ngày {day.Day:00} tháng {day.Month:00} năm {day.Year}",
        day => $"ngày {day.Day}/{day.Month}/{day.Year}",
        day => $"ngày {day.Day:00}.{day.Month:00}.{day.Year}",
        day => $"ngày {day.Day:00} tháng {day.Month:00}năm {day.Year}",
        day => $"ngày   {day.Day}   tháng   {day.Month}   năm   {day.Year}",
    ];

    private static readonly Func<DateOnly, string>[] ShortDates =
    [
        VietnameseDates.Short, day => $"{day.Day}/{day.Month}/{day.Year}", day => $"{day.Day:00}-{day.Month:00}-{day.Year}", day => $"{day.Day}.{day.Month}.{day.Year}",
        day => $"{day.Day:00} / {day.Month:00} / {day.Year}", VietnameseDates.Long, day => $"ngày {day.Day} tháng {day.Month} năm {day.Year}",
    ];

    private TypedDocument paper = new();

    /// <summary>What stands on the paper of all the values: a habit may leave something out.</summary>
    public FormValues Typed => new(
        values.Fields.Where(value => habits.Head != HeadHabit.None || value.Key is not ("superiorOrgName" or "orgName" or "placeName" or "documentDate")).ToDictionary(),
        habits.Rows is RowHabit.Tabs or RowHabit.ListOfLabels && !form.Personal ? values.Rows.ToDictionary(rows => rows.Key, rows => (IReadOnlyList<FormRow>)[.. rows.Value.Select(row => new FormRow(null, row.Fields.ToDictionary(cell => cell.Key, cell => habits.Rows == RowHabit.Tabs ? OneLine(cell.Value) : cell.Value.TrimStart())))]) : values.Rows);

    private int Year => campaign.CampaignYear;

    public byte[] Type() => Document().ToBytes();

    public TypedDocument Document()
    {
        paper = new() { Hand = text => habits.Decomposed ? text.Normalize(System.Text.NormalizationForm.FormD) : text, SplitRuns = habits.SplitRuns, Font = habits.Font };
        if (habits.Slips)
        {
            paper.Line($"Mẫu {form.Code.Value[3..]}: {form.Title}.").Line("");
        }

        TypeHead();
        paper.Line("");
        _ = form.Personal ? TypePlan() : TypeTable();
        return paper;
    }

    private static string OneLine(string text) => VietnameseText.Words(text);

    private string Value(string tag) => form.Field(tag) is { Type: FieldType.Date } ? DateOf(tag, ShortDates) : IsName(tag) && habits.CapitalNames ? values[tag].ToUpperInvariant() : values[tag];

    private static bool IsName(string tag) => tag is "fullName" or "signerName" or "confirmerName" or "planOwnerName";

    private string DateOf(string tag, IReadOnlyList<Func<DateOnly, string>> ways) => VietnameseDates.TryParseIso(values[tag], out var day) ? ways[habits.Date](day) : "";

    private void TypeHead()
    {
        var title = habits.Slips ? "ĐẢNG CÔNG SẢN VIỆT NAM" : "ĐẢNG CỘNG SẢN VIỆT NAM";
        var day = values["documentDate"].Length > 0 ? DateOf("documentDate", Dates) : habits.Slips ? $"ngày thángnăm {Year}" : $"ngày ..... tháng ..... năm {Year}";
        var place = $"{(values["placeName"].Length > 0 ? values["placeName"] : ".....")}, {day}";
        var (above, name) = (values["superiorOrgName"], values["orgName"].Length > 0 ? values["orgName"] : "TỔ CHỨC ĐẢNG/CƠ QUAN");
        switch (habits.Head)
        {
            case HeadHabit.Table:
                paper.Table([above.Length > 0 ? $"{above}\n{name}\n*" : $"{name}\n*", $"{title}\n\n{place}"]);
                break;
            case HeadHabit.Lines:
                paper.Lines([.. above.Length > 0 ? [above] : Array.Empty<string>(), name, "", title, "*", "", place]);
                break;
            case HeadHabit.Tabs:
                paper.Lines(above.Length > 0 ? [$"{above}\t\t{title}", $"{name}\t\t----------", $"*\t\t\t{place}"] : [$"{name}\t\t{title}", $"*\t\t\t{place}"]);
                break;
            case HeadHabit.Spaces:
                paper.Lines(above.Length > 0 ? [$"{above}          {title}", $"     {name}", $"          *                    {place}"] : [$"{name}          {title}", $"          *                    {place}"]);
                break;
        }
    }

    private TypedDocument TypeTable()
    {
        foreach (var line in form.Print.Where(block => block.Block.StartsWith("title", StringComparison.Ordinal)))
        {
            paper.Line(line.Text.Replace("{campaign.campaignYear}", Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        paper.Line("");
        var block = form.Print.Single(item => item.Block == "table");
        TypeRows(block);
        paper.Line("");
        TypeFoot([("Nơi nhận:", true), .. values["recipients"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ($"- {line},", true))],
            [Signing("signAuthority", "T/M ĐẢNG BỘ/CHI BỘ/CƠ QUAN"), Signing("signerPosition", ""), "", Signing("signerName", "")]);
        return paper;
    }

    private string Signing(string tag, string blank) => values[tag].Length > 0 ? Value(tag) : blank;

    private void TypeRows(PrintBlock block)
    {
        var (rows, columns) = (values.RowsOf(block.Field), block.Columns.ToList());
        if (habits.Rows == RowHabit.OtherOrder)
        {
            columns = [columns[0], columns[2], columns[1], .. columns[3..]];
        }

        if (habits.Rows == RowHabit.NoNumbers)
        {
            columns = columns[1..];
        }

        if (habits.Rows == RowHabit.ListOfLabels)
        {
            TypeLabels(columns, rows);
            return;
        }

        var heads = columns.Select(column => habits.OtherWords ? OtherWords.Of(column.Head) : column.Head).ToList();
        var lines = rows.Select((row, index) => columns.Select(column => column.Field.Length == 0 ? $"{index + 1}" : row[column.Field]).ToList()).ToList();
        if (habits.Rows == RowHabit.Tabs)
        {
            paper.Line(string.Join('\t', heads));
            paper.Lines(lines.Select(line => string.Join('\t', line.Select(cell => OneLine(cell)))));
            return;
        }

        lines.AddRange(rows.Count == 0 ? [[.. columns.Select((_, index) => index == 0 ? "1" : "")], [.. columns.Select((_, index) => index == 0 ? "..." : "")]] : []);
        lines.AddRange(habits.Rows == RowHabit.BlankRows ? [[.. columns.Select(_ => "")], [.. columns.Select((_, index) => index == 0 ? "..." : "")]] : []);
        lines.InsertRange(0, habits.Rows == RowHabit.ColumnNumbers ? [[.. columns.Select((_, index) => $"({index + 1})")]] : []);
        var extra = habits.Rows == RowHabit.ExtraColumns;
        paper.Table([[.. heads, .. extra ? ["Ghi chú"] : Array.Empty<string>()], .. lines.Select(line => (IReadOnlyList<string>)[.. line, .. extra ? [""] : Array.Empty<string>()])]);
    }

    private void TypeLabels(IReadOnlyList<PrintColumn> columns, IReadOnlyList<FormRow> rows)
    {
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            foreach (var (column, place) in columns.Where(column => column.Field.Length > 0).Select((column, place) => (column, place)))
            {
                var words = row[column.Field].Split('\n');
                paper.Line($"{(place == 0 ? $"{index + 1}." : "-")} {column.Head}: {words[0]}").Lines(words[1..]);
            }
        }
    }

    private TypedDocument TypePlan()
    {
        var theme = $"học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm {Year}";
        paper.Line("KẾ HOẠCH").Line($"H{theme[1..]}").Line("-----");
        TypeLabels();
        foreach (var basis in campaign.LegalBases)
        {
            paper.Line($"- {basis.Replace("{provinceThemeText}", campaign.ProvinceThemeText, StringComparison.Ordinal)}");
        }

        TypeBasis(theme);
        paper.Line($"Tôi xây dựng kế hoạch của cá nhân về {theme}, như sau:");
        TypeLearning();
        TypeAction();
        TypeExemplary();
        var addressee = values["closingAddressee"].Length > 0 ? $" {values["closingAddressee"]}" : habits.Slips ? "/..." : " .....";
        paper.Line($"Trên đây là kế hoạch {theme} của cá nhân tôi. Đề nghị cấp ủy chi bộ{addressee} quan tâm, đánh giá thường xuyên để tôi hoàn thành tốt kế hoạch đề ra.").Line("");
        TypeFoot([("XÁC NHẬN (CỦA TỔ CHỨC ĐẢNG,", true), ("ĐỊA PHƯƠNG, CƠ QUAN, ĐƠN VỊ)", true), (Signing("confirmerTitle", ""), false), ("", false), (Signing("confirmerName", ""), false)],
            ["NGƯỜI LẬP KẾ HOẠCH", "(Ký, ghi rõ họ tên)", "", "", Signing("planOwnerName", "")]);
        return paper;
    }

    private void TypeLabels()
    {
        var labels = form.Print.Where(block => block.Block == "line").Select(block => (Label: block.Text[..block.Text.IndexOf(':', StringComparison.Ordinal)], Tag: block.Text[(block.Text.IndexOf('{', StringComparison.Ordinal) + 1)..^1]))
            .Select(item => (Label: habits.OtherWords ? OtherWords.Of(item.Label) : item.Label, Value: Value(item.Tag))).ToList();
        switch (habits.Labels)
        {
            case LabelHabit.TwoInLine:
                paper.Line($"{labels[0].Label}: {labels[0].Value}    {labels[1].Label}: {labels[1].Value}");
                paper.Lines(labels.Skip(2).Select(item => $"{item.Label}: {item.Value}"));
                break;
            case LabelHabit.Table:
                paper.Table(labels.Select(item => (IReadOnlyList<string>)[$"{item.Label}:", item.Value]));
                break;
            default:
                paper.Lines(labels.SelectMany(item => Labelled(item.Label, item.Value)));
                break;
        }
    }

    private IEnumerable<string> Labelled(string label, string value) => habits.Labels switch
    {
        LabelHabit.TwoColons => [$"{label}:: {value}"],
        LabelHabit.Dots => [value.Length > 0 ? $"{label}: ....{value}......" : $"{label}: ..............."],
        LabelHabit.Below => [$"{label}:", value],
        LabelHabit.Bullets => [$"- {label} : {value};"],
        _ => [$"{label}: {value}"],
    };

    private void TypeBasis(string theme)
    {
        var (number, issuer) = (values["orgPlanNumber"], values["orgPlanIssuer"]);
        var day = values["orgPlanDate"].Length > 0 ? $" {DateOf("orgPlanDate", [VietnameseDates.Short, .. ShortDates[1..5], VietnameseDates.Short, VietnameseDates.Short])}" : habits.Slips ? "" : " ..../..../......";
        paper.Line($"- Căn cứ Kế hoạch số {(number.Length > 0 ? habits.Slips ? number.Replace("-", " -", StringComparison.Ordinal) : number : "...-.....")}{(habits.Slips ? "" : ",")} ngày{day} của {(issuer.Length > 0 ? issuer : habits.Slips ? "Chi bộ/Chi đoàn/Chi hội (cơ quan)" : ".....")} về thực hiện {theme},");
    }

    private void TypeLearning()
    {
        var text = $"Tích cực nghiên cứu, học tập Chuyên đề toàn khóa {campaign.TermThemeScope} về “{campaign.TermThemeText}” và Chuyên đề năm {Year} của {campaign.ProvinceThemeOwner} “{campaign.ProvinceThemeText}”. ";
        paper.Line("I. NỘI DUNG HỌC TẬP");
        _ = habits.Slips ? paper.Line($"{text}Vận dụng").Line("").Line(campaign.LearningCommitment["Vận dụng ".Length..]) : paper.Line(text + campaign.LearningCommitment);
    }

    private void TypeAction()
    {
        paper.Line("II. NỘI DUNG LÀM THEO");
        if (habits.Slips)
        {
            paper.Line($"({form.Groups.Single(group => group.Key == "action").Help.TrimEnd('.')}).");
        }

        TypeMulti(habits.OtherWords ? "1. Nội dung công việc cụ thể" : "1. Nội dung, công việc cụ thể:", values["actionContent"]);
        TypeMulti(habits.Slips ? "2. Giải pháp, thời gian thực hiện" : "2. Giải pháp, thời gian thực hiện:", values["actionSolution"]);
    }

    private void TypeMulti(string heading, string value) => paper.Line(heading).Lines(value.Length > 0 ? value.Split('\n') : ["....."]);

    private void TypeExemplary()
    {
        var rows = values.RowsOf("exemplaryTasks").ToList();
        if (rows.Count == 0 && !habits.SampleWork)
        {
            return;
        }

        paper.Line("III. ĐĂNG KÝ NÊU GƯƠNG");
        if (habits.Slips)
        {
            paper.Line($"({form.Groups.Single(group => group.Key == "exemplary").Help.TrimEnd('.')})");
        }

        rows.AddRange(habits.SampleWork ? [new FormRow(null, new Dictionary<string, string>())] : []);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            paper.Line(habits.OtherWords ? $"Việc thứ {index + 1}:" : $"{index + 1}. Công việc số {index + 1}");
            TypeMulti("- Nội dung, mục tiêu:", row["exemplaryContent"]);
            TypeMulti(habits.OtherWords ? "- Giải pháp và thời gian thực hiện:" : habits.Slips ? "- Giải pháp, thời gian thực hiện" : "- Giải pháp, thời gian thực hiện:", row["exemplarySolution"]);
        }
    }

    private void TypeFoot(IReadOnlyList<(string Text, bool IsKept)> left, IReadOnlyList<string> right)
    {
        var (one, other) = (left.Select(item => item.Text).ToList(), right.ToList());
        switch (habits.Foot)
        {
            case FootHabit.Table:
                paper.Table([string.Join('\n', one), string.Join('\n', other)]);
                break;
            case FootHabit.Spaces:
                paper.Lines(Enumerable.Range(0, Math.Max(one.Count, other.Count)).Select(index => Beside(one.ElementAtOrDefault(index) ?? "", other.ElementAtOrDefault(index) ?? "")));
                break;
            case FootHabit.Lines:
                paper.Lines(one).Line("").Lines(other);
                break;
        }
    }

    private static string Beside(string left, string right) => right.Length == 0 ? left : left.Length == 0 ? $"\t\t\t\t\t{right}" : $"{left}\t\t\t{right}";
}

/// <summary>Other words that people use; some of them are in no list of ours.</summary>
internal static class OtherWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["TT"] = "STT", ["Nội dung nhiệm vụ đột phá"] = "Nội dung", ["Đơn vị chủ trì"] = "Đơn vị phụ trách", ["Đơn vị phối hợp"] = "Phối hợp", ["Thời gian thực hiện"] = "Thời hạn hoàn thành",
        ["Tên mô hình"] = "Mô hình", ["Địa chỉ"] = "Địa điểm thực hiện", ["Thực trạng của mô hình"] = "Thực trạng", ["Mục tiêu, dự kiến hiệu quả của mô hình"] = "Mục tiêu, kết quả",
        ["Họ và tên"] = "Họ tên", ["Ngày, tháng, năm sinh"] = "Sinh ngày", ["Đơn vị công tác"] = "Nơi công tác", ["Chức vụ Đảng"] = "Chức vụ trong Đảng", ["Chức vụ chính quyền, đoàn thể"] = "Chức vụ chính quyền",
    };

    public static string Of(string words) => Known.GetValueOrDefault(words, words);
}
