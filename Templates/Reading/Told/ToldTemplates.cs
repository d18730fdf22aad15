using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>The official templates as documents of other processes, or of other years, tell that they were filled: made when the first such document is read.</summary>
/// <remarks>
/// Nothing is believed: a template made of a document's words tells nothing until the document is, byte for byte, what that template prints. What documents
/// tell is remembered with what came of it, so that it is tried once; bounded, as they may tell anything. Thread-safe.
/// </remarks>
internal static class ToldTemplates
{
    private const int MostTold = 64;
    private const int MostTemplates = 16;

    // The fixed text of our longest form has some 4,000 letters.
    private const int LongestTold = 16_000;

    // A tree is made of it, once for all documents that tell the same.
    private const int LargestBody = 1024 * 1024;

    private static readonly BoundedCache<Told, CampaignTemplate?> Known = new(MostTold, EqualityComparer<Told>.Default);
    private static readonly BoundedCache<(FormCode Form, CampaignTexts Campaign), CampaignTemplate> Templates = new(MostTemplates, new ByForm());
    private static readonly BoundedCache<(FormCode Form, string Profile, string Heading), TextProbe> Probes = new(MostTemplates, EqualityComparer<(FormCode, string, string)>.Default);

    /// <summary>The template that prints such lines; null when no official one does as far as the document tells.</summary>
    /// <param name="written">What the document tells.</param>
    /// <param name="lines">Its fixed text.</param>
    /// <param name="body">Its main part.</param>
    public static CampaignTemplate? Find(WrittenPart written, IReadOnlyList<string> lines, ReadOnlySpan<byte> body)
    {
        if (written is not { Identity: { } identity, Layout: { Profile: { } profile, Heading: { } heading } } || body.Length > LargestBody || lines.Sum(line => line.Length) > LongestTold
            || !ReferenceEquals(FormCatalog.Find(written.Form.Code), written.Form) || LayoutProfiles.Find(profile)?.Name != profile || HeadingVariants.Find(heading)?.Name != heading)
        {
            return null;
        }

        var told = new Told(new MadeBy(written.Form.Code, identity.Campaign, written.Layout), string.Join('\n', lines));
        if (Known.TryGet(told, out var known))
        {
            return known;
        }

        var probe = Probes.GetOrAdd((written.Form.Code, profile, heading), _ => new TextProbe(written.Form, profile, heading));
        var texts = probe.TextsOf(written, lines, body);
        return Known.GetOrAdd(told, _ => texts is null ? null : Templates.GetOrAdd((written.Form.Code, texts), key => FormTemplate.Official(written.Form, profile).With(key.Campaign)));
    }

    private sealed record Told(MadeBy MadeBy, string Lines);

    private sealed class ByForm : IEqualityComparer<(FormCode Form, CampaignTexts Campaign)>
    {
        public bool Equals((FormCode Form, CampaignTexts Campaign) x, (FormCode Form, CampaignTexts Campaign) y) =>
            x.Form == y.Form && CampaignComparer.Instance.Equals(x.Campaign, y.Campaign);

        public int GetHashCode((FormCode Form, CampaignTexts Campaign) obj) => HashCode.Combine(obj.Form, CampaignComparer.Instance.GetHashCode(obj.Campaign));
    }
}
