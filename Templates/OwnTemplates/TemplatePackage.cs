using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Brings the parts around a template's body to the names and content the filler works with; what people put into headers, styles and pictures stays.</summary>
internal static class TemplatePackage
{
    private const string CustomProperties = "docProps/custom.xml";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The parts for one body.</summary>
    public static void Prepare(DocxParts parts, string mainPart, XDocument body, FormDefinition form, TemplateMark? mark)
    {
        parts.Put(mainPart, body);
        Rename(parts, mainPart, DocumentPath);
        PackageEdits.RemoveParts(parts, [.. parts.Names.Where(IsGone)]);
        PutForm(parts, form, mark);
        PutGlossary(parts, form);
        NameFirstFooter(parts, body);
    }

    /// <summary>The same package for a trial: what is no markup is empty, so that pictures are not written and read again and again.</summary>
    public static byte[] WithoutPictures(DocxParts parts)
    {
        var typed = PackageMap.XmlParts(SafeXml.Parse(parts[ContentTypesPath]!)); // every package has its types
        return parts.Emptied(name => !PackageSafety.IsMarkup(name, typed) && !name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToBytes();
    }

    private static void PutForm(DocxParts parts, FormDefinition form, TemplateMark? mark)
    {
        parts.Put(FormPath, FormPart.Blank(form, mark));
        parts.Put(FormPropertiesPath, PackageFrame.FormProperties());
        parts.Put(FormRelationsPath, PackageFrame.FormRelations("itemProps1.xml"));
        PackageEdits.AddContentType(parts, FormPropertiesPath, PackageFrame.FormPropertiesType);
        PackageEdits.AddRelation(parts, DocumentPath, RelationTypes + "customXml", "/" + FormPath);
        if (!DefaultTypes(parts).Contains("xml"))
        {
            PackageEdits.AddContentType(parts, FormPath, "application/xml");
        }
    }

    private static void PutGlossary(DocxParts parts, FormDefinition form)
    {
        parts.Put(GlossaryPath, new Prompts(form).Build());
        PackageEdits.AddContentType(parts, GlossaryPath, WordType + "document.glossary+xml");
        PackageEdits.AddRelation(parts, DocumentPath, RelationTypes + "glossaryDocument", "glossary/document.xml");
    }

    // The filler writes an empty foot of the first page, higher or lower: it must be that one, and never one with words or pictures of people's own.
    private static void NameFirstFooter(DocxParts parts, XDocument body)
    {
        var id = (string?)body.Descendants(W + "sectPr").FirstOrDefault(section => section.Element(W + "titlePg") is not null)?.Elements(W + "footerReference")
            .FirstOrDefault(reference => (string?)reference.Attribute(W + "type") == "first")?.Attribute(R + "id");
        var target = id is null ? null : TargetOf(parts, id);
        if (target is not null && parts[target] is { } footer && IsEmpty(SafeXml.Parse(footer)))
        {
            Rename(parts, target, FirstFooterPath);
        }
        else
        {
            MoveAway(parts, FirstFooterPath);
        }
    }

    private static string? TargetOf(DocxParts parts, string id) => parts[DocumentRelationsPath] is { } relations
        ? SafeXml.Parse(relations).Root!.Elements().Where(relation => (string?)relation.Attribute("Id") == id).Select(relation => PackageMap.Resolve("word", (string?)relation.Attribute("Target") ?? "")).FirstOrDefault()
        : null;

    private static bool IsEmpty(XDocument part) => !part.Descendants().Any(element => element.Name.LocalName is "drawing" or "pict" or "fldSimple" or "instrText" or "tbl" or "t");

    // All of it is put anew, or tells what another document was.
    private static bool IsGone(string name) => name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("word/glossary/", StringComparison.OrdinalIgnoreCase) || name.Equals(CustomProperties, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> DefaultTypes(DocxParts parts) =>
        SafeXml.Parse(parts[ContentTypesPath]!).Root!.Elements(Types + "Default").Select(type => ((string?)type.Attribute("Extension") ?? "").ToLowerInvariant()).ToHashSet(); // every package has its types

    private static void MoveAway(DocxParts parts, string name)
    {
        if (parts.Has(name))
        {
            var free = Enumerable.Range(1, 1000).Select(number => name.Replace(".xml", $"Own{number}.xml", StringComparison.Ordinal)).First(other => !parts.Has(other));
            Rename(parts, name, free);
        }
    }

    private static void Rename(DocxParts parts, string from, string to)
    {
        if (from.Equals(to, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        MoveAway(parts, to);
        PackageEdits.MovePart(parts, from, to);
    }
}
