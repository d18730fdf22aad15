using System.Diagnostics.CodeAnalysis;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A plan with two rows, open in Word and in the pane beside it.</summary>
internal sealed class LiveStage(AddInSite site, BrowserPage browser, WordStandIn word) : IAsyncDisposable
{
    /// <summary>A plan whose rows can be told apart, printed and unprinted.</summary>
    public static FormValues Plan { get; } = SampleModels.Complete with
    {
        Rows = new Dictionary<string, IReadOnlyList<FormRow>> { ["exemplaryTasks"] = [Row("r-1", "1", "Việc thứ nhất."), Row("r-2", "2", "Việc thứ hai.")] },
    };

    public AddInSite Site => site;

    public IPage Page => browser.Page;

    public BrowserPage Browser => browser;

    public WordStandIn Word => word;

    /// <summary>The rows of the pane.</summary>
    public ILocator Rows => Page.Locator("[data-row]");

    /// <summary>The values the open document holds.</summary>
    public FormValues Values => AddInSite.Read(word.Document.ToBytes());

    public static Task<LiveStage> OpenAsync(string profile, FormValues? pane = null, FormValues? document = null, bool readOnly = false) => OpenAsync(
        WordProfile.Named(profile), new WordStandIn { Document = new WordDocument(AddInSite.FillWith(document ?? Plan)), IsReadOnly = readOnly }, pane ?? Plan);

    public static Task<LiveStage> OpenAsync(WordProfile profile, WordStandIn word, FormValues pane) => OpenAsync(profile, word, SampleModels.Editor(pane));

    /// <summary>A form of an organization, its document beside it.</summary>
    public static Task<LiveStage> OpenAsync(string profile, FormEditorModel editor) => OpenAsync(
        WordProfile.Named(profile), new WordStandIn { Document = new WordDocument(AddInSite.FillWith(editor, editor.Values)) }, editor);

    [SuppressMessage("Reliability", "CA2000", Justification = "The stage owns the page and closes it.")]
    private static async Task<LiveStage> OpenAsync(WordProfile profile, WordStandIn word, FormEditorModel editor)
    {
        var site = await AddInSite.StartAsync();
        site.Editor = editor;
        var stage = new LiveStage(site, await Chromium.OpenAsync(site, 329, 700), word);
        await word.AttachAsync(stage.Page, profile);
        await PaneInBrowserTests.OpenFormAsync(stage.Page);
        await stage.IsLiveAsync();
        return stage;
    }

    /// <summary>The text field of a label, in the pane.</summary>
    public ILocator Field(string tag, int row = -1) => row < 0
        ? Page.Locator($"[data-field={tag}] [data-tag={tag}]")
        : Rows.Nth(row).Locator($"[data-tag={tag}]");

    /// <summary>Waits until a condition on the document holds.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.IsLessThan(300, tries, $"{what} | {string.Join(" | ", browser.Complaints)} | {await Page.Locator("[data-live]").InnerTextAsync()}");
            await Page.WaitForTimeoutAsync(50);
        }
    }

    /// <summary>Waits until a control of the document shows a text.</summary>
    public Task ShowsAsync(string tag, string text, int index = 0) =>
        UntilAsync(() => Texts(tag) is var texts && index < texts.Count && texts[index] == text, $"{tag}[{index}] should be «{text}» and is «{string.Join("»«", Texts(tag))}»");

    /// <summary>The texts of a tag's controls.</summary>
    public IReadOnlyList<string> Texts(string tag) => [.. word.Document.Controls.Where(control => control.Tag == tag).Select(control => control.Text)];

    /// <summary>Somebody comes back from the document to the pane.</summary>
    public Task ComeBackAsync() => Page.EvaluateAsync("dispatchEvent(new Event('focus'))");

    public async ValueTask DisposeAsync()
    {
        Assert.IsEmpty(browser.Complaints);
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    // The pane has looked at the document once.
    private Task IsLiveAsync() => Assertions.Expect(Page.Locator("[data-live=on], [data-live=off]")).ToBeAttachedAsync();

    private static FormRow Row(string id, string group, string content) => new(id, new Dictionary<string, string>
    {
        ["exemplaryGroup"] = group,
        ["exemplaryContent"] = content,
        ["exemplarySolution"] = $"Xong trước 30/9/2027: {content}",
    });
}
