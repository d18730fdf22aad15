using System.Collections.Concurrent;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>A template with the texts of one campaign in it, compiled: what is left to do is writing the values.</summary>
internal sealed class CampaignTemplate
{
    // Few documents need a shorter first page, and those by a few different measures.
    private const int MostFooters = 64;
    private const int SmallPart = 8 * 1024;

    private readonly FormPartWriter partWriter;
    private readonly PageLayout page;
    private readonly PrintedValues printed;
    private readonly CompiledPart body;
    private readonly FixedFragments fixedFragments;
    private readonly NameRule? nameRule;
    private readonly SignaturePage? signature;
    private readonly ReadOnlyMemory<byte> formPart;
    private readonly List<ZipEntry> standing;
    private readonly TemplateMark? mark;
    private readonly LayoutNames names;
    private readonly bool hasOurFooter;
    private readonly byte[]? styles;
    private readonly byte[]? numbering;
    private readonly ConcurrentDictionary<int, ZipEntry> footers = new();
    private int expectedOwn = SmallPart;

    public CampaignTemplate(FormDefinition form, LayoutProfile profile, TemplateParts parts, CampaignTexts campaign)
    {
        var heading = HeadingVariants.Of(campaign);
        var layout = heading.On(profile);
        (partWriter, page, printed) = (new FormPartWriter(form), layout.PageOf(form.Orientation), new PrintedValues(form, layout));
        var document = new XDocument(parts.Document);
        var rules = new RuleFitter(heading, layout, page);
        HeadingFitter.Fit(document, heading, page);
        CampaignFiller.Fill(document, campaign);
        rules.FitTitles(document);
        nameRule = NameRule.Put(document, rules, form, campaign.CampaignYear);
        new FormDirectives(form, campaign.CampaignYear).Put(document);
        body = CompiledPart.Compile(parts.DocumentName, DocxParts.Bytes(document), ours: true);
        (styles, numbering) = (parts.Part("word/styles.xml"), parts.Part("word/numbering.xml"));
        fixedFragments = new FixedFragments(parts.Printed, body, printed, parts.OwnPrints, PaperParts.Of(styles, numbering));
        signature = form.Print.FirstOrDefault(block => block.Block == "table") is { } table ? new SignaturePage(form, table, layout, heading) : null;
        hasOurFooter = signature is not null && parts.HasFooter(page);
        (formPart, mark, names) = (parts.FormPartName, parts.Mark, new LayoutNames(profile.Name, heading.Name));
        standing = parts.StandingIn(campaign.CampaignYear, hasOurFooter);
        (Form, MadeBy) = (form, new MadeBy(form.Code, campaign.CampaignCode, names));
    }

    /// <summary>The form.</summary>
    public FormDefinition Form { get; }

    /// <summary>What its documents tell of how they were made.</summary>
    public MadeBy MadeBy { get; }

    /// <summary>True for its own style sheet and numbering.</summary>
    public bool HasPaper(byte[]? ofStyles, byte[]? ofNumbering) => styles.AsSpan().SequenceEqual(ofStyles) && numbering.AsSpan().SequenceEqual(ofNumbering);

    /// <summary>What a document with these values prints beside them.</summary>
    public FixedPrint PrintOf(FormValues values) => fixedFragments.Of(values);

    /// <summary>True for, byte for byte, the body of a document filled with these values.</summary>
    public bool Recognises(FormValues values, ReadOnlySpan<byte> content)
    {
        var lastId = body.Ids.Below;
        using var xml = body.Write(Printed(values), signature?.BoundRows(values) ?? 0, ref lastId);
        return xml.Written.SequenceEqual(content);
    }

    public byte[] Fill(FormValues values, DocumentIdentity identity)
    {
        var (boundRows, shorterBy) = signature?.Fit(values) ?? (0, 0);
        using var own = new Utf8Buffer(expectedOwn);
        partWriter.Write(own, identity, values, fixedFragments.Of(values).Fragment, mark, names);
        expectedOwn = Math.Max(SmallPart, (int)own.Length);

        // The body takes the texts of plain rows from our own part: it is written behind it.
        var lastId = body.Ids.Below;
        using var xml = body.Write(Printed(values), boundRows, ref lastId);
        using var packedXml = new Utf8Buffer(Room(xml));
        using var packedOwn = new Utf8Buffer(Room(own));
        List<ZipEntry> entries = [.. standing, body.Pack(xml.Written, packedXml), ZipEntry.Pack(formPart, own.Written, packedOwn)];
        if (hasOurFooter)
        {
            entries.Add(Footer(shorterBy));
        }

        return ZipWriter.Write(entries);
    }

    private TemplateValues Printed(FormValues values) => nameRule is null ? printed.Of(values) : nameRule.AddTo(printed.Of(values));

    private static int Room(Utf8Buffer content) => Math.Max(SmallPart, (int)content.Length / 4);

    private ZipEntry Footer(int shorterBy)
    {
        if (footers.TryGetValue(shorterBy, out var known))
        {
            return known;
        }

        var footer = ZipEntry.Pack(FirstFooterPath, DocxParts.Bytes(PackageFrame.FirstFooter(page, shorterBy)));
        if (footers.Count < MostFooters)
        {
            footers[shorterBy] = footer;
        }

        return footer;
    }
}
