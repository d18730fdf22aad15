using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HocTap.Office.Tests.Service;

/// <summary>What a browser gets for an address a person goes to: always a page, never the bare words of the wire.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PageStories : ServiceTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [TestMethod]
    [DataRow(Personas.Staff, "/registers?register=xyz", 404, "/registers", DisplayName = "sổ không có")]
    [DataRow(Personas.HeadOfOffice, "/completion?organization=DU-P-DANGVAN", 404, "/completion", DisplayName = "tổ chức ngoài phạm vi")]
    [DataRow(Personas.CityManager, "/completion?campaign=HT2099", 404, "/completion", DisplayName = "đợt không có")]
    [DataRow(Personas.Staff, "/khongco", 404, "/pane", DisplayName = "địa chỉ không có")]
    [DataRow(Personas.Staff, "/reviews", 403, "/pane", DisplayName = "không được giao xem xét")]
    [DataRow(Personas.CityManager, "/operations", 403, "/pane", DisplayName = "không phải quản trị")]
    public async Task A_page_that_cannot_be_shown_says_why_in_words_and_offers_a_way_back(string person, string address, int status, string back)
    {
        using var browser = await BrowserOfAsync(person);

        var answer = await GoAsync(browser, address);

        Assert.AreEqual(status, (int)answer.StatusCode);
        Assert.AreEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.AreEqual("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.IsGreaterThan(20, page.QuerySelector("main")!.TextContent.Trim().Length);
        Assert.AreEqual(back, page.QuerySelector("main a.primary")!.GetAttribute("href"));
        Assert.IsTrue(answer.Headers.Contains("Content-Security-Policy"));
    }

    [TestMethod]
    public async Task A_page_and_its_fragments_are_english_for_who_chose_it_and_the_wire_stays_vietnamese()
    {
        using var browser = await BrowserOfAsync(Personas.Staff);
        browser.Http.DefaultRequestHeaders.Add("X-Language", "en");

        var page = await new HtmlParser().ParseDocumentAsync(await (await GoAsync(browser, "/khongco")).Content.ReadAsStringAsync());
        using var staff = await AsAsync(Personas.Staff);
        staff.Http.DefaultRequestHeaders.Add("X-Language", "en");
        using var wire = await staff.Http.GetAsync(new Uri("api/registers/xyz?campaign=HT2027", UriKind.Relative));

        Assert.AreEqual("en", page.DocumentElement.GetAttribute("lang"));
        Assert.AreEqual("My duties", page.QuerySelector("nav a")!.TextContent);
        Assert.AreEqual("vi", page.QuerySelector("main h1")!.GetAttribute("lang"));
        Assert.Contains("Không", (await OfficeClient.ProblemAsync(wire, "404")).GetProperty("detail").GetString()!);
    }

    [TestMethod]
    public async Task The_wire_and_the_fragments_go_on_answering_with_problems()
    {
        using var staff = await AsAsync(Personas.Staff);
        using var request = new HttpRequestMessage(HttpMethod.Get, "registers/xyz/rows?campaign=HT2027") { Headers = { { "Accept", "text/html" } } };
        using var wire = new HttpRequestMessage(HttpMethod.Get, "api/registers/xyz?campaign=HT2027") { Headers = { { "Accept", Browser } } };

        await OfficeClient.ProblemAsync(await staff.Http.SendAsync(request), "404");
        await OfficeClient.ProblemAsync(await staff.Http.SendAsync(wire), "404");
    }

    [TestMethod]
    public async Task A_fragment_asked_for_after_the_session_ended_is_refused_and_not_led_to_the_sign_in_page()
    {
        using var nobody = (await App).Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "registers/plans/rows?campaign=HT2027") { Headers = { { "Accept", "text/html" }, { "Sec-Fetch-Dest", "empty" } } };

        await OfficeClient.ProblemAsync(await nobody.Http.SendAsync(request), "401");
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("/registers")]
    [DataRow("/registers/plans/rows?campaign=HT2027")]
    [DataRow("/khongco")]
    public async Task Pages_and_fragments_are_never_kept_by_the_browser(string address)
    {
        using var browser = await BrowserOfAsync(Personas.Staff);

        var answer = await GoAsync(browser, address);

        Assert.IsTrue(answer.Headers.CacheControl?.NoStore, answer.Headers.CacheControl?.ToString());
    }

    [TestMethod]
    public async Task The_files_of_the_pages_may_be_kept()
    {
        using var browser = await BrowserOfAsync(Personas.Staff);

        var answer = await GoAsync(browser, "/_content/HocTap.Office.AddIn/app.css");

        Assert.AreNotEqual(true, answer.Headers.CacheControl?.NoStore);
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("/registers?campaign=HT2027")]
    public async Task Before_the_site_is_ready_a_page_says_that_it_is_starting_and_comes_back_by_itself(string address)
    {
        await using var starting = new NeverReady();
        using var browser = new OfficeClient(starting.CreateDefaultClient());

        var answer = await GoAsync(browser, address);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.AreEqual("2", answer.Headers.GetValues("Refresh").Single());
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "Hệ thống đang khởi động", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_fragment_asked_for_before_the_site_is_ready_may_be_asked_for_again()
    {
        await using var starting = new NeverReady();
        using var browser = new OfficeClient(starting.CreateDefaultClient());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pane/duties") { Headers = { { "Accept", "text/html" }, { "Sec-Fetch-Dest", "empty" } } };

        await OfficeClient.ProblemAsync(await browser.Http.SendAsync(request), "503");
    }

    private static async Task<OfficeClient> BrowserOfAsync(string person)
    {
        var browser = (await App).Anonymous();
        var session = await browser.Http.PostAsJsonAsync("api/session", new { person });
        browser.Http.DefaultRequestHeaders.Add("Cookie", session.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    private static async Task<HttpResponseMessage> GoAsync(OfficeClient browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", Browser }, { "Sec-Fetch-Dest", "document" } } };
        return await browser.Http.SendAsync(request);
    }

    /// <summary>The service whose site never comes to life.</summary>
    private sealed class NeverReady : WebApplicationFactory<SharePointSite>
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hoctap-starting-");

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Data:Directory", folder.FullName);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(SiteStartup))));
        }
    }
}
