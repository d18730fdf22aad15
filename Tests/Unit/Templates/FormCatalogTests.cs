using HocTap.Office.Templates.Authoring;
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
                .SelectMany(block => (IEnumerable<string>)[block.Text, $"{{{block.Field}}}", .. block.Fields.Select(tag => $"{{{tag}}}"), .. block.Left, .. block.Right, .. block.Columns.Select(column => $"{{{column.Field}}}")]));
            foreach (var field in form.Fields.Concat(form.Fields.SelectMany(field => field.Columns)))
            {
                Assert.AreEqual(field.Printed, paper.Contains($"{{{field.Tag}}}", StringComparison.Ordinal), field.Tag);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void The_tags_of_a_form_are_those_of_its_samples(string name)
    {
        var sample = Sample.Named(name);

        CollectionAssert.AreEqual(sample.Json.GetProperty("fields").EnumerateObject().Select(field => field.Name).ToList(), sample.Form.Fields.Select(field => field.Tag).ToList());
    }

    [TestMethod]
    public void A_table_is_as_wide_as_the_text_of_its_page_and_prints_each_column_once()
    {
        foreach (var (form, rows) in FormCatalog.All.SelectMany(form => form.RowFields.Select(rows => (form, rows))))
        {
            if (form.BlockOf(rows) is not { Block: "table" } block)
            {
                continue;
            }

            Assert.IsTrue(LayoutProfiles.All.All(profile => profile.PageOf(form.Orientation).TextWidth == block.Columns.Sum(column => column.Width)));
            CollectionAssert.AreEqual(rows.Columns.Where(column => column.Printed).Select(column => column.Tag).ToList(), block.Columns.Select(column => column.Field).Where(tag => tag.Length > 0).ToList());
        }
    }

    [TestMethod]
    [DataRow("mau01", "advisingUnits taskSource problemTag")]
    [DataRow("mau02", "modelContent")]
    [DataRow("mau03", "exemplaryGroup termPlanLink")]
    public void What_the_paper_has_no_place_for_is_asked_with_the_rows(string code, string tags) => Assert.AreEqual(
        tags, string.Join(' ', FormCatalog.Find(FormCode.Parse(code))!.RowFields.Single().Columns.Where(column => !column.Printed).Select(column => column.Tag)));

    [TestMethod]
    public void What_the_system_derives_is_marked()
    {
        CollectionAssert.AreEqual(new[] { "superiorOrgName", "orgName", "planOwnerName" }, Mau03.Fields.Where(field => field.System).Select(field => field.Tag).ToList());
    }

    [TestMethod]
    [DataRow("mau3")]
    [DataRow("MAU03")]
    [DataRow("mau03\n")]
    [DataRow(null)]
    public void Only_a_form_code_is_one(string? text) => Assert.IsFalse(FormCode.TryParse(text, out _));
}
