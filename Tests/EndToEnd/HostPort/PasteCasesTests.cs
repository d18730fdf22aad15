using System.Text.Json;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;
using HocTap.Office.Tests.Unit.AddIn;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>What becomes of tables that people paste, as their programs put them on the clipboard: the corpus <c>paste-cases.json</c> beside this class.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PasteCasesTests
{
    private const string Take = """
        async ([clipboard, fields]) => {
          const { gridOf } = await import('/_content/HocTap.Office.AddIn/pane/paste/grid.js');
          const { match, rowsIn, upright } = await import('/_content/HocTap.Office.AddIn/pane/paste/matching.js');
          const pasted = gridOf(clipboard);
          if (!pasted) return JSON.stringify({ columns: null, rows: [] });
          const grid = upright(pasted, fields);
          const how = match(grid, fields);
          const rows = rowsIn(grid, how, fields);
          return JSON.stringify({ columns: how.columns, rows: rows.map(({ values, title }) => title ? null : values), unread: rows.flatMap(({ unread }) => unread.map(({ text }) => text)) });
        }
        """;

    [TestMethod]
    public async Task Pasted_tables_become_the_rows_that_were_meant()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        using var corpus = JsonDocument.Parse(await File.ReadAllBytesAsync(Repository.At("Tests", "EndToEnd", "HostPort", "paste-cases.json")));
        var wrong = new List<string>();

        foreach (var example in corpus.RootElement.EnumerateArray())
        {
            var found = await TakeAsync(browser, example.GetProperty("form").GetString()!, Text(example, "html"), Text(example, "text"));
            var differs = Differs("columns", example, found) ?? Differs("rows", example, found) ?? Differs("unread", example, found);
            if (differs is not null)
            {
                wrong.Add($"{example.GetProperty("name").GetString()}: {differs}");
            }
        }

        Assert.IsGreaterThan(25, corpus.RootElement.GetArrayLength());
        Assert.IsEmpty(wrong, string.Join('\n', wrong));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    [DataRow("mau01")]
    [DataRow("mau02")]
    [DataRow("mau03")]
    public async Task Every_wording_by_which_hand_typed_forms_are_read_heads_its_column_here_too(string code)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");
        var form = FormCatalog.Find(FormCode.Parse(code))!;
        var heads = FieldHeads.Of(form);
        var columns = form.RowFields.Single().Columns.Where(column => column.Type != FieldType.Choice).ToList();
        var wrong = new List<string>();

        foreach (var column in columns)
        {
            foreach (var wording in heads[column.Tag].Where(wording => wording[0] != '~'))
            {
                var others = columns.Where(other => other != column).Select(other => (Head: heads[other.Tag][0], other.Tag)).ToList();
                var found = await TakeAsync(browser, code, "", $"TT\t{string.Join('\t', others.Select(other => other.Head))}\t{wording.ToUpperInvariant()}\n1\t{string.Join('\t', others.Select(_ => "x"))}\ty\n");
                var expected = JsonSerializer.Serialize((string?[])[null, .. others.Select(other => other.Tag), column.Tag]);
                if (found.GetProperty("columns").GetRawText() != expected)
                {
                    wrong.Add($"{wording}: {found.GetProperty("columns").GetRawText()}");
                }
            }
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    private static async Task<JsonElement> TakeAsync(BrowserPage browser, string code, string html, string text)
    {
        var form = FormCatalog.Find(FormCode.Parse(code))!;
        var heads = FieldHeads.Of(form);
        var fields = form.RowFields.Single().Columns.Where(column => !column.System).Select(column => new
        {
            tag = column.Tag,
            label = column.Label,
            type = column.Type.ToString().ToLowerInvariant(),
            choices = column.Choices.Select(choice => new { code = choice.Code, label = choice.Label }),
            heads = heads[column.Tag],
        });
        object[] given = [new { html, text }, fields];
        var json = await browser.Page.EvaluateAsync<string>($"(text) => ({Take})(JSON.parse(text))", JsonSerializer.Serialize(given));
        return JsonDocument.Parse(json).RootElement;
    }

    private static string? Differs(string name, JsonElement example, JsonElement found)
    {
        if (!example.TryGetProperty(name, out var expected))
        {
            return null;
        }

        var told = found.TryGetProperty(name, out var value) ? value : default;
        return Same(expected, told) ? null : $"{name}: {(told.ValueKind == JsonValueKind.Undefined ? "nothing" : told.GetRawText())}";
    }

    // A row names only the columns that say something.
    private static bool Same(JsonElement expected, JsonElement found) => (expected.ValueKind, found.ValueKind) switch
    {
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == found.GetArrayLength() && expected.EnumerateArray().Zip(found.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().All(field => found.TryGetProperty(field.Name, out var value) && Same(field.Value, value))
            && found.EnumerateObject().All(field => field.Value.GetString() is not { Length: > 0 } || expected.TryGetProperty(field.Name, out _)),
        (JsonValueKind.Null, JsonValueKind.Null) => true,
        (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == found.GetString(),
        _ => false,
    };

    private static string Text(JsonElement example, string name) => !example.TryGetProperty(name, out var given) ? ""
        : given.ValueKind == JsonValueKind.Array ? string.Join('\n', given.EnumerateArray().Select(line => line.GetString())) : given.GetString()!;
}
