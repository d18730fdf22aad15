using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render.Layout;

/// <summary>A filled form whose layout is measured: which form, in which profile, under which heading, with how much in it.</summary>
internal sealed record LayoutCase(string Content, FormDefinition Form, string Profile, string Heading, FormValues Values)
{
    public const string Long = "long-row";
    public const string Unbroken = "unbroken";
    public const string Names = "names";
    public const string Place = "place";
    private const string Typical = "typical";
    private const string Party = HeadingVariants.Official;

    // Two hundred letters and no space: it fits no line of any paper.
    public static readonly string Token = string.Concat(Enumerable.Repeat("Khôngngắtquãng", 15))[..200];

    /// <summary>Every form and profile with every content, and every heading on every form and profile.</summary>
    public static IReadOnlyList<LayoutCase> All { get; } =
    [
        .. from form in FormCatalog.All from profile in LayoutProfiles.All from content in Contents(form) select new LayoutCase(content.Name, form, profile.Name, Party, content.Values),
        .. from heading in HeadingVariants.All.Where(heading => heading.Name != Party) from form in FormCatalog.All from profile in LayoutProfiles.All
           from content in Contents(form).Where(content => content.Name is Typical or Names) select new LayoutCase(content.Name, form, profile.Name, heading.Name, content.Values),
    ];

    public string Name => $"{Form.Code}-{Content}-{Profile}-{Heading}";

    public bool HasTable => Form.Print.Any(block => block.Block == "table");

    private CampaignTexts Campaign => Sample.CampaignNamed("HT2024") with { LayoutProfile = Profile, Heading = Heading };

    public byte[] Fill() => FormFiller.Fill(Form, Campaign, Values, Sample.Named($"{Form.Code}-2-typical").Identity);

    private static IEnumerable<(string Name, FormValues Values)> Contents(FormDefinition form)
    {
        var typical = Sample.Named($"{form.Code}-2-typical").Normalized;
        yield return ("minimal", Sample.Named($"{form.Code}-1-minimal").Normalized);
        yield return (Typical, typical);
        yield return ("sixty-rows", WithRows(form, typical, Enumerable.Repeat(FirstRow(form, typical), 60)));
        yield return (Long, WithRows(form, typical, [FirstRow(form, typical), LongRow(form, typical)]));
        yield return (Unbroken, WithRows(form, Unbroke(form, typical), [Written(form, column => Token, _ => true)]));
        yield return (Place, With(typical, ("placeName", "Thành phố Lam Kiều thuộc tỉnh Hoài Dương" + More(form, " và các xã phụ cận, trụ sở ở bờ đông"))));
        yield return (Names, With(typical,
            ("superiorOrgName", "ĐẢNG BỘ KHỐI CÁC CƠ QUAN, DOANH NGHIỆP VÀ ĐƠN VỊ SỰ NGHIỆP CÔNG LẬP" + More(form, " CỦA THÀNH PHỐ LAM KIỀU VÀ VÙNG PHỤ CẬN")),
            ("orgName", "ĐẢNG ỦY CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN QUẢN LÝ ĐÔ THỊ" + More(form, " VÀ DỊCH VỤ CÔNG ÍCH THÀNH PHỐ"))));
    }

    private static string More(FormDefinition form, string words) => form.Orientation == PageOrientation.Landscape ? words : "";

    private static FormRow FirstRow(FormDefinition form, FormValues values) => values.RowsOf(form.RowFields.Single().Tag)[0] with { RowId = null };

    private static FormRow LongRow(FormDefinition form, FormValues values)
    {
        var longest = form.RowFields.Single().Columns.First(column => column is { Printed: true, Type: FieldType.Multi });
        return FirstRow(form, values) with { Fields = new Dictionary<string, string>(FirstRow(form, values).Fields) { [longest.Tag] = string.Join(' ', Enumerable.Repeat("Xây dựng nếp sống văn minh ở khu dân cư.", 160)) } };
    }

    private static FormRow Written(FormDefinition form, Func<FieldDefinition, string> write, Func<FieldDefinition, bool> which) =>
        new(null, form.RowFields.Single().Columns.Where(column => column.Printed && which(column)).ToDictionary(column => column.Tag, write));

    private static FormValues Unbroke(FormDefinition form, FormValues values) =>
        With(values, [.. form.SingleFields.Where(field => field.Type is FieldType.Multi or FieldType.Lines || field.Tag is "orgName" or "workUnit").Select(field => (field.Tag, Token))]);

    private static FormValues WithRows(FormDefinition form, FormValues values, IEnumerable<FormRow> rows) =>
        values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [form.RowFields.Single().Tag] = [.. rows] } };

    private static FormValues With(FormValues values, params (string Tag, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(values.Fields);
        foreach (var (tag, value) in changes)
        {
            fields[tag] = value;
        }

        return values with { Fields = fields };
    }
}
