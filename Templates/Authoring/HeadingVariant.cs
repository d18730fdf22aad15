namespace HocTap.Office.Templates.Authoring;

/// <summary>The head of the papers of one system of bodies («mẫu đầu văn bản»), pure data: what stands at the right above place and date, and what under the own name.</summary>
/// <remarks>The forms are prescribed with the Party's heading for everybody; any other is a setting of an organization. Source of each: its <see cref="Source"/>.</remarks>
public sealed record HeadingVariant
{
    /// <summary>The name a campaign's texts refer to, <c>party</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people choose it by («Đảng»).</summary>
    public required string Title { get; init; }

    /// <summary>The document it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The lines at the right above place and date, from the top; under the last one stands a rule just as long. Empty when place and date stand alone.</summary>
    public required IReadOnlyList<HeadingLine> Right { get; init; }

    /// <summary>The mark under the own name («*»); empty for a rule.</summary>
    public string NameMark { get; init; } = "";

    /// <summary>The length of the rule under the own name, as a share of the name's longest line, from 0 to 1; 0 beside a mark.</summary>
    public double NameRuleShare { get; init; }

    /// <summary>The look of the superior body's name.</summary>
    public string SuperiorLook { get; init; } = "headSuperior";

    /// <summary>The look of the own name.</summary>
    public string OwnLook { get; init; } = "headOwn";

    /// <summary>The columns of the head on an upright page; null for those of the profile.</summary>
    public HeadingColumns? Portrait { get; init; }

    /// <summary>The same on a page on its side.</summary>
    public HeadingColumns? Landscape { get; init; }

    /// <summary>The profile with the columns and the names' looks that this heading needs.</summary>
    public LayoutProfile On(LayoutProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile with { Portrait = On(profile.Portrait, Portrait), Landscape = On(profile.Landscape, Landscape), Looks = On(profile.Looks) };
    }

    private Dictionary<string, TextLook> On(IReadOnlyDictionary<string, TextLook> looks) =>
        new(looks) { ["headSuperior"] = looks[SuperiorLook], ["headOwn"] = looks[OwnLook] };

    private static PageLayout On(PageLayout page, HeadingColumns? columns) =>
        columns is null ? page : page with { HeadLeft = columns.Left, HeadRight = columns.Right };
}

/// <summary>A line at the right of a heading («dòng tiêu đề»): its words, and the look of the profile it is printed with.</summary>
/// <param name="Text">The words; <c>{campaign.headerTitle}</c> for the title of the campaign.</param>
/// <param name="Look">The name of the look, <c>headTitle</c>.</param>
public sealed record HeadingLine(string Text, string Look);

/// <summary>The widths of the two columns of a heading, in twips.</summary>
public sealed record HeadingColumns(int Left, int Right);
