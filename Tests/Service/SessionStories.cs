using System.Net;
using System.Net.Http.Json;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class SessionStories : ServiceTests
{
    [TestMethod]
    public async Task Without_a_session_the_api_answers_401_and_a_page_leads_to_the_sign_in_page()
    {
        using var nobody = (await App).Anonymous();

        await OfficeClient.ProblemAsync(await nobody.SendAsync("api/me"), "401");
        await OfficeClient.ProblemAsync(await nobody.FileAsync(Personas.StaffPlan, [1]), "401");
        var page = await nobody.SendAsync("completion?campaign=HT2027");
        Assert.AreEqual(HttpStatusCode.Found, page.StatusCode);
        Assert.AreEqual("/?return=%2Fcompletion%3Fcampaign%3DHT2027", page.Headers.Location?.OriginalString);
    }

    [TestMethod]
    public async Task Nobody_unknown_signs_in()
    {
        using var nobody = (await App).Anonymous();

        await OfficeClient.ProblemAsync(await nobody.Http.PostAsJsonAsync("api/session", new { person = "N9999" }), "404");
        await OfficeClient.ProblemAsync(await nobody.Http.PostAsJsonAsync("api/session", new { person = "" }), "400");
        await OfficeClient.ProblemAsync(await nobody.Http.PostAsync(new Uri("api/session", UriKind.Relative), new StringContent("{", System.Text.Encoding.UTF8, "application/json")), "400");
    }

    [TestMethod]
    public async Task The_cookie_opens_pages_and_never_the_api()
    {
        using var nobody = (await App).Anonymous();
        var session = await nobody.Http.PostAsJsonAsync("api/session", new { person = Personas.Staff });
        var cookie = session.Headers.GetValues("Set-Cookie").Single();

        StringAssert.Contains(cookie, "httponly", StringComparison.OrdinalIgnoreCase);
        StringAssert.Contains(cookie, "samesite=strict", StringComparison.OrdinalIgnoreCase);
        nobody.Http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.AreEqual(HttpStatusCode.OK, (await nobody.SendAsync("registers")).StatusCode);
        await OfficeClient.ProblemAsync(await nobody.SendAsync("api/me"), "401");
        await OfficeClient.ProblemAsync(await nobody.FileAsync(Personas.StaffPlan, [1]), "401");
    }

    [TestMethod]
    public async Task A_session_ends_after_eight_hours()
    {
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero));
        using var staff = await app.AsAsync(Personas.Staff);

        app.Clock.MoveTo(new DateTimeOffset(2027, 1, 20, 9, 55, 0, TimeSpan.Zero));
        Assert.AreEqual(HttpStatusCode.OK, (await staff.SendAsync("api/me")).StatusCode);
        app.Clock.MoveTo(new DateTimeOffset(2027, 1, 20, 10, 1, 0, TimeSpan.Zero));
        await OfficeClient.ProblemAsync(await staff.SendAsync("api/me"), "401");
    }

    [TestMethod]
    public async Task An_unknown_address_and_a_wrong_method_answer_with_a_problem()
    {
        using var staff = await AsAsync(Personas.Staff);

        await OfficeClient.ProblemAsync(await staff.SendAsync("api/nothing"), "404");
        await OfficeClient.ProblemAsync(await staff.Http.DeleteAsync(new Uri("api/campaigns", UriKind.Relative)), "405");
    }

    [TestMethod]
    public async Task The_openapi_description_names_every_promised_route()
    {
        using var nobody = (await App).Anonymous();

        var paths = (await nobody.GetAsync("openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();

        foreach (var promised in new[] { "/api/session", "/api/me", "/api/campaigns", "/api/forms", "/api/forms/{form}/values", "/api/forms/{form}/document", "/api/forms/read", "/api/forms/check", "/api/forms/repair", "/api/forms/salvage", "/api/submissions", "/api/submissions/{id}", "/api/submissions/{id}/document", "/api/submissions/{id}/review", "/api/registers/{register}", "/api/completion", "/healthz" })
        {
            CollectionAssert.Contains(paths, promised);
        }
    }
}
