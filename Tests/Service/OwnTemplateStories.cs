using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Templates.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>An organization edits the official template in Word; an administrator registers it, documents are made with it, and SharePoint keeps it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OwnTemplateStories
{
    private static readonly DateTimeOffset Now = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-templates-").FullName;

    public required TestContext TestContext { get; set; }

    [TestCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task The_nearest_template_fills_and_a_document_made_anew_keeps_its_version()
    {
        await using var app = await OfficeApp.StartAsync(Now);
        using var administrator = await app.AsAsync(Personas.Administrator);
        using var person = await app.AsAsync(Personas.Staff);
        var blank = await BlankAsync(administrator, "");

        var city = await RegisteredAsync(administrator, "", Reworded(blank, "MẪU CỦA CẢ THÀNH PHỐ"));
        var byCity = await person.FillAsync(Personas.StaffPlan);
        var unit = await RegisteredAsync(administrator, "&organization=P-TP", Reworded(blank, "MẪU CỦA PHÒNG"));
        var byUnit = await person.FillAsync(Personas.StaffPlan);
        var next = await RegisteredAsync(administrator, "&organization=P-TP", Reworded(blank, "MẪU CỦA PHÒNG, BẢN HAI"));
        var newest = await person.FillAsync(Personas.StaffPlan);
        var anew = await AgainAsync(person, unit.GetProperty("id").GetString()!);
        var official = await AgainAsync(person, "official");

        Assert.AreEqual((1, 1, 2), (city.GetProperty("version").GetInt32(), unit.GetProperty("version").GetInt32(), next.GetProperty("version").GetInt32()));
        Assert.AreEqual("MẪU CỦA CẢ THÀNH PHỐ|MẪU CỦA PHÒNG|MẪU CỦA PHÒNG, BẢN HAI|MẪU CỦA PHÒNG|KẾ HOẠCH", string.Join('|', new[] { byCity, byUnit, newest, anew, official }.Select(TitleOf)));
        foreach (var (docx, template) in new[] { (byCity, city), (byUnit, unit), (newest, next), (anew, unit) })
        {
            var read = await OfficeClient.JsonAsync(await person.ReadAsync(docx));
            Assert.AreEqual(template.GetProperty("id").GetString(), read.GetProperty("template").GetProperty("id").GetString());
            Assert.IsFalse(read.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("rule").GetString()!.StartsWith('D')), read.ToString());
        }

        Assert.AreEqual(JsonValueKind.Null, (await OfficeClient.JsonAsync(await person.ReadAsync(official))).GetProperty("template").ValueKind);
        Assert.AreEqual("MẪU CỦA PHÒNG, BẢN HAI", TitleOf(await BlankAsync(administrator, "&organization=P-TP")), "what to edit next time is what counts now");
        Assert.AreEqual("KẾ HOẠCH", TitleOf(await BlankAsync(administrator, "&organization=P-TP&official=true")));
    }

    [TestMethod]
    public async Task A_document_of_a_template_is_filed_and_read_back_without_complaint()
    {
        await using var app = await OfficeApp.StartAsync(Now);
        using var administrator = await app.AsAsync(Personas.Administrator);
        using var person = await app.AsAsync(Personas.Staff);
        var template = await RegisteredAsync(administrator, "", Reworded(await BlankAsync(administrator, ""), "KẾ HOẠCH CÁ NHÂN"));

        var id = await person.FileToTheEndAsync(Personas.StaffPlan);

        var stored = await (await person.SendAsync($"api/submissions/{id}/document")).Content.ReadAsByteArrayAsync(TestContext.CancellationToken);
        var document = Docx(stored);
        Assert.AreEqual(template.GetProperty("id").GetString(), document.Template?.Id);
        Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
    }

    [TestMethod]
    public async Task SharePoint_keeps_templates_and_a_rebuild_brings_them_back()
    {
        string id;
        await using (var app = await OfficeApp.StartAsync(Now, folder, TestContext.CancellationToken))
        {
            using var administrator = await app.AsAsync(Personas.Administrator);
            id = (await RegisteredAsync(administrator, "&organization=P-TP", Reworded(await BlankAsync(administrator, ""), "MẪU CỦA PHÒNG"))).GetProperty("id").GetString()!;
            await SettledAsync(app);
        }

        string[] here = ["--Data:Directory", folder];
        var rebuilt = await RunningVerb.RunAsync(["rebuild", .. here]);
        var verified = await RunningVerb.RunAsync(["verify", .. here]);
        var path = Path.Combine(folder, "plan.docx");
        var filled = await RunningVerb.RunAsync("""{"actionContent":"Một việc"}""", ["fill", "mau03", "--campaign", "HT2027", "--person", Personas.Staff, "--out", path, .. here]);

        Assert.AreEqual(0, rebuilt.ExitCode, rebuilt.Messages);
        Assert.Contains("Biểu mẫu: 1", rebuilt.Output);
        Assert.AreEqual(0, verified.ExitCode, verified.Output + verified.Messages);
        Assert.AreEqual(0, filled.ExitCode, filled.Messages);
        var docx = await File.ReadAllBytesAsync(path, TestContext.CancellationToken);
        Assert.AreEqual("MẪU CỦA PHÒNG", TitleOf(docx));
        Assert.AreEqual(id, Docx(docx).Template?.Id);
        Assert.IsEmpty(Docx(docx).Findings);
    }

    [TestMethod]
    public async Task A_template_registered_twice_is_one_version_and_an_older_one_sent_again_is_a_new_one()
    {
        await using var app = await OfficeApp.StartAsync(Now);
        using var administrator = await app.AsAsync(Personas.Administrator);
        var blank = await BlankAsync(administrator, "");
        var (one, other) = (Reworded(blank, "MẪU CỦA PHÒNG"), Reworded(blank, "MẪU CỦA PHÒNG, BẢN HAI"));

        var first = await RegisteredAsync(administrator, "&organization=P-TP", one);
        var again = await RegisterAsync(administrator, "mau03", "HT2027", "&organization=P-TP", one);
        var same = await OfficeClient.JsonAsync(again);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => RegisterAsync(administrator, "mau03", "HT2027", "&organization=P-TP", other)));
        var city = await RegisteredAsync(administrator, "", one);
        var back = await RegisteredAsync(administrator, "&organization=P-TP", one);

        Assert.AreEqual(HttpStatusCode.OK, again.StatusCode, same.ToString());
        Assert.AreEqual(first.ToString(), same.ToString());
        CollectionAssert.AreEquivalent(new[] { HttpStatusCode.Created, HttpStatusCode.OK }, both.Select(response => response.StatusCode).ToList());
        Assert.AreEqual((1, 3), (city.GetProperty("version").GetInt32(), back.GetProperty("version").GetInt32()));
        Assert.AreEqual(4, (await administrator.GetAsync("api/templates?campaign=HT2027")).GetArrayLength());
    }

    [TestMethod]
    public async Task A_template_with_errors_is_refused_with_its_findings()
    {
        await using var app = await OfficeApp.StartAsync(Now);
        using var administrator = await app.AsAsync(Personas.Administrator);
        var broken = Unit.Templates.Docx.Edit(await BlankAsync(administrator, ""), body => Unit.Templates.Docx.Control(body, "fullName").Remove());

        var problem = await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau03", "HT2027", "", broken), "422.1");
        var other = await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau01", "HT2027", "", await BlankAsync(administrator, "")), "422.1");
        var check = await OfficeClient.JsonAsync(await administrator.Http.PostAsync(new Uri("api/templates/check", UriKind.Relative), Body(broken), TestContext.CancellationToken));

        Assert.IsTrue(problem.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("rule").GetString() == "T03" && finding.GetProperty("path").GetString() == "fullName"));
        Assert.AreEqual("T02", other.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.IsFalse(check.GetProperty("usable").GetBoolean());
        Assert.AreEqual(0, (await administrator.GetAsync("api/templates?campaign=HT2027")).GetArrayLength());
    }

    [TestMethod]
    public async Task Only_an_administrator_registers_and_only_while_the_campaign_lasts()
    {
        await using var app = await OfficeApp.StartAsync(Now);
        using var administrator = await app.AsAsync(Personas.Administrator);
        using var clerk = await app.AsAsync(Personas.Clerk);
        using var anonymous = app.Anonymous();
        var blank = await BlankAsync(administrator, "");

        await OfficeClient.ProblemAsync(await RegisterAsync(clerk, "mau03", "HT2027", "&organization=P-TP", blank), "403");
        await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau03", "HT2025", "", blank), "409.2");
        await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau09", "HT2027", "", blank), "404");
        await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau03", "HT1999", "", blank), "404");
        await OfficeClient.ProblemAsync(await RegisterAsync(administrator, "mau03", "HT2027", "&organization=X", blank), "404");
        await OfficeClient.ProblemAsync(await administrator.SendAsync("api/templates/0192e4a0-0000-7000-8000-000000000000"), "404");
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await RegisterAsync(anonymous, "mau03", "HT2027", "", blank)).StatusCode);
    }

    [TestMethod]
    public async Task The_command_line_checks_mends_and_registers()
    {
        await using (await OfficeApp.StartAsync(Now, folder, TestContext.CancellationToken))
        {
            // The first start makes the data directory.
        }

        var official = Unit.Templates.Own.TemplateEdit.Official("mau01");
        var picker = Unit.Templates.Docx.Edit(official, body => Kind(Unit.Templates.Docx.Control(body, "documentDate")));
        var (edited, mended) = (Path.Combine(folder, "edited.docx"), Path.Combine(folder, "mended.docx"));
        await File.WriteAllBytesAsync(edited, picker, TestContext.CancellationToken);

        var refused = await RunningVerb.RunAsync("template", "check", edited);
        var wrong = await RunningVerb.RunAsync("template", "check", edited, "--form", "mau77");
        var mend = await RunningVerb.RunAsync("template", "check", edited, "--form", "mau01", "--mend", mended);
        var registered = await RunningVerb.RunAsync("template", "register", mended, "--campaign", "HT2027", "--organization", "P-TP", "--Data:Directory", folder);

        Assert.AreEqual(1, refused.ExitCode, refused.Messages);
        Assert.Contains("Lỗi T06: Ô “Ngày lập” (nhãn documentDate) (bảng 1, dòng 1, ô 2) là ô chọn ngày", refused.Output);
        Assert.AreEqual(2, wrong.ExitCode);
        Assert.AreEqual(0, mend.ExitCode, mend.Output + mend.Messages);
        Assert.AreEqual(0, registered.ExitCode, registered.Output + registered.Messages);
        Assert.Contains("phiên bản 1", registered.Output);
        await using var app = await OfficeApp.StartAsync(Now, folder, TestContext.CancellationToken);
        using var administrator = await app.AsAsync(Personas.Administrator);
        Assert.AreEqual("P-TP", (await administrator.GetAsync("api/templates?campaign=HT2027"))[0].GetProperty("organization").GetString());
    }

    private async Task SettledAsync(OfficeApp app)
    {
        var site = await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);
        for (var tries = 0; tries < 200; tries++)
        {
            await app.Services.GetRequiredService<DeltaFollower>().SyncAsync(site.Items, TestContext.CancellationToken);
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "service.db")}");
            if (await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM own_templates") == 0 && await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM mirror_template_files") == 1)
            {
                return;
            }

            await Task.Delay(50, TestContext.CancellationToken);
        }

        throw new TimeoutException("The template did not come back from SharePoint.");
    }

    private static void Kind(XElement control)
    {
        control.Element(Unit.Templates.Docx.W + "sdtPr")!.Element(Unit.Templates.Docx.W + "text")!.ReplaceWith(new XElement(Unit.Templates.Docx.W + "date"));
    }

    private static async Task<byte[]> BlankAsync(OfficeClient client, string more)
    {
        var response = await client.SendAsync($"api/forms/mau03/template?campaign=HT2027{more}");
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Reworded(byte[] blank, string title) => Unit.Templates.Docx.Edit(blank, body =>
        body.Descendants(Unit.Templates.Docx.W + "t").First(text => text.Value == "KẾ HOẠCH").Value = title);

    private static string TitleOf(byte[] docx) => Unit.Templates.Docx.Text(docx).Split('\n').First(line => line.StartsWith("KẾ HOẠCH", StringComparison.Ordinal) || line.StartsWith("MẪU", StringComparison.Ordinal));

    private static FormDocument Docx(byte[] docx) => ((ReadResult.Readable)FormReader.Read(new MemoryStream(docx))).Document;

    private static async Task<JsonElement> RegisteredAsync(OfficeClient client, string more, byte[] docx)
    {
        var response = await RegisterAsync(client, "mau03", "HT2027", more, docx);
        var json = await OfficeClient.JsonAsync(response);
        Assert.AreEqual(HttpStatusCode.Created, response.StatusCode, json.ToString());
        Assert.AreEqual($"/api/templates/{json.GetProperty("id").GetString()}", response.Headers.Location?.ToString());
        return json;
    }

    private static Task<HttpResponseMessage> RegisterAsync(OfficeClient client, string form, string campaign, string more, byte[] docx) =>
        client.Http.PostAsync(new Uri($"api/templates?form={form}&campaign={campaign}{more}", UriKind.Relative), Body(docx));

    private static ByteArrayContent Body(byte[] docx) => new(docx) { Headers = { ContentType = new MediaTypeHeaderValue(OfficeClient.DocxType) } };

    private static async Task<byte[]> AgainAsync(OfficeClient person, string template)
    {
        var response = await person.Http.PostAsJsonAsync($"api/forms/mau03/document?{Personas.StaffPlan.Target}&template={template}", new { fields = Personas.StaffPlan.Fields() });
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }
}
