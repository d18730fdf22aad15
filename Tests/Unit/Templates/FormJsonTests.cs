using System.Text.Json;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class FormJsonTests
{
    private static readonly FormDefinition Form = FormCatalog.Find(FormCode.Parse("mau03"))!;

    [TestMethod]
    public void Every_tag_is_written_even_when_empty()
    {
        var json = FormJson.Write(Form, FormValues.Empty);

        CollectionAssert.AreEqual(Form.Fields.Select(field => field.Tag).ToList(), json.Select(pair => pair.Key).ToList());
        Assert.AreEqual("", json["fullName"]!.GetValue<string>());
        Assert.IsEmpty(json["exemplaryTasks"]!.AsArray());
    }

    [TestMethod]
    public void A_row_keeps_its_id_and_its_group_is_a_number()
    {
        var values = Read("""{"exemplaryTasks":[{"rowId":"r-1","exemplaryGroup":"2","exemplaryContent":"a\r\nb","later":1}]}""");

        var row = FormJson.Write(Form, values)["exemplaryTasks"]![0]!;

        Assert.AreEqual("""{"rowId":"r-1","exemplaryGroup":2,"exemplaryContent":"a\nb","exemplarySolution":"","termPlanLink":""}""", row.ToJsonString());
    }

    [TestMethod]
    public void A_date_may_be_given_as_people_write_it() => Assert.AreEqual("2024-02-05", Read("""{"documentDate":"5/2/2024"}""")["documentDate"]);

    [TestMethod]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("\"x\"")]
    [DataRow("""{"fullName":{}}""")]
    [DataRow("""{"fullName":[1]}""")]
    [DataRow("""{"fullName":true}""")]
    [DataRow("""{"exemplaryTasks":"x"}""")]
    [DataRow("""{"exemplaryTasks":[1]}""")]
    [DataRow("""{"exemplaryTasks":[{"exemplaryContent":{}}]}""")]
    [DataRow("""{"exemplaryTasks":[{"exemplaryGroup":3}]}""")]
    [DataRow("""{"documentDate":"31/02/2024"}""")]
    [DataRow("""{"documentDate":20240205}""")]
    public void A_wrong_shape_is_told_in_words(string json)
    {
        var read = FormJson.TryRead(Form, JsonDocument.Parse(json).RootElement, out var values, out var error);

        Assert.IsFalse(read);
        Assert.IsNull(values);
        Assert.AreEqual('.', error![^1]);
    }

    [TestMethod]
    public void More_rows_than_the_system_takes_are_refused()
    {
        var json = $$"""{"exemplaryTasks":[{{string.Join(',', Enumerable.Repeat("{}", 201))}}]}""";

        Assert.IsFalse(FormJson.TryRead(Form, JsonDocument.Parse(json).RootElement, out _, out _));
    }

    [TestMethod]
    [DataRow("""["Ban Tuyên giáo Thành ủy\u000bLưu", "", null, " Lưu\tVP "]""", "Ban Tuyên giáo Thành ủy Lưu\nLưu VP")]
    [DataRow("\"Một\\r\\n\\n Hai \"", "Một\nHai")]
    [DataRow("[]", "")]
    public void A_list_is_one_text_for_each_line(string list, string value)
    {
        var form = FormCatalog.Find(FormCode.Parse("mau01"))!;

        var values = FormJson.Read(form, JsonDocument.Parse($$"""{"recipients":{{list}}}""").RootElement);

        Assert.AreEqual(value, values["recipients"]);
        CollectionAssert.AreEqual(value.Split('\n', StringSplitOptions.RemoveEmptyEntries), FormJson.Write(form, values)["recipients"]!.AsArray().Select(line => line!.GetValue<string>()).ToList());
    }

    [TestMethod]
    [DataRow("[1]")]
    [DataRow("[[\"x\"]]")]
    [DataRow("{}")]
    public void A_list_of_anything_else_is_told_in_words(string list)
    {
        var read = FormJson.TryRead(FormCatalog.Find(FormCode.Parse("mau01"))!, JsonDocument.Parse($$"""{"recipients":{{list}}}""").RootElement, out _, out var error);

        Assert.IsFalse(read);
        StringAssert.Contains(error, "“Nơi nhận”", StringComparison.Ordinal);
    }

    private static FormValues Read(string json) => FormJson.Read(Form, JsonDocument.Parse(json).RootElement);
}
