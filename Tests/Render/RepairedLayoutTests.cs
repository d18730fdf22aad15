using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Checking;

namespace HocTap.Office.Tests.Render;

/// <summary>A mended document is printed just where the undamaged one is; the damaged one is not.</summary>
[TestClass]
public sealed class RepairedLayoutTests
{
    private const double Tolerance = 0.1;

    private static readonly (string Sample, int[] Damages)[] Stories = [("mau01-2-typical", [0, 1]), ("mau02-2-typical", [2, 3]), ("mau03-2-typical", [4, 5, 6])];

    private static readonly Lazy<PrintedPapers> Printed = new(() => new PrintedPapers(Papers()));

    public static IEnumerable<object[]> Names => Stories.SelectMany(story => story.Damages.Select(seed => new object[] { story.Sample, seed }));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Every_word_stands_where_it_stood_before_the_damage(string name, int seed)
    {
        RenderTools.Need("soffice", "pdftotext");

        var (before, damaged, mended) = (Printed.Value.Words(name), Printed.Value.Words($"{name}-{seed}-damaged"), Printed.Value.Words($"{name}-{seed}-mended"));

        Assert.IsGreaterThan(0, Apart(before, damaged), "the damage is seen on paper");
        Assert.AreEqual(0, Apart(before, mended));
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Printed.IsValueCreated)
        {
            Printed.Value.Dispose();
        }
    }

    private static IEnumerable<(string Name, byte[] Docx)> Papers()
    {
        foreach (var (name, seeds) in Stories)
        {
            var docx = Sample.Named(name).Fill();
            yield return (name, docx);
            foreach (var seed in seeds)
            {
                // Of each rule that moves words on paper, one damage.
                var damages = Damage.All.Where(damage => damage.Rule is "L02" or "L06" or "L11" or "L12" or "L14" or "L15" or "L16" or "L17" or "L20" or "L21").GroupBy(damage => damage.Rule)
                    .Select(same => same.ElementAt(seed % same.Count())).OrderByDescending(damage => damage.Rule is "L16" or "L17" or "L20");
                var damaged = DamagedDocument.Of(docx, damages, seed).Docx;
                yield return ($"{name}-{seed}-damaged", damaged);
                yield return ($"{name}-{seed}-mended", Layouts.Repair(damaged).Docx.ToArray());
            }
        }
    }

    private static int Apart(List<PrintedLine> one, List<PrintedLine> other) => one.Count != other.Count ? Math.Max(one.Count, other.Count)
        : one.Zip(other).Count(pair => pair.First.Page != pair.Second.Page || pair.First.Text != pair.Second.Text
            || Math.Abs(pair.First.Left - pair.Second.Left) > Tolerance || Math.Abs(pair.First.Top - pair.Second.Top) > Tolerance);

    private sealed class PrintedPapers : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("hoctap-mended-").FullName;

        public PrintedPapers(IEnumerable<(string Name, byte[] Docx)> papers)
        {
            foreach (var (name, docx) in papers)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{name}.docx"), docx);
            }

            RenderTools.Run("soffice", ["--headless", $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}", "--convert-to", "pdf", "--outdir", folder, .. Directory.GetFiles(folder, "*.docx")]);
        }

        public List<PrintedLine> Words(string name) =>
            [.. RenderedPage.Words(RenderTools.Run("pdftotext", ["-bbox-layout", Path.Combine(folder, $"{name}.pdf"), "-"])).OrderBy(word => word.Page).ThenBy(word => Math.Round(word.Top)).ThenBy(word => word.Left)];

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
