using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Tags;

namespace HocTap.Office.Benchmarks;

/// <summary>Our readers as peers of the comparison: <c>bench-read FILLED SECONDS OUT</c> by tags, <c>bench-read-form FILLED SECONDS OUT</c> as one of our forms.</summary>
internal static class ReadPeer
{
    /// <summary>Reads a document by its tags; what was read last is written to a file, a tag and its value on a line.</summary>
    public static void ByTags(string[] arguments)
    {
        var docx = File.ReadAllBytes(arguments[0]);
        var last = PeerClock.Run(() => TagReader.Read(docx), arguments[1], _ => 0);
        File.WriteAllLines(arguments[2], last is TagResult.Readable read ? Lines(read.Content) : [$"{last}"]);
    }

    /// <summary>The same by the reader of the three forms, with outcomes and findings.</summary>
    public static void AsForm(string[] arguments)
    {
        var docx = File.ReadAllBytes(arguments[0]);
        var last = PeerClock.Run(() => FormReader.Read(new MemoryStream(docx)), arguments[1], _ => 0);
        File.WriteAllLines(arguments[2], last is ReadResult.Readable read ? Lines(read.Document) : [$"{last}"]);
    }

    private static IEnumerable<string> Lines(TaggedContent content) =>
        [.. content.Values.Select(value => $"{value.Tag}\t{value.Text}"), .. content.Rows.SelectMany(rows => rows.Items).SelectMany(Lines)];

    private static IEnumerable<string> Lines(FormDocument document) =>
    [
        .. document.Values.Fields.Select(field => $"{field.Key}\t{field.Value}"),
        .. document.Values.Rows.SelectMany(rows => rows.Value).SelectMany(row => row.Fields).Select(field => $"{field.Key}\t{field.Value}"),
        .. document.Findings.Select(finding => $"{finding.Rule}\t{finding.Message}"),
    ];
}
