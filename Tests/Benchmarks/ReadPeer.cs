using System.Globalization;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Tags;

namespace HocTap.Office.Benchmarks;

/// <summary>Our readers as peers of the comparison: <c>bench-read FILLED SECONDS OUT</c> by tags, <c>bench-read-form FILLED SECONDS OUT</c> as one of our forms.</summary>
internal static class ReadPeer
{
    /// <summary>Reads a document over and over; what was read last is written to a file, a tag and its value on a line.</summary>
    public static void ByTags(string filled, string seconds, string? output)
    {
        var docx = File.ReadAllBytes(filled);
        var last = (TagResult?)null;
        PeerLoop.Run(() => Done(last = TagReader.Read(docx)), Seconds(seconds));
        Write(output, last is TagResult.Readable read ? Lines(read.Content) : [$"{last}"]);
    }

    /// <summary>The same by the reader of the three forms, with outcomes and findings.</summary>
    public static void AsForm(string filled, string seconds, string? output)
    {
        var docx = File.ReadAllBytes(filled);
        var last = (ReadResult?)null;
        PeerLoop.Run(() => Done(last = FormReader.Read(new MemoryStream(docx))), Seconds(seconds));
        Write(output, last is ReadResult.Readable read ? Lines(read.Document) : [$"{last}"]);
    }

    private static long Done(object? result) => result is null ? 1 : 0;

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(TaggedContent content) =>
        [.. content.Values.Select(value => $"{value.Tag}\t{value.Text}"), .. content.Rows.SelectMany(rows => rows.Items).SelectMany(Lines)];

    private static IEnumerable<string> Lines(FormDocument document) =>
    [
        .. document.Values.Fields.Select(field => $"{field.Key}\t{field.Value}"),
        .. document.Values.Rows.SelectMany(rows => rows.Value).SelectMany(row => row.Fields).Select(field => $"{field.Key}\t{field.Value}"),
        .. document.Findings.Select(finding => $"{finding.Rule}\t{finding.Message}"),
    ];

    private static void Write(string? output, IEnumerable<string> lines)
    {
        if (output is not null)
        {
            File.WriteAllLines(output, lines);
        }
    }
}
