using System.Net.Http.Headers;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Checking;

namespace HocTap.Office.Tests.Service;

/// <summary>A person whose document came back for its layout asks what is wrong, has it mended in one step, and takes it back.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LayoutStories : ServiceTests
{
    [TestMethod]
    public async Task A_document_as_it_was_filled_has_nothing_to_mend()
    {
        using var staff = await AsAsync(Personas.Staff);
        var docx = await staff.FillAsync(Personas.StaffPlan);

        var check = await OfficeClient.JsonAsync(await PostAsync(staff, "check", docx));
        var repaired = await PostAsync(staff, "repair", docx);

        Assert.AreEqual("mau03 HT2027 HD36-2018", $"{check.GetProperty("form")} {check.GetProperty("campaign")} {check.GetProperty("profile")}");
        Assert.AreEqual(0, check.GetProperty("deviations").GetArrayLength() + check.GetProperty("fixedText").GetArrayLength());
        Assert.AreEqual("0", repaired.Headers.GetValues("HocTap-Mended").Single());
        CollectionAssert.AreEqual(docx, await repaired.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task What_was_spoiled_is_told_with_place_and_rule_and_mended_as_chosen()
    {
        using var staff = await AsAsync(Personas.Staff);
        var docx = DamagedDocument.Of(await staff.FillAsync(Personas.StaffPlan), [.. Damage.All.Where(damage => damage.Name is "a margin" or "another size" or "no asterisk")], 3).Docx;

        var deviations = (await OfficeClient.JsonAsync(await PostAsync(staff, "check", docx))).GetProperty("deviations").EnumerateArray().ToList();
        var margin = deviations.Single(deviation => deviation.GetProperty("rule").GetString() == "L02");
        var one = await PostAsync(staff, $"repair?deviation={margin.GetProperty("id").GetString()}", docx);
        var all = await PostAsync(staff, "repair", docx);

        CollectionAssert.AreEquivalent(new[] { "L02", "L06", "L17" }, deviations.Select(deviation => deviation.GetProperty("rule").GetString()).ToList());
        Assert.Contains("Hướng dẫn 36-HD/VPTW", margin.GetProperty("source").GetString()!);
        Assert.Contains("Trang giấy: lề trang đang là", margin.GetProperty("message").GetString()!);
        Assert.AreEqual("1", one.Headers.GetValues("HocTap-Mended").Single());
        Assert.AreEqual("3", all.Headers.GetValues("HocTap-Mended").Single());
        Assert.AreEqual(0, (await OfficeClient.JsonAsync(await PostAsync(staff, "check", await all.Content.ReadAsByteArrayAsync()))).GetProperty("deviations").GetArrayLength());
        Assert.AreEqual(2, (await OfficeClient.JsonAsync(await PostAsync(staff, "check", await one.Content.ReadAsByteArrayAsync()))).GetProperty("deviations").GetArrayLength());
    }

    [TestMethod]
    public async Task Changed_words_of_the_form_are_told_where_they_stand()
    {
        using var staff = await AsAsync(Personas.Staff);
        var docx = Docx.Edit(await staff.FillAsync(Personas.StaffPlan), body => body.Descendants(Docx.W + "t").First(text => text.Value.StartsWith("2. Giải pháp", StringComparison.Ordinal)).Value = "2. Giải pháp:");

        var changed = (await OfficeClient.JsonAsync(await PostAsync(staff, "check", docx))).GetProperty("fixedText").EnumerateArray().Single();

        Assert.AreEqual("textChanged", changed.GetProperty("kind").GetString());
        Assert.StartsWith("Mục II", changed.GetProperty("place").GetString()!);
    }

    [TestMethod]
    [DataRow("check")]
    [DataRow("repair")]
    public async Task Who_is_not_signed_in_and_what_is_no_form_are_problems(string route)
    {
        using var nobody = (await App).Anonymous();
        using var staff = await AsAsync(Personas.Staff);
        var docx = await staff.FillAsync(Personas.StaffPlan);

        await OfficeClient.ProblemAsync(await PostAsync(nobody, route, docx), "401");
        await OfficeClient.ProblemAsync(await PostAsync(staff, route, "không phải Word"u8.ToArray()), "415");
        await OfficeClient.ProblemAsync(await PostAsync(staff, route, docx[..(docx.Length / 2)]), "422.2");
        await OfficeClient.ProblemAsync(await PostAsync(staff, route, []), "400");
    }

    private static Task<HttpResponseMessage> PostAsync(OfficeClient client, string route, byte[] docx) => client.Http.PostAsync(
        new Uri($"api/forms/{route}", UriKind.Relative), new ByteArrayContent(docx) { Headers = { ContentType = MediaTypeHeaderValue.Parse(OfficeClient.DocxType) } });
}
