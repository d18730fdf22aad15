using HocTap.Office.GraphService.Fillings.Tables;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class CsvRecordsTests
{
    [TestMethod]
    [DataRow("a,b\n1,2\n", "1:a|b 2:1|2")]
    [DataRow("a,b\r\n\r\n1,2", "1:a|b 3:1|2", DisplayName = "an empty line counts but is none")]
    [DataRow("\"a\nb\",c\n1,2\n", "1:a/b|c 3:1|2", DisplayName = "a cell of two lines")]
    [DataRow("\"a\"\"b\",\",\"\n", "1:a\"b|,")]
    [DataRow("a,\n,b\n,\n", "1:a| 2:|b 3:|", DisplayName = "empty cells at the ends")]
    [DataRow("\"a\"b,c\n", "1:ab|c", DisplayName = "letters behind a closing quotation mark")]
    [DataRow("a \"b\" c,d\n", "1:a \"b\" c|d", DisplayName = "quotation marks inside a plain cell")]
    [DataRow("\"a\n\nb\"\n1\n", "1:a//b 4:1", DisplayName = "an empty line inside a cell")]
    public void Records_have_their_values_and_the_line_they_begin_on(string text, string expected)
    {
        var records = Read(text).Select(record => $"{record.Line}:{string.Join('|', record.Values).Replace('\n', '/')}");

        Assert.AreEqual(expected, string.Join(' ', records));
    }

    [TestMethod]
    public void A_quotation_that_never_ends_costs_one_line_and_not_the_rest_of_the_file()
    {
        var records = Read("a,b\n1,\"2\n3,4\n5,6\n").ToList();

        Assert.AreEqual("1,2,3,4", string.Join(',', records.Select(record => record.Line)));
        Assert.AreEqual(1, records[1].Fault?.Place);
        Assert.AreEqual("5,6", string.Join(',', records[3].Values));
    }

    [TestMethod]
    public void A_slip_at_the_end_of_a_long_file_does_not_swallow_the_next_two_hundred_lines()
    {
        var text = "\"open,x\n" + string.Concat(Enumerable.Range(2, 999).Select(line => $"{line},y\n"));

        var records = Read(text).ToList();

        Assert.HasCount(1000, records);
        Assert.IsTrue(records.Index().All(record => record.Item.Line == record.Index + 1));
        Assert.AreEqual(1, records.Count(record => record.Fault is not null));
    }

    [TestMethod]
    public void A_closed_cell_of_too_many_lines_is_not_only_told_as_a_missing_quotation_mark()
    {
        var record = Read("\"" + string.Concat(Enumerable.Repeat("a\n", 300)) + "\",x\n").First();

        Assert.Contains("dài hơn 200 dòng", record.Fault!.Reason);
    }

    private static IEnumerable<TableRecord> Read(string text) => new CsvRecords(new StringReader(text), ',').All();
}
