using System.Text.Json;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Benchmarks;

/// <summary>Filling and reading the samples in one process, the limit of filling beside each, and tables longer than any sample.</summary>
internal static class EngineBenchmark
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static readonly int[] Lengths = [5, 60, 1000];

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
        var document = Fill(name, () => FormFiller.Fill(form, campaign, values, identity));
        Figure.Print($"read {name}", "ms", Figure.Time(20, 100, () => FormReader.Read(new MemoryStream(document))));
        foreach (var length in name.EndsWith("typical", StringComparison.Ordinal) && !form.Personal ? Lengths : [])
        {
            var table = LongTable.Of(form, values, length);
            Fill($"{name}, {length} rows", () => FormFiller.Fill(form, campaign, table, identity));
        }
    }

    private static byte[] Fill(string name, Func<byte[]> fill)
    {
        var document = fill();
        var limit = CopyLimit.Of(document);
        var (least, ours) = (Figure.Time(200, 200, () => limit()), Figure.Time(200, 200, () => fill()));
        Figure.Print($"copy Fastest {name}", "ms", least);
        Figure.Print($"fill {name}", "ms", ours);
        Console.WriteLine(FormattableString.Invariant(
            $"{"",-52} {Figure.Median(ours) / Figure.Median(least),9:0.00} times the limit, {Allocated(fill) - document.Length} bytes beside a document of {document.Length} (limit: {limit().Length})"));
        return document;
    }

    private static long Allocated(Func<byte[]> fill)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        fill();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(JsonDocument sample, string name) => sample.RootElement.GetProperty(name).GetString() ?? "";
}
