using System.Xml.Linq;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Builds the template of a form from its definition and a layout profile («soạn mẫu trống»).</summary>
/// <remarks>The committed files under <c>Official/</c> are this builder's work for the profile <see cref="LayoutProfiles.Official"/>; a test holds both equal.</remarks>
public static class TemplateAuthor
{
    /// <summary>The template as a Word document; the same bytes for the same definition and profile.</summary>
    /// <exception cref="InvalidDataException">The definition uses a block outside the vocabulary.</exception>
    public static byte[] Build(FormDefinition form, LayoutProfile profile)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(profile);
        return BuildParts(form, profile).ToBytes();
    }

    internal static DocxParts BuildParts(FormDefinition form, LayoutProfile profile)
    {
        var body = new BodyAuthor(form, profile).Build();
        return new DocxParts(
        [
            Part(ContentTypesPath, PackageFrame.ContentTypes()),
            Part("_rels/.rels", PackageFrame.PackageRelations()),
            Part(DocumentPath, Document(body)),
            Part(DocumentRelationsPath, PackageFrame.DocumentRelations()),
            Part("word/styles.xml", StyleSheet.Build(profile)),
            Part("word/settings.xml", PackageFrame.Settings()),
            Part("word/numbering.xml", PackageFrame.Numbering()),
            Part(GlossaryPath, new Prompts(form).Build()),
            Part("word/header1.xml", PackageFrame.PageNumberHeader()),
            Part(FirstFooterPath, PackageFrame.FirstFooter(profile.PageOf(form.Orientation), 0)),
            Part(CorePath, CoreProperties.Build(form.Title)),
            Part(FormPath, FormPart.Blank(form)),
            Part(FormPropertiesPath, PackageFrame.FormProperties()),
            Part(FormRelationsPath, PackageFrame.FormRelations("itemProps1.xml")),
        ]);
    }

    private static XDocument Document(XElement body) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        Element("document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XAttribute(XNamespace.Xmlns + "r", R),
            new XAttribute(XNamespace.Xmlns + "mc", Mc),
            new XAttribute(XNamespace.Xmlns + "w14", W14),
            new XAttribute(XNamespace.Xmlns + "w15", W15),
            new XAttribute(Mc + "Ignorable", "w14 w15"),
            body));

    private static KeyValuePair<string, byte[]> Part(string name, XDocument content) => new(name, DocxParts.Bytes(content));
}
