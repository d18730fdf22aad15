using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates.Hostile;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>Any text of Unicode in any field: never markup, and read back as the documented normal form says (N1 to N8, <c>VietnameseText</c>).</summary>
[TestClass]
public sealed class AnyUnicodeTests
{
    private const int MostRows = 3;

    // What broke some program once.
    private static readonly string[] Pieces =
    [
        "]]>", "<![CDATA[", "&lt;", "&amp;", "&#0;", "&#x1F600;", "<w:p/>", "</w:t></w:r>", "<!--", "-->", "<?xml?>", "<!DOCTYPE x>", "\"", "'", "{fullName}", "${x}", "{{x}}", "=1+1", "@x",
        "\0", "\u0001", "\u0008", "\u001f", "\u007f", "\u0085", "\u009f", "\ufffe", "\uffff", "\ufffd", "\ufdd0", "\ud800", "\udc00", "\udc00\ud800", "\U0001FFFE", "\U0010FFFF", "\U000E0041",
        "\r\n", "\r", "\n", "\n\n\n", "\n \n", "\t", "\t\t", "\u000b", "\u000c", "\u2028", "\u2029", " ", "  ", "\u00a0", "\u2003", "\u3000", "\u202f",
        "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c",
        "e\u0302\u0323", "\u1ec7", "a\u0323\u0302", "\u0301", "\u0344", "\u1100\u1161", "\uac00", "\u2126", "\u212b", "ﬁ", "Đ", "ữ", "ﷺ", "漢", "👩\u200d👧", "☑\ufe0f", "...", "…..", "Không", ".....",
    ];

    public static IEnumerable<object[]> Forms => FormCatalog.All.Select(form => new object[] { form.Code.Value });

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void Any_text_in_any_field_reads_back_in_its_documented_form(string code)
    {
        var sample = Sample.Named($"{code}-2-typical");
        Fuzzing.Check(Arb.From(Values(sample.Form), Smaller), Fuzzing.TextCases / 3, raw =>
        {
            var document = Reading.Of(FormFiller.Fill(sample.Form, sample.Campaign, raw, sample.Identity));
            Assert.AreEqual(Reading.Json(sample.Form, DocumentedForm.Of(sample.Form, raw)), Reading.Json(sample.Form, document.Values));
            Assert.IsEmpty(document.Findings, string.Join('\n', document.Findings.Select(finding => finding.Message)));
        });
    }

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void Any_text_leaves_the_package_valid(string code)
    {
        var sample = Sample.Named($"{code}-2-typical");
        Fuzzing.Check(Arb.From(Values(sample.Form), Smaller), 25, raw =>
        {
            using var file = new MemoryStream(FormFiller.Fill(sample.Form, sample.Campaign, raw, sample.Identity));
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Microsoft365 })
            {
                var errors = new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Description} {error.Path?.XPath}").ToList();
                Assert.IsEmpty(errors, string.Join('\n', errors));
            }
        });
    }

    private static Gen<FormValues> Values(FormDefinition form) =>
        from singles in Fields(form.SingleFields)
        from count in Gen.Choose(0, MostRows)
        from rows in Gen.ArrayOf(Fields(form.RowFields.Single().Columns), count)
        select new FormValues(singles, new Dictionary<string, IReadOnlyList<FormRow>> { [form.RowFields.Single().Tag] = [.. rows.Select(row => new FormRow(null, row))] });

    private static Gen<Dictionary<string, string>> Fields(IEnumerable<FieldDefinition> fields)
    {
        var list = fields.ToList();
        return Gen.ArrayOf(Text(), list.Count).SelectMany(texts => Gen.ArrayOf(Gen.Choose(0, 30_000), list.Count).Select(days => list
            .Select((field, index) => (field.Tag, Value: field.Type switch
            {
                FieldType.Date => new DateOnly(1950, 1, 1).AddDays(days[index]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                FieldType.Choice => field.Choices[days[index] % field.Choices.Count].Code,
                _ => texts[index],
            }))
            .ToDictionary(pair => pair.Tag, pair => pair.Value)));
    }

    private static Gen<string> Text()
    {
        var letter = Gen.Frequency(
            (6, Gen.Elements(Pieces)),
            (3, Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString())),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)),
            (3, Gen.Choose(' ', '~').Select(code => ((char)code).ToString())));
        return Gen.Choose(0, 12).SelectMany(length => Gen.ArrayOf(letter, length)).Select(string.Concat);
    }

    // One field at a time empty, then half of its text.
    private static IEnumerable<FormValues> Smaller(FormValues values)
    {
        foreach (var (tag, text) in values.Fields.Where(pair => pair.Value.Length > 0 && !DateOnly.TryParse(pair.Value, CultureInfo.InvariantCulture, out _)))
        {
            yield return values with { Fields = new Dictionary<string, string>(values.Fields) { [tag] = "" } };
            if (text.Length > 1)
            {
                yield return values with { Fields = new Dictionary<string, string>(values.Fields) { [tag] = text[..(text.Length / 2)] } };
                yield return values with { Fields = new Dictionary<string, string>(values.Fields) { [tag] = text[(text.Length / 2)..] } };
            }
        }

        foreach (var (tag, rows) in values.Rows.Where(pair => pair.Value.Count > 0))
        {
            yield return values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [tag] = [.. rows.Skip(1)] } };
            foreach (var column in rows[0].Fields.Where(pair => pair.Value.Length > 0))
            {
                yield return values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [tag] = [rows[0] with { Fields = new Dictionary<string, string>(rows[0].Fields) { [column.Key] = column.Value.Length > 1 ? column.Value[..(column.Value.Length / 2)] : "" } }, .. rows.Skip(1)] } };
            }
        }
    }
}

/// <summary>The documented normal form said a second time, by patterns and in another order than the product does it.</summary>
internal static class DocumentedForm
{
    public static FormValues Of(FormDefinition form, FormValues raw)
    {
        var singles = form.SingleFields.ToDictionary(field => field.Tag, field => Of(field, raw[field.Tag]));
        foreach (var copy in form.SingleFields.Where(field => field.CopyOf.Length > 0 && singles[field.Tag].Length == 0))
        {
            singles[copy.Tag] = singles[copy.CopyOf];
        }

        var rows = form.RowFields.Single();
        var kept = raw.RowsOf(rows.Tag).Select(row => new FormRow(null, rows.Columns.ToDictionary(column => column.Tag, column => Of(column, row[column.Tag]))));
        return new FormValues(Filled(singles), new Dictionary<string, IReadOnlyList<FormRow>> { [rows.Tag] = [.. kept.Select(row => row with { Fields = Filled(row.Fields) })] });
    }

    private static Dictionary<string, string> Filled(IEnumerable<KeyValuePair<string, string>> fields) => fields.Where(pair => pair.Value.Length > 0).ToDictionary();

    private static string Of(FieldDefinition field, string text)
    {
        var value = field.Type switch
        {
            FieldType.Multi => Paragraphs(Characters(text)),
            FieldType.Lines => string.Join('\n', Characters(text).Split('\n').Select(OneLine).Where(line => line.Length > 0)),
            FieldType.Text or FieldType.Date or FieldType.Choice or FieldType.Rows => OneLine(Characters(text)),
        };
        return IsBlank(field, value) ? "" : value;
    }

    // N1 to N3: what XML or paper has no place for goes, every line end is one, the rest is composed.
    private static string Characters(string text)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var ends = System.Text.RegularExpressions.Regex.Replace(whole, "\r\n|[\r\n\u000B\u000C\u0085\u2028\u2029]", "\n");
        var kept = System.Text.RegularExpressions.Regex.Replace(ends, "[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]", "");
        return kept.Normalize(NormalizationForm.FormC);
    }

    // N4 and N5.
    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ').Trim();

    private static string Paragraphs(string text)
    {
        var trimmed = string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
        return System.Text.RegularExpressions.Regex.Replace(trimmed, "\n{3,}", "\n\n").Trim('\n');
    }

    // N8.
    private static bool IsBlank(FieldDefinition field, string value)
    {
        var words = string.Join(' ', value.Replace('\n', ' ').Replace('\t', ' ').Trim().Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 || words == field.Placeholder || (field.Placeholder.Length > 0 && System.Text.RegularExpressions.Regex.IsMatch(words, "^[.…]{2,}(-[.…]{2,})?$"));
    }
}
