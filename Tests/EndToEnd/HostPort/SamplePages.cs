using System.Text.Json;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Every page in every state worth looking at: its name, its address, and what is clicked there.</summary>
internal static class SamplePages
{
    private const string Form = "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037";

    private static readonly Dictionary<string, (string Path, string[] Clicks)> All = new()
    {
        ["sign-in"] = ("/", []),
        ["sign-in-again"] = ("/?ended=1&return=%2Fpane", []),
        ["duties"] = ("/pane", []),
        ["form"] = (Form, []),
        ["form-problems"] = (Form, ["[data-submit]"]),
        ["form-returned"] = (Form, []),
        ["form-last-year"] = (Form, ["[data-last-year=actionContent] summary", "[data-last-year=exemplaryTasks] summary", "[data-last-year=exemplaryTasks] [data-take]"]),
        ["form-confirmed"] = (Form, ["[data-submit]"]),
        ["form-next"] = (Form, ["[data-submit]", "[data-receipt-changes]"]),
        ["form-same"] = (Form, ["[data-submit]"]),
        ["form-other-draft"] = (Form, ["[data-add-row]"]),
        ["clerk-found"] = ("/pane", ["[data-people] button"]),
        ["withdraw"] = ("/pane", ["[data-withdraw]"]),
        ["defaults"] = ("/pane?form=defaults&campaign=HT2027&organization=P-TP", []),
        ["registers"] = ("/registers", []),
        ["registers-empty"] = ("/registers?q=khong", []),
        ["registers-grouped"] = ("/registers?group=organization", []),
        ["submission"] = ("/registers", ["[data-open-submission]"]),
        ["submission-changes"] = ("/registers", ["[data-open-submission]", "[data-unclamp]"]),
        ["submission-remark"] = ("/registers", ["[data-open-submission]", ".row-remark > summary"]),
        ["reviews"] = ("/reviews", []),
        ["reviews-chosen"] = ("/reviews", ["[data-choose-all]"]),
        ["reviews-empty"] = ("/reviews?q=khong", []),
        ["operations"] = ("/operations", []),
        ["operations-none"] = ("/operations?of=none", []),
        ["problem"] = ("/problem", []),
        ["starting"] = ("/problem?passes=1", []),
        ["completion"] = ("/completion", []),
        ["completion-without-role"] = ("/completion?role=none", []),
        ["completion-past"] = ("/completion?asOf=2026-11-19", []),
        ["names"] = ("/completion", ["[data-open-organization]"]),
        ["names-open"] = ("/completion", ["[data-open-organization]", .. Enumerable.Range(2, 4).Select(number => $"details:nth-of-type({number}) > summary")]),
    };

    /// <summary>The names, as the data of a test.</summary>
    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    /// <summary>Goes to a page and does what is done there.</summary>
    public static async Task ShowAsync(AddInSite site, IPage page, string name)
    {
        var (path, clicks) = All[name];
        Prepare(site, name);
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (name == "form-other-draft")
        {
            var theirs = new { basis = "", fields = new { actionContent = "Gõ ở nhà.\nHai đoạn.", documentDate = "2027-02-05" } };
            site.Drafts["?campaign=HT2027&organization=DU-P-DANGVAN&person=N0037"] = (4, JsonSerializer.SerializeToElement(theirs));
        }

        foreach (var click in clicks)
        {
            await page.Locator(click).First.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        if (name == "form-other-draft")
        {
            await page.WaitForSelectorAsync("dialog[open]");
        }
    }

    private static void Prepare(AddInSite site, string name)
    {
        site.Editor = name switch
        {
            "form-returned" => SampleModels.EditorOnBehalf("returned"),
            "form-confirmed" => SampleModels.EditorOnBehalf("submitted"),
            "form-last-year" => SampleModels.Editor() with { LastYear = new LastYearDocument(2025, SampleModels.Complete) },
            "form-next" or "form-same" => SampleModels.EditorOnBehalf("returned"),
            _ => site.Editor,
        };
        switch (name)
        {
            case "form-confirmed":
                site.Current = site.Editor.Current! with { Id = Guid.Empty, Revision = 3, State = "accepted" };
                break;
            case "form-next":
                (site.ReceiptId, site.Revision) = ("01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e78", 3);
                break;
            case "form-same":
                (site.StoredAs, site.Revision) = ("returned", 2);
                break;
        }
    }
}
