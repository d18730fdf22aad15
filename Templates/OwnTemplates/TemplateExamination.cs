using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>One examination of one template: settles what Word moved, gathers findings, and prepares what is good.</summary>
internal sealed class TemplateExamination(FormDefinition form, DocxParts parts, string mainPart, XDocument body, WrittenPart? written, bool mends)
{
    // Ours have some thirty; for each one the filler looks through all that stands around it.
    private const int MostControls = 300;

    private static readonly HashSet<string> Tracks = ["ins", "del", "moveFrom", "moveTo"];

    private readonly LayoutProfile profile = LayoutProfiles.Find(LayoutProfiles.Official)!; // the one that is always there

    public TemplateCheck Check()
    {
        var controls = TemplateControl.In(body, form);
        if (!controls.Any(control => control.Field is not null) && (body.Descendants(W + "sdt").Any() || !new TemplateBookmarks(form, body).Lost().Any()))
        {
            return new TemplateCheck(form, [TemplateFindings.TagsLost], null);
        }

        if (controls.Count > MostControls)
        {
            return new TemplateCheck(form, [TemplateFindings.NotOpened(PackageReader.TooLong.Detail)], null);
        }

        var findings = Findings(controls).ToList();
        var causes = TrialCauses.In(form, controls, new PlaceNames(body));
        var prepared = findings.Exists(IsError) ? null : Prepare();
        var tried = prepared is null ? [] : Trial(causes).ToList();
        findings.RemoveAll(finding => finding is { Rule: "T04", Severity: Severity.Warning } && tried.Exists(fault => fault.Path == finding.Path)); // no longer allowed
        findings.AddRange(tried);
        // Spelled out: a bare null would become an empty memory, which is something.
        return new TemplateCheck(form, findings, findings.Exists(IsError) ? (ReadOnlyMemory<byte>?)null : new ReadOnlyMemory<byte>(prepared));
    }

    private static bool IsError(Finding finding) => finding.Severity == Severity.Error;

    private IEnumerable<Finding> Findings(IReadOnlyList<TemplateControl> controls)
    {
        ControlShape.Settle(controls);
        var (names, beside) = (new PlaceNames(body), BesideBody());
        var ofRows = new RowChecks(form, controls, names).Find().ToList();
        List<Finding> findings =
        [
            .. OfPackage(),
            .. ofRows,
            .. new ControlChecks(form, controls, names, ofRows.Where(IsError).Select(finding => finding.Path).ToHashSet(), mends).Find(),
            .. OfNumbers(controls, names),
            .. OfTableNumbers(controls, names),
            .. new TemplateBookmarks(form, body).Lost().ToList() is { Count: > 0 } lost ? [TemplateFindings.BookmarksLost(lost)] : Array.Empty<Finding>(),
            .. OfBlanks(controls, names),
            .. beside.Where(item => item.Tag.Length > 0).Select(item => TemplateFindings.NotFilledThere(item.Tag, "đầu trang hoặc chân trang")).Distinct(),
        ];
        new BodyMending(form, body, controls).Tidy();
        return [.. findings, .. new FixedTextComparison(form, profile).Find(body, beside.Select(item => item.Words).Where(words => words.Any(char.IsLetter)).Distinct())];
    }

    private IEnumerable<Finding> OfPackage()
    {
        if (written is null)
        {
            yield return TemplateFindings.PartLost;
        }
        else if (written.Lines is not null)
        {
            yield return TemplateFindings.WrittenDocument;
        }
        else if (written.TemplateVersion != FormPart.TemplateVersion)
        {
            yield return TemplateFindings.OtherVersion(written.TemplateVersion.ToString(CultureInfo.InvariantCulture));
        }

        if (body.Descendants().Any(element => element.Name.Namespace == W && Tracks.Contains(element.Name.LocalName)))
        {
            yield return TemplateFindings.TrackedChanges;
        }

        if (body.Descendants(W + "commentReference").Any())
        {
            yield return TemplateFindings.Comments;
        }

        if (Other("settings")?.Descendants(W + "documentProtection").Any(protection => (string?)protection.Attribute(W + "enforcement") is "1" or "true" or "on") == true)
        {
            yield return TemplateFindings.Protected;
        }
    }

    private IEnumerable<Finding> OfNumbers(IReadOnlyList<TemplateControl> controls, PlaceNames names) =>
        from section in controls
        where section.IsSection && !RowNumbers.Has(section.Element, form, section.Field!)
        select TemplateFindings.NotCounted(section.Field!, names.Of(section.Element));

    private IEnumerable<Finding> OfTableNumbers(IReadOnlyList<TemplateControl> controls, PlaceNames names)
    {
        var counting = (Other("styles")?.Descendants(W + "style") ?? []).Where(style => style.Element(W + "pPr")?.Element(W + "numPr") is not null)
            .Select(style => (string?)style.Attribute(W + "styleId")).OfType<string>().ToHashSet();
        return from section in controls
               where section.IsSection && !RowNumbers.IsCounting(section.Element, form, section.Field!, counting)
               select TemplateFindings.NotNumbered(section.Field!, names.Of(section.Element));
    }

    private IEnumerable<Finding> OfBlanks(IReadOnlyList<TemplateControl> controls, PlaceNames names) =>
        from control in controls
        where control is { Field: not null, IsSection: false }
        let words = written?.Lines is null ? BodyMending.WordsIn(control, 0) : ""
        where words.Length > 0
        select TemplateFindings.BlankChanged(control.Field!, names.Of(control.Element), words);

    private byte[] Prepare()
    {
        new BodyMending(form, body, TemplateControl.In(body, form)).Mend();
        TemplatePackage.Prepare(parts, mainPart, body, form, null);
        return parts.ToBytes();
    }

    // Whatever an edit nobody foresaw does to filling, it is the template that cannot be used.
    private IEnumerable<Finding> Trial(IReadOnlyDictionary<string, string> causes)
    {
        try
        {
            return [.. new TrialFilling(form, profile, TemplatePackage.WithoutPictures(parts), causes).Find()];
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return [TemplateFindings.TrialFailed("mẫu không điền được. Hãy lấy lại mẫu chính thức rồi sửa lại.")];
        }
    }

    private List<(string Words, string Tag)> BesideBody()
    {
        var (found, left) = (new List<(string, string)>(), ReadingLimits.BesideBody);
        foreach (var name in PackageMap.Related(parts, mainPart, "header").Concat(PackageMap.Related(parts, mainPart, "footer")))
        {
            var content = parts.Within(name, left) ?? throw new TooLargeException("The headers and footers are too long.");
            left -= content.Length;
            found.AddRange(SafeXml.Parse(content).Descendants(W + "p").Select(paragraph => (VietnameseText.Words(string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value))), TagOn(paragraph))));
        }

        return found;
    }

    private string TagOn(XElement paragraph) =>
        paragraph.Descendants(W + "sdt").Concat(paragraph.Ancestors(W + "sdt")).Select(TagOf).FirstOrDefault(tag => form.Fields.Any(field => field.Tag == tag)) ?? "";

    private XDocument? Other(string type) => PackageMap.Related(parts, mainPart, type).FirstOrDefault() is { } part ? SafeXml.Parse(parts[part]!) : null; // it is there
}
