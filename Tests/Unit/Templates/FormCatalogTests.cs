using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class FormCatalogTests
{
    private static readonly FormDefinition Mau03 = FormCatalog.Find(FormCode.Parse("mau03"))!;

    [TestMethod]
    public void Tags_are_unique_ASCII_and_fit_a_content_control()
    {
        foreach (var form in FormCatalog.All)
        {
            var tags = form.Fields.Concat(form.Fields.SelectMany(field => field.Columns)).Select(field => field.Tag).ToList();

            Assert.AreEqual(tags.Count, tags.Distinct().Count());
            Assert.IsTrue(tags.TrueForAll(tag => tag.Length <= 64 && tag.All(char.IsAsciiLetterOrDigit)));
        }
    }

    [TestMethod]
    public void Every_printed_field_has_its_place_on_paper()
    {
        foreach (var form in FormCatalog.All)
        {
            var paper = string.Join('\n', form.Print.Concat(form.Print.SelectMany(block => block.Row))
                .SelectMany(block => (IEnumerable<string>)[block.Text, $"{{{block.Field}}}", .. block.Fields.Select(tag => $"{{{tag}}}"), .. block.Left, .. block.Right]));
            foreach (var field in form.Fields.Concat(form.Fields.SelectMany(field => field.Columns)))
            {
                Assert.AreEqual(field.Printed, paper.Contains($"{{{field.Tag}}}", StringComparison.Ordinal), field.Tag);
            }
        }
    }

    [TestMethod]
    public void The_tags_of_Mau03_are_those_of_the_samples()
    {
        var sample = Sample.Named("mau03-2-typical").Json.GetProperty("fields");

        CollectionAssert.AreEqual(sample.EnumerateObject().Select(field => field.Name).ToList(), Mau03.Fields.Select(field => field.Tag).ToList());
    }

    [TestMethod]
    public void What_the_system_derives_and_what_is_not_printed_is_marked()
    {
        CollectionAssert.AreEqual(new[] { "superiorOrgName", "orgName", "planOwnerName" }, Mau03.Fields.Where(field => field.System).Select(field => field.Tag).ToList());
        CollectionAssert.AreEqual(new[] { "exemplaryGroup", "termPlanLink" }, Mau03.Field("exemplaryTasks").Columns.Where(column => !column.Printed).Select(column => column.Tag).ToList());
    }

    [TestMethod]
    [DataRow("mau3")]
    [DataRow("MAU03")]
    [DataRow("mau03\n")]
    [DataRow(null)]
    public void Only_a_form_code_is_one(string? text) => Assert.IsFalse(FormCode.TryParse(text, out _));
}
