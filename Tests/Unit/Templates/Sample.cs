using System.Text.Json;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>One filled example of the sample city, as the product sees it.</summary>
internal sealed record Sample(string Name, JsonElement Json)
{
    private static readonly JsonElement Campaigns = Parse(Path.Combine(Folder, "campaigns.json"));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public static IReadOnlyList<Sample> All { get; } = [.. Directory.EnumerateFiles(Path.Combine(Folder, "dev"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => new Sample(Path.GetFileNameWithoutExtension(file), Parse(file)))];

    public static IEnumerable<object[]> Names => All.Select(sample => new object[] { sample.Name });

    public static IEnumerable<object[]> NamesOfMau03 => NamesOf("mau03");

    public static IEnumerable<object[]> NamesOfTables => [.. NamesOf("mau01"), .. NamesOf("mau02")];

    public static Sample Named(string name) => All.Single(sample => sample.Name == name);

    public FormCode Code => FormCode.Parse(Text("form"));

    public FormDefinition Form => FormCatalog.Find(Code)!;

    public JsonElement Expected => Json.GetProperty("expected");

    public FormValues Values => FormJson.Read(Form, Json.GetProperty("fields"));

    public FormValues Normalized => Expected.TryGetProperty("normalizedFields", out var normalized) ? FormJson.Read(Form, normalized) : Values;

    public DocumentIdentity Identity => new(Code, Text("campaignCode"), Text("organizationCode"), Json.GetProperty("personCode").GetString());

    public CampaignTexts Campaign => CampaignNamed(Text("campaignCode"));

    public static CampaignTexts CampaignNamed(string code) => Campaigns.GetProperty(code).Deserialize<CampaignTexts>(JsonSerializerOptions.Web)!;

    /// <summary>What the rules judge it by: the person's duty as the sample tells it, or the one of its kind of organization.</summary>
    public RuleContext Context => Expected.TryGetProperty("obligation", out var duty)
        ? Judged(duty.GetProperty("plan").GetString() == "required", duty.GetProperty("exemplaryMin").GetInt32(), duty.GetProperty("exemplaryMax"))
        : OfKind(Campaigns.GetProperty(Text("campaignCode")).GetProperty("obligationsByKind").GetProperty(Text("organizationKind")).GetProperty(Text("form")));

    public byte[] Fill() => FormFiller.Fill(Form, Campaign, Values, Identity);

    private static IEnumerable<object[]> NamesOf(string form) => All.Where(sample => sample.Code.Value == form).Select(sample => new object[] { sample.Name });

    private RuleContext OfKind(JsonElement duty) => Judged(duty.GetProperty("min").GetInt32() > 0, duty.GetProperty("min").GetInt32(), duty.GetProperty("max"));

    private RuleContext Judged(bool required, int min, JsonElement max) =>
        new(Campaign.CampaignYear, new DateOnly(2024, 3, 1), required, min, max.ValueKind == JsonValueKind.Number ? max.GetInt32() : null);

    private string Text(string name) => Json.GetProperty(name).GetString()!;

    private static JsonElement Parse(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
}
