using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class FillColumnNamesTests
{
    [TestMethod]
    [DataRow("mau03", "fullName", "fullName")]
    [DataRow("mau03", "họ và tên", "fullName")]
    [DataRow("mau03", "Ho va ten", "fullName", DisplayName = "without marks")]
    [DataRow("mau03", "Ngày, tháng, năm sinh", "dateOfBirth")]
    [DataRow("mau03", "exemplaryTasks[1].exemplaryContent", "exemplaryTasks 1 exemplaryContent")]
    [DataRow("mau03", "Nội dung, mục tiêu", "exemplaryTasks 0 exemplaryContent")]
    [DataRow("mau03", "Nội dung, mục tiêu 2", "exemplaryTasks 1 exemplaryContent")]
    [DataRow("mau03", "Nội dung, mục tiêu (2)", "exemplaryTasks 1 exemplaryContent")]
    [DataRow("mau01", "Đơn vị chủ trì 12", "breakthroughTasks 11 leadUnit")]
    [DataRow("mau03", "Nội dung, mục tiêu 0", null)]
    [DataRow("mau03", "fullname", null, DisplayName = "a tag is a tag")]
    [DataRow("mau03", "models[0].modelName", null, DisplayName = "another form's")]
    [DataRow("mau03", "Tên mô hình", null)]
    public void Tags_and_the_words_of_the_form_are_understood(string form, string name, string? expected) => Assert.AreEqual(expected, Said(Names(form).Find(name)));

    [TestMethod]
    public void Every_label_of_every_form_finds_its_own_field()
    {
        foreach (var form in FormCatalog.All)
        {
            var names = Names(form.Code.Value);
            foreach (var field in form.SingleFields)
            {
                Assert.AreEqual(field.Tag, Said(names.Find(field.Label)));
            }

            foreach (var (rows, column) in form.RowFields.SelectMany(rows => rows.Columns.Select(column => (rows, column))))
            {
                Assert.AreEqual($"{rows.Tag} 2 {column.Tag}", Said(names.Find($"{column.Label} 3")));
                Assert.AreEqual($"{rows.Tag} 2 {column.Tag}", Said(names.Find($"{rows.RowLabel} 3: {column.Label}")), "as changes are told");
            }
        }
    }

    private static FillColumnNames Names(string form) => new(FormCatalog.Find(FormCode.Parse(form))!);

    private static string? Said(FillColumn? column) => column switch
    {
        FillColumn.Single single => single.Field.Tag,
        FillColumn.InRow cell => $"{cell.Rows.Tag} {cell.Place} {cell.Field.Tag}",
        _ => null,
    };
}
