using HocTap.Office.AddIn.Pane;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The rows of the tables of Mẫu 01 and Mẫu 02 in step on both sides, the row among them that always stands.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LiveTablesTests
{
    [TestMethod]
    [DataRow("mau01", "Windows", 0)]
    [DataRow("mau01", "Web", 2)]
    [DataRow("mau02", "Windows", 0)]
    [DataRow("mau02", "Web", 2)]
    public async Task A_row_is_added_and_taken_away_in_the_pane(string form, string profile, int fillings)
    {
        var editor = EditorOf(form);
        var (list, column) = FirstColumnOf(editor.Form);
        var count = editor.Values.RowsOf(list).Count;
        await using var stage = await LiveStage.OpenAsync(profile, editor);

        await stage.Page.ClickAsync("[data-add-row]");
        await stage.Field(column, row: count).FillAsync("Dòng mới trong biểu mẫu.");
        await stage.ShowsAsync(column, "Dòng mới trong biểu mẫu.", count);
        await stage.Rows.Nth(0).Locator("[data-delete-row]").ClickAsync();
        await stage.UntilAsync(() => stage.Texts(column).Count == count, "One row is gone.");

        Assert.AreEqual("Dòng mới trong biểu mẫu.", stage.Texts(column)[^1]);
        Assert.HasCount(fillings, stage.Site.Fillings);
    }

    [TestMethod]
    [DataRow("mau01", "Windows")]
    [DataRow("mau01", "Web")]
    [DataRow("mau02", "Windows")]
    [DataRow("mau02", "Web")]
    public async Task The_row_that_always_stands_is_the_first_one_and_stays_when_the_last_goes(string form, string profile)
    {
        var editor = EditorOf(form, rows: 0);
        var (list, column) = FirstColumnOf(editor.Form);
        await using var stage = await LiveStage.OpenAsync(profile, editor);
        Assert.HasCount(1, stage.Texts(column));

        await stage.Page.ClickAsync("[data-add-row]");
        await stage.Field(column, row: 0).FillAsync("Dòng đầu tiên.");
        await stage.ShowsAsync(column, "Dòng đầu tiên.");
        Assert.HasCount(1, stage.Texts(column));
        await stage.Rows.Nth(0).Locator("[data-delete-row]").ClickAsync();

        await stage.UntilAsync(() => stage.Texts(column) is [not "Dòng đầu tiên."], "The row stands with nothing in it.");
        Assert.IsEmpty(stage.Values.RowsOf(list));
    }

    [TestMethod]
    [DataRow("mau01", "Windows")]
    [DataRow("mau02", "Web")]
    public async Task A_row_that_is_added_and_typed_in_the_document_is_in_the_pane(string form, string profile)
    {
        var editor = EditorOf(form);
        var (list, column) = FirstColumnOf(editor.Form);
        var count = editor.Values.RowsOf(list).Count;
        await using var stage = await LiveStage.OpenAsync(profile, editor);

        await stage.Word.AddRowAsync(list, after: count - 1);
        await Microsoft.Playwright.Assertions.Expect(stage.Rows).ToHaveCountAsync(count + 1);
        await stage.Word.TypeAsync(column, "Dòng mới trong văn bản.", count);
        await stage.Word.LeaveAsync();

        await Microsoft.Playwright.Assertions.Expect(stage.Field(column, row: count)).ToHaveValueAsync("Dòng mới trong văn bản.");
    }

    private static FormEditorModel EditorOf(string form, int rows = 2)
    {
        var sample = Sample.Named($"{form}-6-maximal");
        var list = sample.Form.RowFields.Single().Tag;
        return SampleModels.EditorOf(sample.Code, sample.Normalized with
        {
            Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [list] = [.. sample.Normalized.RowsOf(list).Take(rows)] },
        });
    }

    private static (string List, string Column) FirstColumnOf(FormDefinition form) => (form.RowFields.Single().Tag, form.RowFields.Single().Columns.First(column => column.Printed).Tag);
}
