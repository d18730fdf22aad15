using System.Globalization;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class FuzzTests
{
    // Pieces that once broke some program: our own headings and marks, markup, blanks, letters from far away.
    private static readonly string[] Pieces =
    [
        "1. Công việc số 1", "- Nội dung, mục tiêu:", "- Giải pháp, thời gian thực hiện:", "2. Giải pháp, thời gian thực hiện:", "III. ĐĂNG KÝ NÊU GƯƠNG",
        "TT", "Đơn vị chủ trì", "Nội dung nhiệm vụ đột phá", "Nơi nhận:", "T/M ĐẢNG ỦY", "- ", ",", ".",
        "{fullName}", "{campaign.campaignYear}", "_ht_fullName", "<w:p>", "&amp;", "]]>", "\t", "\n", "\n\n\n", " ", "\u00a0", "\u000b", "\u0007", "\ud83d", "💡", "e\u0302\u0323",
        "\u200b", "\u202e", "...", "Không có", "ngày 5 tháng 2 năm 2024", "“", "”", "$1", "\\", "'", "\"", "a", "Đ", "ữ", "0", "=1+1", "ﷺ", "漢", "\u00ad", "\u2028",
    ];

    public static IEnumerable<object[]> Seeds => FormCatalog.All.SelectMany(form => Enumerable.Range(0, 60).Select(seed => new object[] { form.Code.Value, seed }));

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void Any_values_read_back_as_their_own_normal_form(string form, int seed)
    {
        var sample = Sample.Named($"{form}-2-typical");
        var dice = new Dice(seed);
        var raw = new FormValues(
            sample.Form.SingleFields.ToDictionary(field => field.Tag, field => Value(field, dice)),
            sample.Form.RowFields.ToDictionary(rows => rows.Tag, rows => (IReadOnlyList<FormRow>)[.. Enumerable.Range(0, dice.Next(4)).Select(_ => Row(rows, dice))]));

        var document = Reading.Of(FormFiller.Fill(sample.Form, sample.Campaign, raw, sample.Identity));

        Assert.AreEqual(Reading.Json(sample.Form, FilledValues.Complete(sample.Form, raw)), Reading.Json(sample.Form, document.Values));
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
    }

    private static FormRow Row(FieldDefinition rows, Dice dice) => new(null, rows.Columns
        .ToDictionary(column => column.Tag, column => column.Type == FieldType.Choice ? column.Choices[0].Code : Value(column, dice)));

    private static string Value(FieldDefinition field, Dice dice) => field.Type == FieldType.Date
        ? new DateOnly(1950, 1, 1).AddDays(dice.Next(27_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Concat(Enumerable.Range(0, dice.Next(field.Type is FieldType.Multi or FieldType.Lines ? 30 : 6)).Select(_ => Pieces[dice.Next(Pieces.Length)]));
}
