using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates;

[TestClass]
public sealed class TextTests
{
    public static IEnumerable<object[]> AllSamples => Sample.All.Select(sample => new object[] { sample.Name });

    [TestMethod]
    [DynamicData(nameof(AllSamples))]
    public void File_names_and_date_lines_are_those_of_the_samples(string name)
    {
        var sample = Sample.Named(name);
        var fields = sample.Json.GetProperty("fields");
        var person = fields.TryGetProperty("fullName", out var full) ? full.GetString() : null;
        var date = DateOnly.ParseExact(fields.GetProperty("documentDate").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.AreEqual(sample.Expected.GetProperty("fileName").GetString(), FormFileName.For(sample.Identity, person));
        Assert.AreEqual(
            sample.Expected.GetProperty("dateLine").GetString(),
            VietnameseDates.Line(VietnameseText.OneLine(fields.GetProperty("placeName").GetString()), date));
        if (sample.Expected.TryGetProperty("dateOfBirthText", out var born))
        {
            Assert.IsTrue(VietnameseDates.TryParse(fields.GetProperty("dateOfBirth").GetString(), out var day));
            Assert.AreEqual(born.GetString(), VietnameseDates.Short(day));
        }
    }

    [TestMethod]
    public void A_file_name_stays_within_its_length_and_alphabet()
    {
        var identity = new DocumentIdentity(FormCode.Parse("mau03"), "HT2024", new string('Đ', 300), "N 01/..\\");

        var name = FormFileName.For(identity, string.Join(' ', Enumerable.Repeat("Nguyễn", 30)));

        Assert.IsLessThanOrEqualTo(120, name.Length);
        StringAssert.Matches(name, new System.Text.RegularExpressions.Regex(@"\A[A-Za-z0-9_-]+\.docx\z"));
    }

    [TestMethod]
    [DataRow("a\u000bb\u2028c\u2029d\u0085e\u000cf\r\ng\rh", "a\nb\nc\nd\ne\nf\ng\nh", DisplayName = "every kind of line end")]
    [DataRow("\u200bxin\u00ad \ufeffchào\u202e\u0007", "xin chào", DisplayName = "what cannot be seen or carried")]
    [DataRow("a  \n\n\n\nb\t\n", "a\n\nb", DisplayName = "line ends and empty lines")]
    [DataRow("   a) thụt\n\t- tab", "   a) thụt\n\t- tab", DisplayName = "indents stay")]
    [DataRow("e\u0302\u0323", "ệ", DisplayName = "NFD becomes NFC")]
    [DataRow("👨\u200d👩\u200d👧 Quý\u00a0III", "👨\u200d👩\u200d👧 Quý\u00a0III", DisplayName = "joiners and no-break spaces stay")]
    public void Paragraphs_are_cleaned(string raw, string clean) => Assert.AreEqual(clean, VietnameseText.Normalize(FieldType.Multi, raw));

    // Not as data of the test: attributes cannot hold half a character.
    [TestMethod]
    public void Any_text_at_all_is_decomposed_and_composed()
    {
        (string Text, string Decomposed, string Composed)[] cases =
        [
            ("ệ", "e\u0323\u0302", "ệ"), ("a\uFFFEb\uFFFFc", "abc", "abc"), ("a\uD800", "a\uFFFD", "a\uFFFD"),
            ("\uDC00\U0001F600\uFDD0", "\uFFFD\U0001F600\uFDD0", "\uFFFD\U0001F600\uFDD0"),
        ];
        foreach (var (text, decomposed, composed) in cases)
        {
            Assert.AreEqual(decomposed, VietnameseText.Decomposed(text));
            Assert.AreEqual(composed, VietnameseText.Composed(text));
            Assert.AreEqual(composed, VietnameseText.Composed(decomposed));
        }
    }

    [TestMethod]
    public void One_line_has_neither_tabs_nor_line_ends() => Assert.AreEqual("a b c", VietnameseText.Normalize(FieldType.Text, " a\tb\nc\r\n"));

    [TestMethod]
    public void Cleaning_twice_changes_nothing_more()
    {
        foreach (var raw in new[] { "a\u00ad\u0302 b", "\n\n x \u200b\n \n\u0085", "\ud83d", "e\u200b\u0301" })
        {
            var once = VietnameseText.Paragraphs(raw);
            Assert.AreEqual(once, VietnameseText.Paragraphs(once));
        }
    }

    [TestMethod]
    [DataRow("2024-02-05")]
    [DataRow("ngày 05 tháng 02 năm 2024")]
    [DataRow("ngày 5 tháng 2 năm 2024")]
    [DataRow("Ngày 5 tháng 2 năm 2024.")]
    [DataRow("5/2/2024")]
    [DataRow("05/02/2024")]
    [DataRow("05-02-2024")]
    [DataRow("5.2.2024")]
    [DataRow(" 05 / 02 / 2024 ")]
    [DataRow("nga\u0300y 05 tha\u0301ng 02 na\u0306m 2024", DisplayName = "NFD")]
    public void A_day_is_understood_as_people_write_it(string text)
    {
        Assert.IsTrue(VietnameseDates.TryParse(text, out var date));
        Assert.AreEqual(new DateOnly(2024, 2, 5), date);
    }

    [TestMethod]
    [DataRow("31/02/2024")]
    [DataRow("29/02/2023")]
    [DataRow("05/02/24")]
    [DataRow("2/2024")]
    [DataRow("ngày 05 tháng ... năm 2024")]
    [DataRow("ngày 05/02 hoặc 06/02/2024")]
    [DataRow("tháng 3")]
    [DataRow("5/2-2024")]
    [DataRow("00/01/2024")]
    [DataRow("")]
    public void What_is_not_surely_a_day_is_none(string text) => Assert.IsFalse(VietnameseDates.TryParse(text, out _));

    [TestMethod]
    public void Every_day_is_read_back_from_both_printed_forms()
    {
        for (var day = new DateOnly(2023, 12, 1); day < new DateOnly(2025, 2, 1); day = day.AddDays(1))
        {
            Assert.IsTrue(VietnameseDates.TryParse(VietnameseDates.Long(day), out var fromLong) && fromLong == day);
            Assert.IsTrue(VietnameseDates.TryParse(VietnameseDates.Short(day), out var fromShort) && fromShort == day);
        }
    }

    [TestMethod]
    [DataRow(2024, 3, 4, "04/3/2024")]
    [DataRow(2024, 1, 25, "25/01/2024")]
    [DataRow(2021, 5, 18, "18/5/2021")]
    [DataRow(2024, 12, 1, "01/12/2024")]
    public void Only_small_days_and_the_first_two_months_take_a_zero(int year, int month, int day, string printed) =>
        Assert.AreEqual(printed, VietnameseDates.Short(new DateOnly(year, month, day)));

    [TestMethod]
    [DataRow("ngày ..... tháng ..... năm 2024", true)]
    [DataRow("ngày tháng năm 2024", true)]
    [DataRow("..../..../......", true)]
    [DataRow("ngày 5 tháng ..... năm 2024", false)]
    [DataRow("..../3/2024", false)]
    public void A_printed_blank_is_told_from_half_a_date(string text, bool blank) => Assert.AreEqual(blank, VietnameseDates.IsBlank(text));

    [TestMethod]
    [DataRow("Hoà", "hòa")]
    [DataRow("ĐƯỜNG  Duy Đệ", "duong duy de")]
    [DataRow("H’Lăm", "h’lam")]
    public void Folding_finds_what_people_type_without_marks(string one, string other) =>
        Assert.AreEqual(SearchText.Fold(one), SearchText.Fold(other));

    [TestMethod]
    public void Words_are_sorted_by_the_Vietnamese_alphabet()
    {
        string[] sorted = ["an", "anh", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "bách", "ca", "da", "đa", "em", "êm", "on", "ôn", "ơn", "un", "ưn", "y"];

        CollectionAssert.AreEqual(sorted, sorted.Reverse().Order(VietnameseComparer.Text).ToArray());
    }

    [TestMethod]
    public void People_are_sorted_by_given_name()
    {
        string[] people = ["Nguyễn Văn Bình", "Đỗ Thị An", "Trần Ân", "Lê Bá Ba", "Bùi An", "Đinh An"];

        CollectionAssert.AreEqual(
            new[] { "Bùi An", "Đinh An", "Đỗ Thị An", "Trần Ân", "Lê Bá Ba", "Nguyễn Văn Bình" },
            people.Order(VietnameseComparer.People).ToArray());
    }
}
