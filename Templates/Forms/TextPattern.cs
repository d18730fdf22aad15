using System.Text.RegularExpressions;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Forms;

/// <summary>A piece of a pattern: fixed text, or a named place when <see cref="Name"/> is not empty.</summary>
internal readonly record struct PatternPiece(string Text, string Name)
{
    public bool IsCampaign => Name.StartsWith(Ooxml.CampaignPrefix, StringComparison.Ordinal);

    public string CampaignName => Name[Ooxml.CampaignPrefix.Length..];
}

/// <summary>Splits our own patterns («Họ và tên: {fullName}») into pieces. Values of people are never patterns.</summary>
internal static partial class TextPattern
{
    public static IReadOnlyList<PatternPiece> Split(string pattern) =>
    [
        .. Place().Split(pattern).Select((text, index) => index % 2 == 0 ? new PatternPiece(text, "") : new PatternPiece("", text))
            .Where(piece => piece.Text.Length + piece.Name.Length > 0),
    ];

    [GeneratedRegex(@"\{([A-Za-z0-9.]+)\}")]
    private static partial Regex Place();
}
