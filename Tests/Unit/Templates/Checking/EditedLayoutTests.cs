using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates.Edits;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>Whatever people did to a document and however its layout was spoiled besides: mending it changes nothing of what is read.</summary>
[TestClass]
public sealed class EditedLayoutTests
{
    public static IEnumerable<object[]> Names => EditCorpus.All.Select(item => new object[] { item.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Mending_an_edited_document_changes_no_value_and_no_finding(string name)
    {
        PlanDocument.Made.Value = [];
        EditCorpus.All.Single(item => item.Name == name).Story();
        var made = PlanDocument.Made.Value;
        PlanDocument.Made.Value = null;

        foreach (var docx in made.TakeLast(1))
        {
            ExpectSameReading(docx, name);
            ExpectSameReading(DamagedDocument.Random(docx, name.Length).Docx, name);
            ExpectSameReading(DamagedDocument.Random(docx, name.Length + 1).Docx, name);
        }
    }

    private static void ExpectSameReading(byte[] docx, string story)
    {
        if (FormReader.Read(new MemoryStream(docx)) is not ReadResult.Readable { Document: var before })
        {
            return;
        }

        var repaired = Layouts.Repair(docx).Docx.ToArray();
        var after = Unit.Templates.Reading.Of(repaired);

        Assert.AreEqual(Unit.Templates.Reading.Json(before.Form, before.Values), Unit.Templates.Reading.Json(after.Form, after.Values), story);
        Assert.AreEqual(Findings(before), Findings(after), story);
        Assert.IsEmpty(Layouts.Check(repaired).Deviations.Where(deviation => deviation.CanRepair).ToList(), $"{story}\n{Layouts.Told(repaired)}");
        Assert.IsTrue(Layouts.Repair(repaired).Docx.Span.SequenceEqual(repaired), story);
    }

    // A mark of the layout that comes back is no longer told as lost.
    private static string Findings(FormDocument document) => string.Join('\n', document.Findings.Where(finding => finding.Rule != "D02" || finding.Message.Any(char.IsLetterOrDigit) && !finding.Message.Contains("“*”", StringComparison.Ordinal) && !finding.Message.Contains("“-----”", StringComparison.Ordinal)).Select(finding => $"{finding.Rule} {finding.Path} {finding.Message}"));
}
