using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The headings built into the product.</summary>
public static class HeadingVariants
{
    /// <summary>The heading the forms are prescribed with, and that of every organization with no other.</summary>
    public const string Official = "party";

    /// <summary>All headings, the official one of the forms first.</summary>
    public static IReadOnlyList<HeadingVariant> All { get; } =
        [.. EmbeddedData.Names("headings/").Select(EmbeddedData.Json<HeadingVariant>).OrderBy(heading => heading.Name != Official).ThenBy(heading => heading.Name, StringComparer.Ordinal)];

    /// <summary>The heading of a name, or of the title that people choose it by; null when there is none.</summary>
    public static HeadingVariant? Find(string nameOrTitle) => All.FirstOrDefault(heading => heading.Name == nameOrTitle || heading.Title == nameOrTitle);

    /// <summary>The heading that a campaign's texts name.</summary>
    /// <exception cref="ArgumentException">There is no such heading.</exception>
    internal static HeadingVariant Of(CampaignTexts campaign) => Find(campaign.Heading)
        ?? throw new ArgumentException($"There is no heading '{campaign.Heading}'; there are {string.Join(", ", All.Select(heading => heading.Name))}.", nameof(campaign));
}
