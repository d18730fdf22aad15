using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>What a person typed is in a value, in an alternative, in a leftover or in a finding; it never just disappears.</summary>
[TestClass]
public sealed class SalvageLossTests
{
    private const int Seeds = 6;
    private const int MostPlaces = 24;

    // Each begins like words of a form, and its other words stand nowhere else.
    private static readonly string[] Lines =
    [
        "- Thực hiện tốt quy chế zebra quokka.", "- Giải pháp kỹ thuật zebra quokka.", "Học tập nghị quyết zebra quokka.", "Tăng cường tiếp dân zebra quokka", "ZEBRA QUOKKA",
        "Căn cứ tình hình zebra quokka năm 2024;", "(Kèm theo zebra quokka)", "Chi bộ zebra quokka", "Kế hoạch số 5 zebra, ngày 3/2/2024 của quokka", "Nội dung, mục tiêu zebra: quokka", "zebra: quokka", "Trên đây là zebra quokka.", "1. Zebra quokka",
        "Đơn vị zebra\tquokka", "Nơi nhận zebra quokka:", "Vận dụng zebra quokka", "Nguyễn Zebra Quokka", "T/M ZEBRA QUOKKA",
    ];

    public static IEnumerable<object[]> Names => Sample.All.Where(sample => !sample.Name.EndsWith("hazard", StringComparison.Ordinal)).Select(sample => new object[] { sample.Name });

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void Every_word_that_was_typed_is_told(string name)
    {
        var sample = Sample.Named(name);
        var lost = Enumerable.Range(0, Seeds).Select(Habits.Mixed).Append(Habits.Careful).SelectMany(habits =>
        {
            var clerk = Clerk(sample, habits);
            var typed = clerk.Typed;
            var values = sample.Form.SingleFields.Where(field => field.Printed && field.Type is FieldType.Multi or FieldType.Lines).Select(field => typed[field.Tag])
                .Concat(sample.Form.RowFields.SelectMany(rows => typed.RowsOf(rows.Tag).SelectMany(row => rows.Columns.Where(column => column.Printed && column.Type is FieldType.Multi or FieldType.Text or FieldType.Lines).Select(column => row[column.Tag]))));
            var told = Told(SalvageOracle.Read(clerk.Type()));
            return values.SelectMany(Words).Where(word => !told.Contains(word)).Select(word => $"{habits}: {word}");
        }).Distinct().ToList();

        Assert.AreEqual("", string.Join('\n', lost.Take(12)), $"{lost.Count} lost");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_line_typed_anywhere_in_the_body_is_told(string name)
    {
        var sample = Sample.Named(name);
        var lost = new List<string>();
        foreach (var (habits, number) in new[] { Habits.Careful, Habits.Mixed(3), Habits.Mixed(7) }.Select((habits, number) => (habits, number)))
        {
            var paragraphs = Clerk(sample, habits).Document().Paragraphs;
            for (var i = 0; i <= paragraphs.Count; i += (paragraphs.Count / MostPlaces) | 1)
            {
                var line = Lines[(i + (5 * number)) % Lines.Length];
                lost.AddRange(Lost(sample, habits, paper => paper.InsertBefore(i, line), $"“{line}” above “{(i < paragraphs.Count ? paragraphs[i] : "end")}”"));
            }
        }

        Assert.AreEqual("", string.Join('\n', lost.Take(12)), $"{lost.Count} lost");
    }

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    [DataRow("mau03-2-typical")]
    public void Every_line_typed_in_or_around_head_title_and_first_table_is_told(string name)
    {
        var sample = Sample.Named(name);
        var paragraphs = Clerk(sample, Habits.Careful).Document().Paragraphs;
        var lost = (from i in Enumerable.Range(0, Math.Min(18, paragraphs.Count))
                    from line in Lines
                    from word in Lost(sample, Habits.Careful, paper => paper.InsertBefore(i, line), $"“{line}” above “{paragraphs[i]}”")
                    select word).ToList();

        Assert.AreEqual("", string.Join('\n', lost.Take(12)), $"{lost.Count} lost");
    }

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    [DataRow("mau03-2-typical")]
    public void A_line_typed_beside_the_body_is_told(string name)
    {
        var sample = Sample.Named(name);
        var (habits, lost) = (Habits.Careful, new List<string>());
        var count = Clerk(sample, habits).Document().Paragraphs.Count;
        foreach (var (line, i) in Lines.Select((line, i) => (line, i)))
        {
            var at = i * 7 % count;
            lost.AddRange(Lost(sample, habits, paper => paper.Header(line), $"header “{line}”"));
            lost.AddRange(Lost(sample, habits, paper => paper.Footer(line), $"footer “{line}”"));
            lost.AddRange(Lost(sample, habits, paper => paper.Footnote(at, line), $"footnote “{line}”"));
            lost.AddRange(Lost(sample, habits, paper => paper.Comment(at, line), $"comment “{line}”"));
            lost.AddRange(Lost(sample, habits, paper => paper.BoxAt(at, line), $"box “{line}” at {at}"));
        }

        Assert.AreEqual("", string.Join('\n', lost.Take(12)), $"{lost.Count} lost");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_careful_form_leaves_nothing_over(string name)
    {
        var sample = Sample.Named(name);

        var read = SalvageOracle.Read(Clerk(sample, Habits.Careful).Type(), sample.Campaign);

        Assert.AreEqual("", string.Join('\n', read.Leftovers.Select(left => $"{left.Place}: {left.Text}")));
        Assert.DoesNotContain(finding => finding.Rule is "S05" or "S06", read.Findings);
    }

    private static Clerk Clerk(Sample sample, Habits habits) => new(sample.Form, sample.Campaign, sample.Normalized, habits);

    private static IEnumerable<string> Lost(Sample sample, Habits habits, Action<TypedDocument> edit, string what)
    {
        var paper = Clerk(sample, habits).Document();
        edit(paper);
        SalvagedForm read;
        try
        {
            read = SalvageOracle.Read(paper.ToBytes());
        }
        catch (AssertFailedException refused)
        {
            return [$"{habits}: {what}: {refused.Message}"];
        }

        var told = Told(read);
        return new[] { "zebra", "quokka" }.All(told.Contains) ? [] : [$"{habits}: {what}"];
    }

    private static HashSet<string> Told(SalvagedForm form) =>
        [.. form.Values.Fields.Values.Concat(form.Values.Rows.Values.SelectMany(rows => rows).SelectMany(row => row.Fields.Values))
            .Concat(form.Confidence.Values.SelectMany(confidence => confidence.Alternatives)).Concat(form.Leftovers.Select(left => left.Text)).Concat(form.Findings.Select(finding => finding.Message)).SelectMany(Words)];

    private static IEnumerable<string> Words(string text) => SearchText.Fold(text).Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetter));
}
