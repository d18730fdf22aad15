using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Which registered template a document was made with («dấu phiên bản mẫu»), kept in the document's own XML part; an official template carries none.</summary>
/// <param name="Id">The id of the registered version, ASCII, at most 64 characters.</param>
/// <param name="Version">Counts the versions of one form, organization and campaign from 1.</param>
public sealed record TemplateMark(string Id, int Version)
{
    private const int LongestId = 64;

    internal static TemplateMark? In(XElement form) =>
        (string?)form.Attribute("template") is { Length: > 0 and <= LongestId } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && int.TryParse((string?)form.Attribute("templateRevision"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new TemplateMark(id, version)
            : null;

    internal static IEnumerable<XAttribute> Attributes(TemplateMark? mark) =>
        mark is null ? [] : [new XAttribute("template", mark.Id), new XAttribute("templateRevision", mark.Version.ToString(CultureInfo.InvariantCulture))];
}
