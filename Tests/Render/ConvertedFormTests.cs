using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render;

/// <summary>Forms that somebody kept as an old Word file or as OpenDocument for a while: tags and our part are gone, words and tables are not.</summary>
[TestClass]
public sealed class ConvertedFormTests
{
    // LibreOffice counts signs outside the first plane twice and so prints the end of the next line behind them once more; it is read as it is printed.
    private const string PrintedWrong = "odt mau01-5-hazard";

    private static readonly Dictionary<string, Lazy<ConvertedForms>> Converted = new[] { "doc", "odt" }
        .ToDictionary(format => format, format => new Lazy<ConvertedForms>(() => new ConvertedForms(Sample.All.Select(sample => (sample.Name, sample.Fill())), format)));

    public static IEnumerable<object[]> Papers => Converted.Keys.SelectMany(format => Sample.All.Select(sample => new object[] { format, sample.Name }));

    [TestMethod]
    [DynamicData(nameof(Papers))]
    public void A_form_that_was_kept_in_another_format_reads_the_same_and_says_what_it_lost(string format, string name)
    {
        RenderTools.Need("soffice");
        var sample = Sample.Named(name);

        var document = Unit.Templates.Reading.Of(Converted[format].Value.Of(name));

        Assert.AreEqual("D06", string.Join(' ', document.Findings.Select(finding => finding.Rule)), string.Join('\n', document.Findings.Select(finding => finding.Message)));
        Assert.AreEqual($"{format} {name}" == PrintedWrong ? "breakthroughTasks[1].taskContent" : "", string.Join(' ', Differences(sample, document)));
    }

    [ClassCleanup]
    public static void Clear()
    {
        foreach (var made in Converted.Values.Where(made => made.IsValueCreated))
        {
            made.Value.Dispose();
        }
    }

    private static IEnumerable<string> Differences(Sample sample, FormDocument document)
    {
        var (written, rows, read) = (sample.Normalized, sample.Form.RowFields.Single(), document.Values);
        Assert.HasCount(written.RowsOf(rows.Tag).Count, read.RowsOf(rows.Tag));
        return sample.Form.SingleFields.Where(field => field.Printed && written[field.Tag] != read[field.Tag]).Select(field => field.Tag)
            .Concat(written.RowsOf(rows.Tag).Zip(read.RowsOf(rows.Tag)).SelectMany((pair, number) => rows.Columns
                .Where(column => column.Printed && pair.First[column.Tag] != pair.Second[column.Tag]).Select(column => $"{rows.Tag}[{number}].{column.Tag}")));
    }
}
