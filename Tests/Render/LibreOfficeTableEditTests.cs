using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates;

namespace HocTap.Office.Tests.Render;

/// <summary>What people do to a form with a table («biểu») in LibreOffice, done in LibreOffice on each of them.</summary>
[TestClass]
public sealed class LibreOfficeTableEditTests
{
    private static readonly Lazy<LibreOfficeEdits> Played = new(() => new LibreOfficeEdits(Stories!)); // set before any test runs

    private static IReadOnlyList<OfficeStory> Stories { get; } = [.. new[] { "mau01-2-typical", "mau02-2-typical" }.SelectMany(name => StoriesOf(new FilledTable(Sample.Named(name))))];

    public static IEnumerable<object[]> Names => Stories.Select(story => new object[] { story.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_edit_in_LibreOffice_loses_no_words_unsaid(string name)
    {
        RenderTools.Need("soffice");

        Stories.Single(story => story.Name == name).Expect(Played.Value.Saved(name));
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Played.IsValueCreated)
        {
            Played.Value.Dispose();
        }
    }

    private static IEnumerable<OfficeStory> StoriesOf(FilledTable table)
    {
        var (head, words) = (table.Head, table.WordsOf(1));
        return
        [
            table.Story("saved as it was", saved => table.Expect(saved, rows => rows)),
            table.Story("a value changed", saved => table.Expect(saved, rows => FilledTable.Reworded(rows, 1, words, "Ghi khác"))).Replace(words, "Ghi khác"),
            table.Story("typed into a value", saved => table.Expect(saved, rows => FilledTable.Reworded(rows, 1, words, $"{words} gõ thêm"))).Type(words, " gõ thêm"),
            table.Story("a row copied", saved => table.Expect(saved, rows => [rows[0], rows[0], .. rows.Skip(1)], $"D03 {table.Rows.Tag}[1]")).CopyRow(head, 1, table.Columns.Count + 1),
            table.Story("a row deleted", saved => table.Expect(saved, rows => [rows[0], .. rows.Skip(2)])).DeleteRow(head, 2),
            table.Story("tracked words", saved => table.Expect(saved, rows => FilledTable.Reworded(rows, 1, words, $"{words} gõ thêm"), "D01 ", "D10 ")).Track().Type(words, " gõ thêm"),
            table.Story("tracked replacement", saved => table.Expect(saved, rows => FilledTable.Reworded(rows, 1, words, "Ghi khác"), "D01 ", "D10 ")).Track().Replace(words, "Ghi khác"),
        ];
    }

    /// <summary>A filled form with a table, and what must be read of it after an edit.</summary>
    private sealed class FilledTable(Sample sample)
    {
        private readonly PrintBlock block = sample.Form.Print.Single(block => block.Block == "table");

        public FieldDefinition Rows { get; } = sample.Form.RowFields.Single();

        public IReadOnlyList<string> Columns => [.. block.Columns.Where(column => column.Field.Length > 0).Select(column => column.Field)];

        /// <summary>The head of the widest column.</summary>
        public string Head => block.Columns.MaxBy(column => column.Width)!.Head; // no table is without columns

        private IReadOnlyList<FormRow> Written => sample.Normalized.RowsOf(Rows.Tag);

        public OfficeStory Story(string name, Action<byte[]> expect) => new($"{sample.Code} {name}", sample.Fill(), expect);

        /// <summary>The first words of a row.</summary>
        public string WordsOf(int row) => string.Join(' ', Written[row][Columns[0]].Split(' ').Take(4));

        public static IReadOnlyList<FormRow> Reworded(IReadOnlyList<FormRow> rows, int number, string from, string to) =>
            [.. rows.Select((row, index) => index != number ? row : new FormRow(null, row.Fields.ToDictionary(field => field.Key, field => field.Value.Replace(from, to, StringComparison.Ordinal))))];

        /// <summary>The printed columns of these rows and all single values are read, and these findings are told and no others.</summary>
        public void Expect(byte[] saved, Func<IReadOnlyList<FormRow>, IReadOnlyList<FormRow>> rows, params string[] findings)
        {
            var document = Unit.Templates.Reading.Of(saved);

            Assert.AreEqual(Printed(rows(Written)), Printed(document.Values.RowsOf(Rows.Tag)));
            foreach (var field in sample.Form.SingleFields.Where(field => field.Printed))
            {
                Assert.AreEqual(sample.Normalized[field.Tag], document.Values[field.Tag], field.Tag);
            }

            CollectionAssert.AreEquivalent(findings, document.Findings.Select(finding => $"{finding.Rule} {finding.Path}").ToList(), string.Join('\n', document.Findings.Select(finding => finding.Message)));
        }

        private string Printed(IReadOnlyList<FormRow> rows) => string.Join('\n', rows.Select(row => string.Join(" | ", Columns.Select(column => row[column]))));
    }
}
