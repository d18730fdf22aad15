using System.Text.Json;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Benchmarks;

/// <summary>Filling and reading the samples in one process.</summary>
internal static class EngineBenchmark
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Measures every sample of a known form.</summary>
    public static void Run()
    {
        Console.WriteLine($"{"engine, milliseconds",-52} {"min",9} {"median",9} {"max",9}");
        using var campaigns = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, "campaigns.json")));
        foreach (var path in Directory.GetFiles(Path.Combine(Samples, "dev"), "*.json").Order(StringComparer.Ordinal))
        {
            using var sample = JsonDocument.Parse(File.ReadAllText(path));
            if (FormCatalog.Find(FormCode.Parse(Text(sample, "form"))) is { } form)
            {
                Run(Path.GetFileNameWithoutExtension(path), form, sample, campaigns.RootElement.GetProperty(Text(sample, "campaignCode")).Deserialize<CampaignTexts>(Json)!); // the file has it
            }
        }
    }

    private static void Run(string name, FormDefinition form, JsonDocument sample, CampaignTexts campaign)
    {
        var values = FormJson.Read(form, sample.RootElement.GetProperty("fields"));
        var person = sample.RootElement.TryGetProperty("personCode", out var code) ? code.GetString() : null;
        var identity = new DocumentIdentity(form.Code, campaign.CampaignCode, Text(sample, "organizationCode"), person);
        var document = FormFiller.Fill(form, campaign, values, identity);
        Figure.Print($"fill {name}", "ms", Figure.Time(20, 100, () => FormFiller.Fill(form, campaign, values, identity)));
        Figure.Print($"read {name}", "ms", Figure.Time(20, 100, () => FormReader.Read(new MemoryStream(document))));
    }

    private static string Text(JsonDocument sample, string name) => sample.RootElement.GetProperty(name).GetString() ?? "";
}
