using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Writes the final data into a document's own XML part when it is filed («ghi phần dữ liệu khi nộp»); what is printed stays byte for byte.</summary>
public static class DocumentStamp
{
    /// <summary>The same document whose XML part tells this identity and these values, each row with its lasting id.</summary>
    /// <param name="docx">A document that <see cref="FormReader"/> has read.</param>
    /// <param name="identity">What it is filed for.</param>
    /// <param name="form">Its form.</param>
    /// <param name="values">The values as read, rows carrying their ids.</param>
    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public static byte[] WithRowIds(byte[] docx, DocumentIdentity identity, FormDefinition form, FormValues values)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(values);
        var parts = PackageReader.ReadTrusted(docx);
        var mainPart = PackageMap.MainPart(parts)!;
        var body = CleanBody.UsingUp(LeanTree.Load(() => parts.Open(mainPart)));
        var written = WrittenPart.Find(parts, [form]);
        var fixedLines = written?.Lines ?? FixedText.Found(BodyLines.Read(form, body.Document, PaperParts.Of(parts, mainPart)), written?.Printed ?? form);
        var content = FormPart.Build(identity, form, values, FormPart.Fixed(fixedLines, written?.OwnPrints ?? []), written?.Template, written?.Layout ?? LayoutNames.None);
        FormPartHome.Put(parts, written?.PartName, content);
        return parts.ToBytes();
    }
}

/// <summary>Finds the XML part's place in a package, or makes one where another program dropped it.</summary>
internal static class FormPartHome
{
    public static void Put(DocxParts parts, string? present, byte[] content)
    {
        if (present is not null)
        {
            parts.Put(present, content);
            return;
        }

        var number = Enumerable.Range(1, 1000).First(n => !parts.Has($"customXml/item{n}.xml") && !parts.Has($"customXml/itemProps{n}.xml"));
        parts.Put($"customXml/item{number}.xml", content);
        parts.Put($"customXml/itemProps{number}.xml", PackageFrame.FormProperties());
        parts.Put($"customXml/_rels/item{number}.xml.rels", PackageFrame.FormRelations($"itemProps{number}.xml"));
        PackageEdits.AddContentType(parts, $"customXml/itemProps{number}.xml", PackageFrame.FormPropertiesType);
        PackageEdits.AddRelation(parts, PackageMap.MainPart(parts)!, RelationTypes + "customXml", $"/customXml/item{number}.xml");
    }
}
