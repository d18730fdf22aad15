using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Texts of campaigns are equal when all of them are, the list of bases by what is in it: whoever reads a campaign anew gets equal texts.</summary>
internal sealed class CampaignComparer : IEqualityComparer<CampaignTexts>
{
    public static CampaignComparer Instance { get; } = new();

    public bool Equals(CampaignTexts? x, CampaignTexts? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && x.LegalBases.SequenceEqual(y.LegalBases, StringComparer.Ordinal) && x.Equals(y with { LegalBases = x.LegalBases }));

    public int GetHashCode([DisallowNull] CampaignTexts obj) => HashCode.Combine(obj.CampaignCode, obj.CampaignYear, obj.LayoutProfile);
}
