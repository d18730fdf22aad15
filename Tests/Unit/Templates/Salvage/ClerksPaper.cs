using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>A paper put together from parts that clerks of communes type, and what it says.</summary>
internal sealed record ClerksPaper(int Number, string Form, IReadOnlyList<TypedPart> Parts, string Person)
{
    private const int Plans = 48;
    private const int Tables = 24;

    private static readonly string[] People = ["Nguyễn Văn An", "Trịnh Thị Thu Hường", "Đoàn Minh Đức", "H’Lăm Niê Kđăm", "Lê Hồng", "Phạm Nguyễn Thùy Dương", "Đỗ Chi"];

    private static readonly TypedPart[] PlanTitles =
    [
        new("two lines", ["", "KẾ HOẠCH", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024", "-----"], new Dictionary<string, string>()),
        new("capitals", ["KẾ HOẠCH HỌC TẬP VÀ LÀM THEO TƯ TƯỞNG, ĐẠO ĐỨC,", "PHONG CÁCH HỒ CHÍ MINH NĂM 2024", ""], new Dictionary<string, string>()),
        new("with the caption", ["Mẫu 03: Đăng ký kế hoạch hàng năm của cá nhân", "", "**KẾ HOẠCH**", "học tập và làm theo tư tưởng, đạo đức,", "phong cách Hồ Chí Minh", "năm 2024"], new Dictionary<string, string>()),
    ];

    /// <summary>All of them: every part stands in several papers, in ever other company.</summary>
    public static IReadOnlyList<ClerksPaper> All { get; } =
    [
        .. Enumerable.Range(0, Plans).Select(i => new ClerksPaper(i, "mau03",
            [At("heads", i), PlanTitles[i / 2 % PlanTitles.Length], At("labels", i), At("bases", i + (i / 6)), At("bodies", i + (i / 8)), At("ends", i + (i / 5))], People[i % People.Length])),
        .. Enumerable.Range(0, Tables).Select(i => new ClerksPaper(i, "mau01", [At("heads", i + 3), At("tasks", i + (i / 8)), At("feet", i)], People[0])),
        .. Enumerable.Range(0, Tables).Select(i => new ClerksPaper(i, "mau02", [At("heads", i + 5), At("models", i + (i / 4)), At("feet", i + (i / 7))], People[0])),
    ];

    public FormDefinition Definition => FormCatalog.Find(FormCode.Parse(Form))!;

    /// <summary>The values by path; those that may be missed without harm have a «?» behind.</summary>
    public IReadOnlyDictionary<string, string> Values => Parts.SelectMany(part => part.Values).ToDictionary(pair => pair.Key, pair => pair.Value.Replace("{NAME}", Person, StringComparison.Ordinal));

    /// <summary>Types it: some in cut runs, some in letters and marks apart.</summary>
    public TypedDocument Document()
    {
        var paper = new TypedDocument { SplitRuns = Number % 7 == 3, Hand = text => Number % 5 == 4 ? text.Normalize(System.Text.NormalizationForm.FormD) : text };
        foreach (var part in Parts)
        {
            TypedParts.Type(paper, part.Lines, Person);
        }

        return paper;
    }

    public override string ToString() => $"{Form} {Number} ({string.Join(" · ", Parts.Select(part => part.Name))})";

    private static TypedPart At(string kind, int index) => TypedParts.Of(kind) is var parts ? parts[index % parts.Count] : throw new InvalidOperationException();
}
