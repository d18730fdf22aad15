using System.Text;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>A package in the Strict dialect, as «Strict Open XML Document» saves it: namespaces of all parts and types of all relationships.</summary>
internal static class StrictDialect
{
    private static readonly (string From, string To)[] Names =
    [
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/customXml", "http://purl.oclc.org/ooxml/officeDocument/customXml"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
        ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    ];

    public static Dictionary<string, byte[]> Of(Dictionary<string, byte[]> parts) => parts.ToDictionary(part => part.Key, part => IsXml(part.Key) ? Encoding.UTF8.GetBytes(Of(Encoding.UTF8.GetString(part.Value))) : part.Value);

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal);

    private static string Of(string xml)
    {
        var strict = Names.Aggregate(xml, (text, name) => text.Replace(name.From, name.To, StringComparison.Ordinal));
        return strict.Replace("<w:document ", "<w:document w:conformance=\"strict\" ", StringComparison.Ordinal);
    }
}
