using System.Net;
using System.Text;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Salvage;

namespace HocTap.Office.Tests.Render;

/// <summary>Typed forms that began their life as plain text, as a web page, as an OpenDocument or an old Word file, turned into .docx by LibreOffice.</summary>
[TestClass]
public sealed class SalvageConversionTests
{
    private static readonly string[] Samples = ["mau01-2-typical", "mau02-2-typical", "mau03-2-typical"];

    private static readonly Lazy<Conversions> Converted = new(() => new Conversions(All()));

    public static IEnumerable<object[]> Names => All().Select(paper => new object[] { paper.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_converted_form_has_no_wrong_value_that_looks_right(string name)
    {
        RenderTools.Need("soffice");
        var paper = All().Single(item => item.Name == name);

        var verdicts = SalvageOracle.Judge(paper.Sample.Form, paper.Clerk.Typed, SalvageOracle.Read(Converted.Value.Docx(name)));

        Assert.AreEqual("", string.Join('\n', verdicts.Where(verdict => verdict.IsWrongAndBelieved)));
        Assert.IsGreaterThanOrEqualTo(paper.LeastSure, (double)verdicts.Count(verdict => verdict.IsSureAndRight) / verdicts.Count, string.Join('\n', verdicts.Where(verdict => !verdict.IsSureAndRight)));
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Converted.IsValueCreated)
        {
            Converted.Value.Dispose();
        }
    }

    private static IEnumerable<Paper> All() => Samples.Select(Sample.Named).SelectMany(sample => new[]
    {
        new Paper($"{sample.Name}.txt", sample, new Habits { Head = HeadHabit.Spaces, Rows = RowHabit.Tabs, Foot = FootHabit.Spaces, Slips = true }, 0.9),
        new Paper($"{sample.Name}.html", sample, new Habits { Labels = LabelHabit.Bullets }, 0.95),
        new Paper($"{sample.Name}.odt", sample, new Habits { Head = HeadHabit.Tabs, Rows = RowHabit.ExtraColumns, Foot = FootHabit.Lines }, 0.95),
        new Paper($"{sample.Name}.doc", sample, new Habits { Labels = LabelHabit.Table, Slips = true }, 0.95),
    });

    private sealed record Paper(string Name, Sample Sample, Habits Habits, double LeastSure)
    {
        public Clerk Clerk => new(Sample.Form, Sample.Campaign, Sample.Normalized, Habits);
    }

    /// <summary>The papers, each brought into its own format and from there into .docx; two runs of LibreOffice for each format.</summary>
    private sealed class Conversions : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("hoctap-salvage-").FullName;

        public Conversions(IEnumerable<Paper> papers)
        {
            foreach (var format in papers.GroupBy(paper => Path.GetExtension(paper.Name)[1..]))
            {
                var files = format.Select(paper => Written(paper, format.Key)).ToList();
                if (format.Key is "odt" or "doc")
                {
                    Convert(format.Key, format.Key, files);
                    files = files.ConvertAll(file => Path.Combine(folder, format.Key, Path.GetFileNameWithoutExtension(file) + "." + format.Key));
                }

                Convert("docx", $"{format.Key}-docx", files, format.Key == "txt" ? ["--infilter=Text (encoded):UTF8,LF,,,"] : format.Key == "html" ? ["--infilter=HTML (StarWriter)"] : []);
            }
        }

        public byte[] Docx(string name) => File.ReadAllBytes(Path.Combine(folder, $"{Path.GetExtension(name)[1..]}-docx", Path.GetFileNameWithoutExtension(name) + ".docx"));

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private string Written(Paper paper, string format)
        {
            var file = Path.Combine(folder, Path.GetFileNameWithoutExtension(paper.Name) + (format is "txt" or "html" ? "." + format : ".docx"));
            var typed = paper.Clerk.Document();
            File.WriteAllBytes(file, format switch
            {
                "txt" => Encoding.UTF8.GetBytes(typed.ToPlainText()),
                "html" => Encoding.UTF8.GetBytes($"<html><head><meta charset=\"utf-8\"></head><body>{typed.ToHtml(WebUtility.HtmlEncode)}</body></html>"),
                _ => typed.ToBytes(),
            });
            return file;
        }

        private void Convert(string format, string output, IReadOnlyList<string> files, params string[] options) => RenderTools.Run("soffice",
            ["--headless", $"-env:UserInstallation=file://{folder}/profile", .. options, "--convert-to", format == "docx" ? "docx:MS Word 2007 XML" : format, "--outdir", Path.Combine(folder, output), .. files]);
    }
}
