using System.Text.Json;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Benchmarks;

/// <summary>Filling and reading the product's own forms, each beside its limit in the same process: every sample, and tables longer than any sample.</summary>
internal static class EngineBenchmark
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    // A form has at most 200 rows; the last is only to be filled.
    private static readonly int[] Lengths = [5, 60, 200, 1000];

    /// <summary>Measures the samples of the known forms whose name has these letters.</summary>
    public static void Run(string letters)
    {
        var cases = Cases().Where(item => item.Name.Contains(letters, StringComparison.Ordinal)).ToList();
        SideBySide.PrintHead("fill; limit: copy Fastest");
        cases.ForEach(Fill);
        SideBySide.PrintHead("read; limit: inflate + XmlReader");
        cases.Where(item => item.Values.Rows.Values.All(rows => rows.Count <= FormJson.MostRows)).ToList().ForEach(Read);
    }

    private static void Fill(Case item)
    {
        var limit = CopyLimit.Of(item.Fill());
        SideBySide.Print(item.Name, () => limit(), () => item.Fill(), Allocated(() => item.Fill()) - item.Fill().Length);
    }

    private static void Read(Case item)
    {
        var document = item.Fill();
        var limit = PassLimit.Of(document);
        SideBySide.Print(item.Name, () => limit(), Once, Allocated(Once));

        void Once() => FormReader.Read(new MemoryStream(document));
    }

    private static IEnumerable<Case> Cases()
    {
        using var campaigns = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, "campaigns.json")));
        foreach (var path in Directory.GetFiles(Path.Combine(Samples, "dev"), "*.json").Order(StringComparer.Ordinal))
        {
            using var sample = JsonDocument.Parse(File.ReadAllText(path));
            if (FormCatalog.Find(FormCode.Parse(Text(sample, "form"))) is { } form)
            {
                var campaign = campaigns.RootElement.GetProperty(Text(sample, "campaignCode")).Deserialize<CampaignTexts>(Json)!; // the file has it
                foreach (var item in Cases(Path.GetFileNameWithoutExtension(path), form, sample, campaign))
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<Case> Cases(string name, FormDefinition form, JsonDocument sample, CampaignTexts campaign)
    {
        var values = FormJson.Read(form, sample.RootElement.GetProperty("fields"));
        var person = sample.RootElement.TryGetProperty("personCode", out var code) ? code.GetString() : null;
        var identity = new DocumentIdentity(form.Code, campaign.CampaignCode, Text(sample, "organizationCode"), person);
        var lengths = name.EndsWith("typical", StringComparison.Ordinal) && !form.Personal ? Lengths : [];
        return
        [
            new Case(name, form, campaign, values, identity),
            .. lengths.Select(length => new Case($"{name}, {length} rows", form, campaign, LongTable.Of(form, values, length), identity)),
        ];
    }

    // Measured twice: the first call may have to work out what is then kept.
    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(JsonDocument sample, string name) => sample.RootElement.GetProperty(name).GetString() ?? "";

    private sealed record Case(string Name, FormDefinition Form, CampaignTexts Campaign, FormValues Values, DocumentIdentity Identity)
    {
        public byte[] Fill() => FormFiller.Fill(Form, Campaign, Values, Identity);
    }
}
