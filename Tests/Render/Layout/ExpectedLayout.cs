using HocTap.Office.Templates.Authoring;

namespace HocTap.Office.Tests.Render.Layout;

/// <summary>Where everything of a paper must stand, in millimetres from its top left: the one table that all measuring is held against, derived from the profile.</summary>
internal sealed record ExpectedLayout
{
    /// <summary>How far anything may be off.</summary>
    public const double Tolerance = 0.5;

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required double Top { get; init; }

    public required double Bottom { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    /// <summary>Where the left column of the head ends and the right one begins.</summary>
    public required double HeadSplit { get; init; }

    /// <summary>Where the right column of the head ends.</summary>
    public required double HeadRight { get; init; }

    /// <summary>The upright lines of the table from the left; empty for a form without one.</summary>
    public required IReadOnlyList<double> ColumnEdges { get; init; }

    public required double FirstLine { get; init; }

    /// <summary>From one line to the next.</summary>
    public required double Pitch { get; init; }

    /// <summary>What a new paragraph adds to it.</summary>
    public required double Gap { get; init; }

    /// <summary>From the top edge to the line of the page number.</summary>
    public required double NumberTop { get; init; }

    /// <summary>From the sides of a cell to its words.</summary>
    public required double CellPadding { get; init; }

    public double Middle => (Left + Right) / 2;

    public static ExpectedLayout Of(LayoutCase item)
    {
        var profile = HeadingVariants.Find(item.Heading)!.On(LayoutProfiles.Find(item.Profile)!); // both come from their lists
        var page = profile.PageOf(item.Form.Orientation);
        var widths = item.Form.Print.Where(block => block.Block == "table").SelectMany(block => block.Columns).Select(column => column.Width).ToList();
        return new ExpectedLayout
        {
            Width = Millimetres(page.Width),
            Height = Millimetres(page.Height),
            Top = Millimetres(page.Top),
            Bottom = Millimetres(page.Height - page.Bottom),
            Left = Millimetres(page.Left),
            Right = Millimetres(page.Width - page.Right),
            HeadSplit = Millimetres(page.Left + page.HeadLeft),
            HeadRight = Millimetres(page.Left + page.HeadLeft + page.HeadRight),
            ColumnEdges = widths.Count == 0 ? [] : [.. Enumerable.Range(0, widths.Count + 1).Select(count => Millimetres(page.Left + widths.Take(count).Sum()))],
            FirstLine = Millimetres(profile.FirstLineTwips),
            Pitch = Millimetres(profile.ExactLineTwips),
            Gap = Millimetres(profile.ParagraphGapTwips),
            NumberTop = Millimetres(page.Header),
            CellPadding = Millimetres(profile.CellPaddingTwips),
        };
    }

    private static double Millimetres(int twips) => twips * 25.4 / 1440;
}
