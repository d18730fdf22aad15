using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>What the pane's modules take out of a rendered form and put into it, against the values the service speaks.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneValuesTests
{
    private const string CollectAndFill = """
        async ([html, fields]) => {
          const { collect, fill } = await import('/_content/HocTap.Office.AddIn/pane/fields/values.js');
          document.body.innerHTML = html;
          const form = document.querySelector('[data-fields]');
          const before = collect(form);
          const changed = fill(form, fields);
          return JSON.stringify({ before, after: collect(form), changed, again: fill(form, fields) });
        }
        """;

    [TestMethod]
    [DataRow("mau01", DisplayName = "Mẫu 01")]
    [DataRow("mau02", DisplayName = "Mẫu 02")]
    [DataRow("mau03", DisplayName = "Mẫu 03")]
    public async Task The_pane_collects_and_fills_what_the_service_reads_and_writes(string code)
    {
        var (typical, unicode) = (Sample.Named($"{code}-2-typical"), Sample.Named($"{code}-4-unicode"));
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.EditorOf(typical.Code, typical.Normalized));
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");

        object[] given = [form.Body!.InnerHtml, JsonNode.Parse(unicode.Json.GetProperty("fields").GetRawText())!];
        var json = JsonNode.Parse(await browser.Page.EvaluateAsync<string>($"(text) => ({CollectAndFill})(JSON.parse(text))", JsonSerializer.Serialize(given)))!;

        Assert.AreEqual(Json(typical, typical.Normalized), Json(typical, Values(typical, json["before"]!)));
        Assert.AreEqual(Json(unicode, unicode.Normalized), Json(unicode, Values(unicode, json["after"]!)));
        Assert.AreNotEqual(0, json["changed"]!.AsArray().Count);
        Assert.IsEmpty(json["again"]!.AsArray());
        Assert.IsTrue(typical.Form.Fields.Where(field => field.Type == FieldType.Lines).All(field => json["after"]![field.Tag] is JsonArray));
    }

    private static FormValues Values(Sample sample, JsonNode fields) => FormJson.Read(sample.Form, JsonSerializer.SerializeToElement(fields));

    private static string Json(Sample sample, FormValues values) => FormJson.Write(sample.Form, values).ToJsonString();
}
