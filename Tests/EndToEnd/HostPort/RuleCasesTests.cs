using System.Text.Json;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The pane's rules against those of the service: the shared corpus, and every broken form made from the sample one.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RuleCasesTests
{
    private const string Check = """
        async ([rules, fields, context]) => {
          const { check } = await import('/_content/HocTap.Office.AddIn/lib/rules.js');
          return JSON.stringify(check(rules, fields, context));
        }
        """;

    [TestMethod]
    public async Task The_pane_and_the_service_find_the_same_faults_in_the_shared_corpus()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        using var corpus = JsonDocument.Parse(await File.ReadAllBytesAsync(Repository.At("Templates", "Forms", "rule-cases.json")));

        Assert.AreNotEqual(0, corpus.RootElement.GetArrayLength());
        foreach (var example in corpus.RootElement.EnumerateArray())
        {
            var form = FormCatalog.Find(FormCode.Parse(example.GetProperty("form").GetString()!))!;
            var values = FormJson.Read(form, example.GetProperty("fields"));
            var found = await CheckAsync(browser, form, values, example.GetProperty("context").Deserialize<RuleContext>(JsonSerializerOptions.Web)!);
            var expected = example.GetProperty("expect").EnumerateArray().Select(place => place.GetString()!).ToList();
            CollectionAssert.AreEqual(expected, found.ConvertAll(finding => $"{finding.Rule} {finding.Path}"), example.GetProperty("name").GetString());
        }
    }

    [TestMethod]
    public async Task Whatever_is_taken_out_of_a_whole_form_both_say_the_same_in_the_same_words()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        var whole = SampleModels.Complete;
        var row = whole.RowsOf("exemplaryTasks")[0];
        var broken = whole.Fields.Keys.Select(tag => whole with { Fields = Without(whole.Fields, tag) })
            .Concat(row.Fields.Keys.Select(tag => whole with { Rows = Rows(row, row with { Fields = Without(row.Fields, tag) }) }))
            .Append(whole with { Rows = Rows() })
            .Append(whole with { Rows = Rows(row, row, row) })
            .Append(With(whole, "documentDate", "2024-03-11"))
            .Append(With(whole, "dateOfBirth", "2020-02-29"))
            .Append(With(whole, "dateOfBirth", "2010-11-23"))
            .Append(With(whole, "dateOfBirth", "2010-11-22"))
            .Append(With(whole, "planOwnerName", "Người khác"));

        var told = 0;
        foreach (var values in broken)
        {
            foreach (var context in (RuleContext[])[SampleModels.Editor().Context, new RuleContext(2027, new DateOnly(2026, 11, 22), false, 0, null)])
            {
                var expected = RuleChecker.Check(SampleModels.Plan, values, context);
                var found = await CheckAsync(browser, SampleModels.Plan, values, context);
                CollectionAssert.AreEqual(expected.ToList(), found);
                told += found.Count;
            }
        }

        Assert.IsGreaterThan(30, told);
    }

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    public async Task Whatever_is_taken_out_of_an_organizations_form_both_say_the_same_in_the_same_words(string name)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        var (form, whole) = (Sample.Named(name).Form, Sample.Named(name).Values);
        var (tag, row) = (form.RowFields.Single().Tag, whole.RowsOf(form.RowFields.Single().Tag)[0]);
        var broken = whole.Fields.Keys.Select(field => whole with { Fields = Without(whole.Fields, field) })
            .Concat(row.Fields.Keys.Select(column => whole with { Rows = RowsOf(tag, row, row with { Fields = Without(row.Fields, column) }) }))
            .Concat(new[] { 0, 1, 2, 3, 60 }.Select(count => whole with { Rows = RowsOf(tag, [.. Enumerable.Repeat(row, count)]) }))
            .Append(whole with { Rows = RowsOf(tag, row with { Fields = row.Fields.ToDictionary(field => field.Key, _ => new string('x', 1234)) }) })
            .Append(With(With(whole, "signAuthority", "k/t trưởng ban"), "signerPosition", ""))
            .Append(With(whole, "recipients", string.Join('\n', Enumerable.Range(1, 13))));

        var told = 0;
        foreach (var values in broken)
        {
            foreach (var context in (RuleContext[])[Context(true, 1, 2), Context(true, 2, 2), Context(true, 1, null), Context(false, 0, null), Context(false, 0, 2)])
            {
                var expected = RuleChecker.Check(form, values, context);
                var found = await CheckAsync(browser, form, values, context);
                CollectionAssert.AreEqual(expected.ToList(), found);
                told += found.Count;
            }
        }

        Assert.IsGreaterThan(60, told);
    }

    private static RuleContext Context(bool required, int min, int? max) => new(2024, new DateOnly(2024, 3, 1), required, min, max);

    private static async Task<List<Finding>> CheckAsync(BrowserPage browser, FormDefinition form, FormValues values, RuleContext context)
    {
        var web = JsonSerializerOptions.Web;
        object[] given = [JsonSerializer.SerializeToElement(form.Rules, web), JsonSerializer.SerializeToElement(FormJson.Write(form, values)), JsonSerializer.SerializeToElement(context, web)];
        var json = await browser.Page.EvaluateAsync<string>($"(text) => ({Check})(JSON.parse(text))", JsonSerializer.Serialize(given));
        return JsonSerializer.Deserialize<List<Finding>>(json, web)!;
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> fields, string tag) =>
        fields.Where(field => field.Key != tag).ToDictionary(field => field.Key, field => field.Value);

    private static FormValues With(FormValues values, string tag, string value) =>
        values with { Fields = new Dictionary<string, string>(values.Fields) { [tag] = value } };

    private static Dictionary<string, IReadOnlyList<FormRow>> Rows(params IReadOnlyList<FormRow> rows) => RowsOf("exemplaryTasks", rows);

    private static Dictionary<string, IReadOnlyList<FormRow>> RowsOf(string tag, params IReadOnlyList<FormRow> rows) => new() { [tag] = rows };
}
