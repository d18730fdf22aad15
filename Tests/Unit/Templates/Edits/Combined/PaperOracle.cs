using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>The one judge of all edits: every value is what the eye sees, or a finding names its place; and no rule speaks that nothing gave reason to.</summary>
internal static class PaperOracle
{
    // Those that say a value is not read. D01 to D03 and D06 tell of other things and excuse none.
    private static readonly HashSet<string> Excuses = ["D04", "D05", "D07", "D08", "D09"];

    /// <summary>What is wrong with a reading, in words; none when it is right.</summary>
    public static IReadOnlyList<string> Faults(Paper paper, ReadResult result) => result is ReadResult.Readable { Document: var document }
        ? [.. Singles(paper.Expected, document), .. Rows(paper, document), .. Unasked(paper.Expected, document)]
        : [$"refused: {result}"];

    private static IEnumerable<string> Singles(PaperExpectation expected, FormDocument document) =>
        from tag in expected.Singles
        let read = document.Values[tag]
        where !expected.Accepts(tag, read) && !IsExcused(document, tag, expected[tag], read)
        select $"{tag}: “{expected[tag]}” read as “{read}”";

    private static IEnumerable<string> Rows(Paper paper, FormDocument document)
    {
        var (expected, tag) = (paper.Expected, paper.Rows.Tag);
        var (wanted, read) = (expected.Rows.Where(row => !paper.IsTable || row.Fields.Values.Any(text => text.Length > 0)).ToList(), document.Values.RowsOf(tag));
        if (wanted.Count != read.Count)
        {
            return IsExcused(document, tag, string.Join('\n', wanted.SelectMany(row => row.Fields.Values)), "") ? [] : [$"{wanted.Count} rows read as {read.Count}"];
        }

        return wanted.Zip(read).SelectMany((pair, index) => Row(expected, document, FieldPath.Row(tag, index), pair.First, pair.Second));
    }

    private static IEnumerable<string> Row(PaperExpectation expected, FormDocument document, string path, ExpectedRow wanted, FormRow read)
    {
        foreach (var (column, text) in wanted.Fields)
        {
            if (!expected.Accepts($"{wanted.Key}/{column}", read[column]) && !IsExcused(document, $"{path}.{column}", text, read[column]))
            {
                yield return $"{path}.{column}: “{text}” read as “{read[column]}”";
            }
        }

        // An id or a choice of another row is a wrong value; none at all is told by D03 or D06.
        if (expected.KnowsRows && read.RowId is { } id && id != wanted.Id && !IsTwin(expected, id, wanted))
        {
            yield return $"{path} took the id {id} of another row";
        }

        if (expected.KnowsRows && read.RowId is null && wanted.Id is not null && !document.Findings.Any(finding => finding.Rule == "D03" && finding.Path == path))
        {
            yield return $"{path} lost the id {wanted.Id} unsaid";
        }

        if (read.RowId is not null && read.RowId == wanted.Id && wanted.Unprinted.Any(pair => read[pair.Key] != pair.Value))
        {
            yield return $"{path} lost what is not printed";
        }
    }

    // Of a row and its copy nobody can say which is which, the less once one of them was changed.
    private static bool IsTwin(PaperExpectation expected, string id, ExpectedRow row) => row.Origin == id || expected.Rows.Any(other => other.Id == id && other.Fields.All(pair => row.Fields[pair.Key] == pair.Value))
        || !expected.Rows.Any(other => other.Id == id);

    private static bool IsExcused(FormDocument document, string path, string wanted, string read) => document.Findings.Any(finding => Excuses.Contains(finding.Rule)
        && (finding.Path == path || (finding.Path.Length > 0 && path.StartsWith(finding.Path + '.', StringComparison.Ordinal)) || (finding.Path.Length == 0 && Names(finding.Message, wanted, read))));

    // «Đoạn “…” nằm ngoài…»: the words that are missing from the value.
    private static bool Names(string message, string wanted, string read)
    {
        var (from, to) = (message.IndexOf('“', StringComparison.Ordinal), message.LastIndexOf('”'));
        var words = from >= 0 && to > from ? message[(from + 1)..to].TrimStart('-', ' ').TrimEnd('…', ',', '.') : "";
        return words.Length > 0 && (VietnameseText.Words(wanted).Contains(words, StringComparison.Ordinal) || words.Contains(VietnameseText.Words(wanted), StringComparison.Ordinal))
            && !VietnameseText.Words(read).Contains(words, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Unasked(PaperExpectation expected, FormDocument document) =>
        from finding in document.Findings
        where !expected.Allows(finding.Rule)
        select $"unasked: {finding.Rule} {finding.Path} {finding.Message}";
}
