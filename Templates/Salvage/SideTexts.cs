using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Salvage;

/// <summary>The lines that stand beside the body of a document: at the top and the bottom of each page, in notes and in comments.</summary>
internal static class SideTexts
{
    private const string Header = "header";

    // The types of relationship of the parts, in the order they are shown in, each with its name for people.
    private static readonly IReadOnlyList<(string Type, string Place)> Parts =
        [(Header, "đầu trang (Header)"), ("footer", "chân trang (Footer)"), ("footnotes", "chú thích cuối trang (Footnote)"), ("endnotes", "chú thích cuối văn bản (Endnote)"), ("comments", "lời bình bên lề (Comment)")];

    /// <summary>The lines at the top of pages, where some people type the head of the paper.</summary>
    public static IReadOnlyList<TypedLine> Heads(IReadOnlyList<TypedLine> sides) => [.. sides.Where(line => line.Place == Parts[0].Place)];

    /// <summary>All of them; a text that several pages repeat is there once.</summary>
    public static IReadOnlyList<TypedLine> Of(DocxParts parts, string mainPart, PaperParts paper) =>
        [.. from part in Parts
            from line in PackageMap.Related(parts, mainPart, part.Type).SelectMany(name => Lines(parts, mainPart, name, paper)).Distinct()
            where !TypedText.IsBlank(line)
            select new TypedLine(-1, line, -1, null, part.Place)];

    private static IEnumerable<string> Lines(DocxParts parts, string mainPart, string name, PaperParts paper)
    {
        var tree = OpenedBoxes.In(LeanTree.Load(() => parts.Open(name)));
        var content = tree.Root?.Elements().ToList() ?? [];
        content.ForEach(element => element.Remove());
        var body = CleanBody.UsingUp(new XDocument(new XElement(W + "document", new XElement(W + "body", content))));
        LegacyBody.Convert(body.Document, parts, mainPart);
        return BodyLines.Read(TypedPaper.NoForm, body.Document, paper).SelectMany(line => line.Text.Split('\n')).Select(TypedText.Line);
    }
}
