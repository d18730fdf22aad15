using System.Globalization;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>An official template filled with signs instead of a campaign's texts: its fixed lines show where in a document's lines the texts must be.</summary>
internal sealed class TextProbe
{
    // Signs that no text has: a line with them becomes a pattern by writing braces for them.
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private const int Year = 9876;
    private const string Bases = "legalBases";
    private const string Basis = "orgPlanBasis";

    private readonly FormDefinition form;
    private readonly CampaignTexts signs;
    private readonly CampaignTemplate template;

    public TextProbe(FormDefinition form, string profile, string heading)
    {
        this.form = form;
        signs = new CampaignTexts
        {
            CampaignCode = "",
            CampaignYear = Year,
            LayoutProfile = profile,
            Heading = heading,
            HeaderTitle = Sign("headerTitle"),
            LearningCommitment = Sign("learningCommitment"),
            ProvinceThemeText = Sign("provinceThemeText"),
            ProvinceThemeOwner = Sign("provinceThemeOwner"),
            TermThemeText = Sign("termThemeText"),
            TermThemeScope = Sign("termThemeScope"),
            LegalBases = [Sign(Bases)],
            OrgPlanBasis = Sign(Basis),
        };
        template = FormTemplate.Official(form, profile).With(signs);
    }

    /// <summary>The texts with which this template may have printed a document; null when it has not.</summary>
    /// <param name="written">What the document tells.</param>
    /// <param name="lines">Its fixed text.</param>
    /// <param name="body">Its main part, which alone tells how a basis is put together.</param>
    public CampaignTexts? TextsOf(WrittenPart written, IReadOnlyList<string> lines, ReadOnlySpan<byte> body)
    {
        var probe = template.PrintOf(written.Values).Lines;
        var texts = new Dictionary<string, string>();
        var (list, more) = (probe.TakeWhile(line => !line.Contains(Sign(Bases), StringComparison.Ordinal)).Count(), lines.Count - probe.Count);
        if (list == probe.Count ? more != 0 : more < -1)
        {
            return null;
        }

        for (var index = 0; index < probe.Count; index++)
        {
            if (index != list && !TryRead(probe[index], lines[index < list ? index : index + more], texts))
            {
                return null;
            }
        }

        return TextsOf(written, texts, list == probe.Count ? [] : [.. lines.Skip(list).Take(1 + more)], body);
    }

    private CampaignTexts? TextsOf(WrittenPart written, Dictionary<string, string> texts, IReadOnlyList<string> bases, ReadOnlySpan<byte> body)
    {
        if (!int.TryParse(texts.GetValueOrDefault("campaignYear"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var theme = texts.GetValueOrDefault("provinceThemeText", "");
        var sentences = texts.TryGetValue(Basis, out var basis) ? BasisSentences.In(body, year, theme) : BasisSentences.None;
        return sentences.Of(bases) is { } patterns && sentences.Of(basis is null ? [] : [basis]) is { } ofPlan
            ? signs with
            {
                CampaignCode = written.Identity!.Campaign, // a document without one is not asked
                CampaignYear = year,
                HeaderTitle = texts.GetValueOrDefault("headerTitle", ""),
                LearningCommitment = texts.GetValueOrDefault("learningCommitment", ""),
                ProvinceThemeText = theme,
                ProvinceThemeOwner = texts.GetValueOrDefault("provinceThemeOwner", ""),
                TermThemeText = texts.GetValueOrDefault("termThemeText", ""),
                TermThemeScope = texts.GetValueOrDefault("termThemeScope", ""),
                LegalBases = patterns,
                OrgPlanBasis = ofPlan.FirstOrDefault(""),
            }
            : null;
    }

    // A basis is told as a whole line; of all others the texts between the form's own words.
    private bool TryRead(string probe, string line, Dictionary<string, string> texts)
    {
        if (probe.Contains(Sign(Basis), StringComparison.Ordinal))
        {
            texts[Basis] = line;
            return true;
        }

        var pattern = probe.Replace($"{Year}", $"{{campaign.campaignYear}}", StringComparison.Ordinal)
            .Replace($"{Open}", "{campaign.", StringComparison.Ordinal).Replace(Close, '}');
        if (pattern == probe)
        {
            return line == probe;
        }

        if (new LinePattern(pattern, form).Match(new LineShape(line, [])) is not { } match)
        {
            return false;
        }

        foreach (var (place, start, length) in match.Gaps)
        {
            texts[place.Replace("campaign.", "", StringComparison.Ordinal)] = line.Substring(start, length).Trim();
        }

        return true;
    }

    private static string Sign(string name) => $"{Open}{name}{Close}";
}
