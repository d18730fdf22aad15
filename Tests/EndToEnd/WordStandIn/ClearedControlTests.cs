using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A control that was cleared shows its blank, and reads as empty.</summary>
[TestClass]
public sealed class ClearedControlTests
{
    public static IEnumerable<object[]> Names => Sample.Names;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Every_field_that_was_cleared_in_word_reads_as_empty(string name)
    {
        var sample = Sample.Named(name);
        var document = new WordDocument(sample.Fill());
        foreach (var control in document.Controls.Where(control => control.Type != "RepeatingSection" && control.Tag.Length > 0).ToList())
        {
            document.Clear(control.Id);
        }

        var read = FormReader.Read(new MemoryStream(document.ToBytes())) as ReadResult.Readable;

        Assert.IsNotNull(read);
        var said = sample.Form.SingleFields.Where(field => field.Printed && read.Document.Values[field.Tag].Length > 0).Select(field => field.Tag)
            .Concat(sample.Form.RowFields.SelectMany(rows => read.Document.Values.RowsOf(rows.Tag).SelectMany(row => rows.Columns.Where(column => column.Printed && row[column.Tag].Length > 0).Select(column => column.Tag))));
        Assert.AreEqual("", string.Join(' ', said));
    }
}
