using System.Text.Json;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The pane's own printing and reading of values beside the filler and the reader, control by control.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PrintedTextTests
{
    private const string Print = """
        async ([printing, fields, profile]) => {
          const { Paper } = await import('/_content/HocTap.Office.AddIn/pane/document/paper.js');
          const paper = new Paper(printing, profile);
          const sheet = paper.ofValues(fields);
          const texts = paper.fields.map((field) => [field.tag, paper.textOf(field, sheet.singles.get(field.tag))]);
          for (const list of paper.lists) {
            list.fields.forEach((field, column) => sheet.rows.get(list.tag).forEach((row) => texts.push([field.tag, paper.textOf(field, row[column])])));
          }
          return JSON.stringify(texts);
        }
        """;

    private const string Read = """
        async ([printing, tag, text, written]) => {
          const { valueOf } = await import('/_content/HocTap.Office.AddIn/pane/document/texts.js');
          const field = [...printing.fields, ...printing.rows.flatMap((list) => list.fields)].find((each) => each.tag === tag);
          return valueOf(field, text, written);
        }
        """;

    public static IEnumerable<object[]> Samples =>
        from form in new[] { "mau01", "mau02", "mau03" } from kind in new[] { "2-typical", "4-unicode" } select new object[] { $"{form}-{kind}" };

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public async Task What_the_pane_prints_is_what_the_filler_prints(string name)
    {
        var sample = Sample.Named(name);
        var filled = new WordDocument(sample.Fill());

        var texts = await EvaluateAsync<string[][]>(Print, await PrintingOfAsync(sample.Form), FormJson.Write(sample.Form, sample.Normalized), sample.Campaign.LayoutProfile);

        var printed = texts.Where(pair => pair[1].Length > 0).ToLookup(pair => pair[0], pair => pair[1].Replace('\n', '\r'));
        Assert.IsGreaterThan(5, printed.Count);
        foreach (var group in printed)
        {
            var shown = filled.Controls.Where(control => control.Tag == group.Key).Select(control => control.Text).ToHashSet();
            Assert.IsEmpty(group.Where(text => !shown.Contains(text)).ToList(), $"{group.Key}: {string.Join(" | ", shown)}");
        }
    }

    [TestMethod]
    [DataRow("actionContent", "- Một.\r- Hai.", DisplayName = "hai đoạn")]
    [DataRow("actionContent", " Một. \r\r\rHai. ", DisplayName = "đoạn trống thừa")]
    [DataRow("actionContent", ".....", DisplayName = "chỗ trống")]
    [DataRow("actionContent", "………", DisplayName = "chấm lửng")]
    [DataRow("actionContent", "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.", DisplayName = "lời nhắc của Word")]
    [DataRow("documentDate", "ngày 05 tháng 02 năm 2027", DisplayName = "ngày đủ chữ")]
    [DataRow("documentDate", "ngày 5 tháng 3 năm 2027.", DisplayName = "ngày có dấu chấm")]
    [DataRow("documentDate", "ngày ..... tháng ..... năm 2027", DisplayName = "ngày để trống")]
    [DataRow("dateOfBirth", "7/6/1981", DisplayName = "ngày sinh")]
    [DataRow("dateOfBirth", ".....", DisplayName = "ngày sinh để trống")]
    [DataRow("orgPlanDate", "..../..../......", DisplayName = "ngày kế hoạch để trống")]
    [DataRow("orgPlanNumber", "...-.....", DisplayName = "số để trống")]
    [DataRow("orgPlanNumber", "03-KH/CB", DisplayName = "số")]
    [DataRow("workUnit", ".....Phòng Tư pháp.....", DisplayName = "gõ giữa các dấu chấm")]
    [DataRow("workUnit", "Phòng Tư pháp...", DisplayName = "ba chấm của người gõ")]
    [DataRow("partyPosition", "Không", DisplayName = "không có chức vụ")]
    [DataRow("partyPosition", "Bí thư\t chi  bộ", DisplayName = "cách thừa")]
    [DataRow("workUnit", "Pho\u0300ng Tư pha\u0301p", DisplayName = "chữ tổ hợp")]
    public async Task What_the_pane_reads_in_a_control_is_what_the_reader_reads(string tag, string text)
    {
        var document = new WordDocument(AddInSite.FillWith(SampleModels.Complete));
        document.Insert(document.IdOf(tag), text);

        var read = await EvaluateAsync<string>(Read, await PrintingOfAsync(SampleModels.Plan), tag, text, SampleModels.Complete[tag]);

        Assert.AreEqual(AddInSite.Read(document.ToBytes())[tag], read);
    }

    private static async Task<JsonElement> PrintingOfAsync(FormDefinition form)
    {
        var editor = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor() with { Form = form });
        using var data = JsonDocument.Parse(editor.QuerySelector("[data-editor-data]")!.TextContent); // every editor has it
        return data.RootElement.GetProperty("printing").Clone();
    }

    private static async Task<T> EvaluateAsync<T>(string script, params object[] given)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        var answer = await browser.Page.EvaluateAsync<JsonElement>($"async (text) => ({script})(JSON.parse(text))", JsonSerializer.Serialize(given));
        return typeof(T) == typeof(string) ? (T)(object)answer.GetString()! : JsonSerializer.Deserialize<T>(answer.GetString()!)!;
    }
}
