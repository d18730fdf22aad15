using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates.Quick;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class RoundTripTests
{
    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_filled_form_reads_back_as_it_was_written(string name)
    {
        var sample = Sample.Named(name);

        var document = Reading.Of(sample.Fill());

        Assert.AreEqual(Reading.Json(sample.Form, sample.Normalized), Reading.Json(sample.Form, document.Values));
        Assert.AreEqual(sample.Identity, document.Identity);
        Assert.IsEmpty(document.Findings);
        Assert.IsTrue(document.Outcomes.Values.All(outcome => outcome is FieldOutcome.Kept));
    }
}

internal static class Reading
{
    public static FormDocument Of(byte[] docx) => Result(docx) switch
    {
        ReadResult.Readable readable => readable.Document,
        ReadResult.Refused refused => throw new AssertFailedException($"Refused: {refused.Kind} {refused.Detail}"),
        _ => throw new AssertFailedException("Neither readable nor refused."),
    };

    /// <summary>What came of reading; on the way every document of every test shows that the quick ways of reading say what the tolerant ones say.</summary>
    public static ReadResult Result(byte[] docx)
    {
        var result = FormReader.Read(new MemoryStream(docx));
        QuickReadingTests.AssertSame(docx);
        return result;
    }

    public static string Json(FormDefinition form, FormValues values) => FormJson.Write(form, values).ToJsonString();
}
