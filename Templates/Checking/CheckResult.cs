using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>What came of checking a layout («kết quả kiểm tra thể thức»): <see cref="Checked"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record CheckResult
{
    private CheckResult()
    {
    }

    /// <summary>The document is one of our forms.</summary>
    /// <param name="Document">What it says.</param>
    /// <param name="Deviations">Where it is not laid out as the profile asks, from the paper to the last line; empty when all is right.</param>
    /// <param name="FixedText">Words of the form that are lost or changed, and words beside its fields.</param>
    public sealed record Checked(FormDocument Document, IReadOnlyList<LayoutDeviation> Deviations, IReadOnlyList<Difference> FixedText) : CheckResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : CheckResult;
}
