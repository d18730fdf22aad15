namespace HocTap.Office.Tests.Render.Layout;

/// <summary>Collects what stands elsewhere than it must, over all papers, so that one run tells all of it.</summary>
internal sealed class Deviations
{
    private readonly List<string> found = [];
    private int measured;

    /// <summary>Measures all papers that <paramref name="which"/> picks and asserts that there were some and nothing deviates.</summary>
    public static void ExpectNone(Func<LayoutCase, bool> which, Action<LayoutCase, MeasuredPaper, ExpectedLayout, Deviations> measure)
    {
        var (papers, deviations) = (LayoutPapers.Get(), new Deviations());
        foreach (var item in LayoutCase.All.Where(which))
        {
            measure(item, papers.Of(item), ExpectedLayout.Of(item), deviations);
        }

        Assert.AreNotEqual(0, deviations.measured, "nothing was measured");
        Assert.IsEmpty(deviations.found, string.Join('\n', deviations.found.Take(40)));
    }

    /// <summary>A place in millimetres.</summary>
    public void Near(LayoutCase item, string what, double expected, double actual) =>
        True(item, FormattableString.Invariant($"{what}: {actual:0.00} instead of {expected:0.00} mm"), Math.Abs(expected - actual) <= ExpectedLayout.Tolerance);

    /// <summary>A stretch within another, in millimetres.</summary>
    public void Within(LayoutCase item, string what, double from, double to, double left, double right) =>
        True(item, FormattableString.Invariant($"{what}: {left:0.00} to {right:0.00} leaves {from:0.00} to {to:0.00} mm"), left >= from - ExpectedLayout.Tolerance && right <= to + ExpectedLayout.Tolerance);

    public void True(LayoutCase item, string what, bool holds)
    {
        measured++;
        if (!holds)
        {
            found.Add($"{item.Name}: {what}");
        }
    }
}
