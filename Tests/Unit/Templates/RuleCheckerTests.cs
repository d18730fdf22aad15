using System.Text.Json;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class RuleCheckerTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Sample.Folder, "rule-cases.json"))).RootElement.EnumerateArray()];

    public static IEnumerable<object[]> Names => Cases.Select(item => new object[] { item.GetProperty("name").GetString()! });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_shared_cases_hold(string name)
    {
        var item = Cases.Single(other => other.GetProperty("name").GetString() == name);
        var form = FormCatalog.Find(FormCode.Parse(item.GetProperty("form").GetString()!))!;

        var findings = RuleChecker.Check(form, FormJson.Read(form, item.GetProperty("fields")), item.GetProperty("context").Deserialize<RuleContext>(JsonSerializerOptions.Web)!);

        var expected = item.GetProperty("expect").EnumerateArray().Select(text => text.GetString()).ToList();
        CollectionAssert.AreEqual(expected, findings.Select(finding => $"{finding.Rule} {finding.Path}").ToList());
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void The_samples_break_the_rules_they_should(string name)
    {
        var sample = Sample.Named(name);

        var findings = RuleChecker.Check(sample.Form, sample.Values, sample.Context);

        CollectionAssert.AreEqual(Texts(sample, "errors"), Named(findings, Severity.Error));
        CollectionAssert.AreEqual(Texts(sample, "warnings"), Named(findings, Severity.Warning));
    }

    [TestMethod]
    public void A_missing_position_stops_an_owed_plan_only()
    {
        var form = FormCatalog.Find(FormCode.Parse("mau03"))!;
        var owed = new RuleContext(2024, new DateOnly(2024, 3, 1), Required: true, MinRows: 0, MaxRows: 2);

        var whenOwed = RuleChecker.Check(form, FormValues.Empty, owed).Single(finding => finding.Rule == "M03-R1");
        var whenVoluntary = RuleChecker.Check(form, FormValues.Empty, owed with { Required = false }).Single(finding => finding.Rule == "M03-R1");

        Assert.AreEqual((Severity.Error, Severity.Warning), (whenOwed.Severity, whenVoluntary.Severity));
    }

    [TestMethod]
    public void A_message_names_the_row_and_the_bound()
    {
        var form = FormCatalog.Find(FormCode.Parse("mau03"))!;
        var row = new FormRow(null, new Dictionary<string, string>());
        var values = new FormValues(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<FormRow>> { ["exemplaryTasks"] = [row, row, row] });

        var messages = RuleChecker.Check(form, values, new RuleContext(2024, new DateOnly(2024, 3, 1), true, 1, 2)).Select(finding => finding.Message).ToList();

        CollectionAssert.Contains(messages, "Công việc số 3 chưa ghi nội dung, mục tiêu.");
        CollectionAssert.Contains(messages, "Mục III có hơn 2 công việc; hướng dẫn nêu từ 1 đến 2 việc.");
    }

    [TestMethod]
    public void Every_rule_names_its_clause_and_a_known_word_and_a_real_place()
    {
        string[] words = ["required", "requiredAny", "requiredWhen", "minRows", "maxRows", "linesBetween", "yearEquals", "ageBetween", "sameAs", "maxLength"];
        foreach (var (form, rule) in FormCatalog.All.SelectMany(form => form.Rules.Select(rule => (form, rule))))
        {
            Assert.AreNotEqual("", rule.Clause, rule.Id);
            CollectionAssert.Contains(words, rule.Kind);
            Assert.AreEqual('.', rule.Message[^1], rule.Message);
            foreach (var path in rule.Paths.Append(rule.Path))
            {
                Assert.IsNotNull(form.Field(path[(path.LastIndexOf('.') + 1)..]));
            }
        }
    }

    [TestMethod]
    [DataRow(0, 1, 2, "Thiếu 1 mô hình: cần đăng ký từ 1 đến 2 mô hình.")]
    [DataRow(1, 2, 2, "Thiếu 1 mô hình: cần đăng ký đúng 2 mô hình.")]
    [DataRow(0, 3, null, "Thiếu 3 mô hình: cần đăng ký ít nhất 3 mô hình.")]
    [DataRow(5, 1, 2, "Thừa 3 mô hình: chỉ cần đăng ký từ 1 đến 2 mô hình; đề nghị chọn những mô hình tiêu biểu nhất.")]
    public void A_message_says_how_many_are_missing_or_too_much(int rows, int min, int? max, string message)
    {
        var form = FormCatalog.Find(FormCode.Parse("mau02"))!;
        var values = FormValues.Empty with
        {
            Rows = new Dictionary<string, IReadOnlyList<FormRow>> { ["models"] = [.. Enumerable.Repeat(new FormRow(null, new Dictionary<string, string>()), rows)] },
        };

        var findings = RuleChecker.Check(form, values, new RuleContext(2024, new DateOnly(2024, 3, 1), true, min, max));

        CollectionAssert.Contains(findings.Select(finding => finding.Message).ToList(), message);
    }

    private static List<string> Texts(Sample sample, string name) => [.. sample.Expected.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static List<string> Named(IEnumerable<Finding> findings, Severity severity) =>
        [.. findings.Where(finding => finding.Severity == severity).Select(finding => $"{finding.Rule} {finding.Path}")];
}
