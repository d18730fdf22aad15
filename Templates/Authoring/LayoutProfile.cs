using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The official layout of one period («thể thức»), pure data: paper, margins, sizes and styles of every element.</summary>
/// <remarks>Lengths are twips (1/20 point) unless the name says otherwise. Source of each profile: its <see cref="Source"/>.</remarks>
public sealed record LayoutProfile
{
    /// <summary>The name a campaign refers to, <c>HD36-2018</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The document the values come from.</summary>
    public required string Source { get; init; }

    /// <summary>The typeface of everything.</summary>
    public required string Font { get; init; }

    /// <summary>The upright page.</summary>
    public required PageLayout Portrait { get; init; }

    /// <summary>The page on its side.</summary>
    public required PageLayout Landscape { get; init; }

    /// <summary>First-line indent of the body.</summary>
    public required int FirstLineTwips { get; init; }

    /// <summary>Exact pitch of the lines.</summary>
    public required int ExactLineTwips { get; init; }

    /// <summary>Space between paragraphs.</summary>
    public required int ParagraphGapTwips { get; init; }

    /// <summary>Empty lines left for a signature.</summary>
    public required int SignatureBlankLines { get; init; }

    /// <summary>Thickness of the rule under the title, in eighths of a point.</summary>
    public required int RuleEighthPoints { get; init; }

    /// <summary>Space between the words above a rule and the rule, beside the leading of their line.</summary>
    public required int RuleSpaceTwips { get; init; }

    /// <summary>Height of the empty paragraph that carries the rule.</summary>
    public required int RuleGapTwips { get; init; }

    /// <summary>Length of the rule under the subtitle, as a share of the subtitle's longest line, from 0 to 1; 0 for hyphens in its stead.</summary>
    public double SubtitleRuleShare { get; init; }

    /// <summary>Thickness of the lines of a table, in eighths of a point.</summary>
    public required int TableLineEighthPoints { get; init; }

    /// <summary>Space between the sides of a table's cell and its text.</summary>
    public required int CellPaddingTwips { get; init; }

    /// <summary>Space above and below each paragraph of a table's cell; its lines stand single.</summary>
    public required int CellGapTwips { get; init; }

    /// <summary>Space between a table and what stands above and below it.</summary>
    public required int TableGapTwips { get; init; }

    /// <summary>The mark at the end of each line of a list («Nơi nhận»).</summary>
    public required string LineMark { get; init; }

    /// <summary>The mark at the end of its last line.</summary>
    public required string LastLineMark { get; init; }

    /// <summary>Sizes and styles of the elements, by name.</summary>
    public required IReadOnlyDictionary<string, TextLook> Looks { get; init; }

    /// <summary>The page that lies as a form wants it.</summary>
    public PageLayout PageOf(PageOrientation orientation) => orientation switch
    {
        PageOrientation.Portrait => Portrait,
        PageOrientation.Landscape => Landscape,
    };
}

/// <summary>Paper, margins and the two columns of head and signatures («khổ giấy, lề»), in twips.</summary>
public sealed record PageLayout(
    int Width, int Height, int Top, int Bottom, int Left, int Right, int Header, int Footer, int HeadLeft, int HeadRight, int SignatureLeft, int SignatureRight)
{
    /// <summary>The width left for text.</summary>
    public int TextWidth => Width - Left - Right;
}

/// <summary>Size and style of an element («cỡ chữ, kiểu chữ»).</summary>
public sealed record TextLook(int Points, bool Bold = false, bool Italic = false, bool Underline = false);
