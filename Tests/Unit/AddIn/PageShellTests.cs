using HocTap.Office.AddIn.Pane;
using HocTap.Office.AddIn.Registers;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.AddIn.SignIn;

namespace HocTap.Office.Tests.Unit.AddIn;

[TestClass]
public sealed class PageShellTests
{
    [TestMethod]
    public async Task A_page_is_a_whole_vietnamese_document_with_its_own_title_and_current_link()
    {
        var page = await Rendering.OfAsync<RegistersPage, RegistersModel>(SampleModels.Registers());

        Assert.AreEqual("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.AreEqual("Sổ đăng ký · Học tập và làm theo Bác", page.Title);
        Assert.AreEqual("Sổ đăng ký", page.QuerySelector("nav a[aria-current=page]")!.TextContent);
        Assert.AreEqual("Châu Thị Bích Yến", page.QuerySelector("[data-who-name]")!.TextContent);
    }

    [TestMethod]
    public async Task The_navigation_offers_only_what_the_person_may_use()
    {
        var model = new PaneModel { Shell = SampleModels.Shell(PageName.Pane) with { Pages = [PageName.Pane, PageName.Registers] } };

        var page = await Rendering.OfAsync<PanePage, PaneModel>(model);

        CollectionAssert.AreEqual(
            new[] { "/pane", "/registers" }, page.QuerySelectorAll(".top-nav a").Select(link => link.GetAttribute("href")).ToArray());
    }

    [TestMethod]
    public async Task Nothing_in_a_page_needs_an_inline_style_or_script()
    {
        var page = await Rendering.OfAsync<RegistersPage, RegistersModel>(SampleModels.Registers());
        var form = await Rendering.OfAsync<FormEditor, FormEditorModel>(SampleModels.Editor(SampleModels.Complete));

        Assert.IsEmpty(page.QuerySelectorAll("[style], [onclick], script:not([src])"));
        Assert.IsEmpty(form.QuerySelectorAll("[style], [onclick], script:not([type='application/json'])"));
    }

    [TestMethod]
    public async Task The_sign_in_page_has_a_button_per_persona_and_says_what_it_shows()
    {
        var page = await Rendering.OfAsync<SignInPage, SignInModel>(SampleModels.SignIn);

        var buttons = page.QuerySelectorAll("button[data-person]");
        Assert.HasCount(6, buttons);
        Assert.AreEqual("N0326", buttons[0].GetAttribute("data-person"));
        Assert.AreEqual("Chuyên viên: tự lập kế hoạch cá nhân (Mẫu 03)", buttons[0].QuerySelector(".persona-shows")!.TextContent);
        Assert.IsTrue(page.QuerySelector("[data-who]")!.HasAttribute("hidden"));
    }
}
