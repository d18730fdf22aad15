using System.Text.Json;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Salvage;

namespace HocTap.Office.Tests.Service;

/// <summary>A form typed by hand is shown as it was understood, and nothing of it is stored.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SalvageStories : ServiceTests
{
    private static readonly Sample Plan = Sample.Named("mau03-2-typical");

    [TestMethod]
    public async Task A_hand_typed_plan_comes_back_with_a_confidence_for_each_value()
    {
        using var staff = await AsAsync(Personas.Staff);

        var answer = await JsonAsync(await staff.SalvageAsync(Typed(Habits.Careful)));

        Assert.AreEqual("mau03", answer.GetProperty("form").GetString());
        Assert.AreEqual(2024, answer.GetProperty("year").GetInt32());
        Assert.AreEqual("HT2024", answer.GetProperty("campaign").GetString());
        Assert.AreEqual("Châu Thị Bích Yến", answer.GetProperty("person").GetString());
        Assert.AreEqual("1981-06-27", answer.GetProperty("fields").GetProperty("dateOfBirth").GetString());
        Assert.AreEqual(1, answer.GetProperty("fields").GetProperty("exemplaryTasks").GetArrayLength());
        var confidence = answer.GetProperty("confidence").GetProperty("dateOfBirth");
        Assert.AreEqual("high", confidence.GetProperty("level").GetString());
        Assert.AreEqual(1, confidence.GetProperty("score").GetDouble());
        Assert.AreEqual("Ngày, tháng, năm sinh: 27/6/1981", confidence.GetProperty("found").GetString());
        Assert.AreEqual("high", answer.GetProperty("confidence").GetProperty("exemplaryTasks[0].exemplaryContent").GetProperty("level").GetString());
        Assert.AreEqual(0, answer.GetProperty("leftovers").GetArrayLength());
    }

    [TestMethod]
    public async Task Salvaging_files_and_drafts_nothing()
    {
        using var staff = await AsAsync(Personas.Staff);
        var before = await staff.GetAsync("api/submissions?campaign=HT2024&organization=P-TP");

        await staff.SalvageAsync(Typed(Habits.Careful));

        Assert.AreEqual(before.GetRawText(), (await staff.GetAsync("api/submissions?campaign=HT2024&organization=P-TP")).GetRawText());
    }

    [TestMethod]
    public async Task A_document_with_our_controls_is_read_by_them()
    {
        using var staff = await AsAsync(Personas.Staff);

        var answer = await JsonAsync(await staff.SalvageAsync(Plan.Fill()));

        Assert.IsTrue(answer.GetProperty("hasControls").GetBoolean());
        Assert.IsTrue(answer.GetProperty("confidence").EnumerateObject().All(field => field.Value.GetProperty("level").GetString() == "high"));
    }

    [TestMethod]
    public async Task What_is_no_form_is_refused_in_words()
    {
        using var staff = await AsAsync(Personas.Staff);

        await OfficeClient.ProblemAsync(await staff.SalvageAsync(new TypedDocument().Lines("GIẤY MỜI", "Kính mời đồng chí dự họp.").ToBytes()), "422.3");
        await OfficeClient.ProblemAsync(await staff.SalvageAsync("không phải Word"u8.ToArray()), "415");
    }

    [TestMethod]
    public async Task Nobody_salvages_without_signing_in()
    {
        using var nobody = (await App).Anonymous();

        await OfficeClient.ProblemAsync(await nobody.SalvageAsync(Typed(Habits.Careful)), "401");
    }

    private static byte[] Typed(Habits habits) => new Clerk(Plan.Form, Plan.Campaign, Plan.Normalized, habits).Type();

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.IsTrue(answer.IsSuccessStatusCode, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
