using System.Xml.Linq;

namespace HocTap.Office.Templates.Filling;

/// <summary>What a document's own XML part tells of how it was laid out, so that it can be held against that later without its campaign.</summary>
/// <param name="Profile">The name of the layout profile; null in documents from before it was told.</param>
/// <param name="Heading">The name of the heading; null in the same.</param>
internal sealed record LayoutNames(string? Profile, string? Heading)
{
    public static readonly LayoutNames None = new(null, null);

    public static LayoutNames In(XElement form) => new((string?)form.Attribute("profile"), (string?)form.Attribute("heading"));
}
