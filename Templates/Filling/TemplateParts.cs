using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>The parts of a form's template: those that stay packed as they are, and those that change with campaign or document.</summary>
internal sealed class TemplateParts
{
    private readonly List<ZipEntry> entries;
    private readonly XDocument? glossary;
    private readonly ZipEntry title;

    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public TemplateParts(FormDefinition form, byte[] docx)
    {
        var parts = PackageReader.ReadTrusted(docx);
        var mainPart = PackageMap.MainPart(parts)!; // a sound document has one
        if (WrittenPart.Find(parts, [form]) is null)
        {
            FormPartHome.Put(parts, null, DocxParts.Bytes(FormPart.Blank(form)));
            docx = parts.ToBytes();
        }

        entries = ZipDirectory.Read(docx);
        var own = WrittenPart.Find(parts, [form])!; // put just above where it was not
        (DocumentName, FormPartName, Mark) = (NameOf(mainPart), NameOf(own.PartName), own.Template);
        Document = SafeXml.Parse(parts[mainPart]!);
        OwnPrints = OwnPrint.Of(form, Document);
        Printed = OwnPrint.Over(form, OwnPrints);
        glossary = parts[GlossaryPath] is { } prompts ? SafeXml.Parse(prompts) : null;
        title = ZipEntry.Pack(CorePath, DocxParts.Bytes(CoreProperties.Build(form.Title)));
    }

    /// <summary>The body, without values.</summary>
    public XDocument Document { get; }

    /// <summary>The registered version it is; null for an official template.</summary>
    public TemplateMark? Mark { get; }

    /// <summary>How it prints its rows in its own way.</summary>
    public IReadOnlyList<XElement> OwnPrints { get; }

    /// <summary>The form with its rows as this template prints them.</summary>
    public FormDefinition Printed { get; }

    /// <summary>The name of the part of the body.</summary>
    public ReadOnlyMemory<byte> DocumentName { get; }

    /// <summary>The name of our own XML part.</summary>
    public ReadOnlyMemory<byte> FormPartName { get; }

    /// <summary>True when the foot of the first page is the empty one that our author made, so that it may be made higher.</summary>
    public bool HasFooter(PageLayout page) =>
        Find(Encoding.UTF8.GetBytes(FirstFooterPath)) is { } footer
        && XNode.DeepEquals(SafeXml.Parse(footer.Unpack()).Root, PackageFrame.FirstFooter(page, 0).Root);

    /// <summary>The content of a part; null when there is none.</summary>
    public byte[]? Part(string name) => Find(Encoding.UTF8.GetBytes(name))?.Unpack();

    /// <summary>The entries that are the same in every document of a campaign, packed.</summary>
    public List<ZipEntry> StandingIn(int year, bool withoutFooter) =>
        [.. entries.Where(entry => !Changes(entry, withoutFooter)).Select(entry => InYear(entry, year))];

    private bool Changes(ZipEntry entry, bool withoutFooter) =>
        entry.IsNamed(DocumentName.Span) || entry.IsNamed(FormPartName.Span) || (withoutFooter && entry.IsNamed(Encoding.UTF8.GetBytes(FirstFooterPath)));

    private ZipEntry InYear(ZipEntry entry, int year) =>
        entry.IsNamed(Encoding.UTF8.GetBytes(CorePath)) ? title
        : glossary is not null && entry.IsNamed(Encoding.UTF8.GetBytes(GlossaryPath)) ? ZipEntry.Pack(GlossaryPath, DocxParts.Bytes(Prompts(glossary, year)))
        : entry;

    // A control emptied later shows the blank of this campaign's year.
    private static XDocument Prompts(XDocument glossary, int year)
    {
        var copy = new XDocument(glossary);
        foreach (var text in copy.Descendants(W + "t"))
        {
            text.Value = Placeholders.InYear(text.Value, year);
        }

        return copy;
    }

    private ReadOnlyMemory<byte> NameOf(string part) => Find(Encoding.UTF8.GetBytes(part))?.Name ?? throw new InvalidDataException($"The template has no part '{part}'.");

    private ZipEntry? Find(byte[] name) => entries.Find(entry => entry.IsNamed(name));
}
