using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The layout profiles built into the product.</summary>
public static class LayoutProfiles
{
    /// <summary>The profile the committed templates are made with.</summary>
    public const string Official = "HD36-2018";

    /// <summary>All profiles.</summary>
    public static IReadOnlyList<LayoutProfile> All { get; } =
        [.. EmbeddedData.Names("profiles/").Order(StringComparer.Ordinal).Select(EmbeddedData.Json<LayoutProfile>)];

    /// <summary>The profile of a name; null when there is none.</summary>
    public static LayoutProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
