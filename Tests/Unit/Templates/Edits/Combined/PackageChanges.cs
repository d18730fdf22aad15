using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>What saving in another program makes of the package around the body.</summary>
internal static class PackageChanges
{
    public static IReadOnlyList<PaperEdit> All =>
    [
        PaperEdit.Always("the Strict dialect", paper => paper.IsStrict = true),
        PaperEdit.Always("styles under other ids", paper => RenameStyles(paper, keepNames: true)),
        PaperEdit.Always("styles under other ids and names", paper => RenameStyles(paper, keepNames: false)),
        PaperEdit.Always("no styles at all", paper => paper.Body.Descendants().Where(style => style.Name == W + "pStyle").Remove()),
        new("our part among others under another name", MovePart),
        new("our part written anew with line breaks", WriteAnew),
        PaperEdit.Always("no glossary", paper => paper.RemoveParts("word/glossary/")),
        PaperEdit.Always("properties of SharePoint", paper => paper.Put("docProps/custom.xml", "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'/>")),
        new("our part lost", LosePart),
        new("an online editor: no controls, bookmarks, part or styles", OnlineEditor),
    ];

    private static bool WriteAnew(Paper paper)
    {
        var part = paper.PartNames.FirstOrDefault(name => name.StartsWith("customXml/item", StringComparison.Ordinal) && !name.Contains("Props", StringComparison.Ordinal));
        if (part is not null)
        {
            paper.EditText(part, text => XDocument.Parse(text).ToString());
        }

        return part is not null;
    }

    private static void RenameStyles(Paper paper, bool keepNames)
    {
        var number = 0;
        paper.EditText("word/styles.xml", text =>
        {
            var styles = XDocument.Parse(text);
            foreach (var style in styles.Descendants(W + "style").Where(style => ((string?)style.Attribute(W + "styleId"))?.StartsWith("Ht", StringComparison.Ordinal) == true))
            {
                var (old, next) = (style.Attribute(W + "styleId")!.Value, $"a{++number}");
                style.SetAttributeValue(W + "styleId", next);
                style.Element(W + "name")!.SetAttributeValue(W + "val", keepNames ? style.Element(W + "name")!.Attribute(W + "val")!.Value : $"Kiểu {number}");
                foreach (var use in styles.Descendants().Concat(paper.Body.Descendants(W + "pStyle")).Where(use => use.Name.LocalName is "basedOn" or "next" or "pStyle" && (string?)use.Attribute(W + "val") == old))
                {
                    use.SetAttributeValue(W + "val", next);
                }
            }

            return styles.ToString(SaveOptions.DisableFormatting);
        });
    }

    private static bool MovePart(Paper paper)
    {
        if (!paper.HasPart("customXml/item1.xml") || paper.HasPart("customXml/item4.xml"))
        {
            return false;
        }

        paper.Rename("customXml/item1.xml", "customXml/item4.xml");
        paper.Put("customXml/item1.xml", "<b:Sources xmlns:b='http://schemas.openxmlformats.org/officeDocument/2006/bibliography'/>");
        paper.Put("customXml/item2.xml", "<p:properties xmlns:p='http://schemas.microsoft.com/office/2006/metadata/properties'><documentManagement/></p:properties>");
        return true;
    }

    private static bool LosePart(Paper paper)
    {
        if (!paper.Expected.KnowsRows)
        {
            return false;
        }

        paper.RemoveParts("customXml/");
        paper.Expected.KnowsRows = false;
        paper.Expected.Told.UnionWith(["D02", "D05", "D06", "D08"]);
        return true;
    }

    private static bool OnlineEditor(Paper paper)
    {
        if (!LosePart(paper))
        {
            return false;
        }

        foreach (var edit in new[] { "all controls opened", "all bookmarks lost", "no styles at all", "grids of other widths", "no glossary" })
        {
            PaperEdit.Named(edit).Apply(paper);
        }

        return true;
    }
}
