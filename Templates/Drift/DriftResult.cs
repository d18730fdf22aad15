using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Drift;

/// <summary>What came of comparing a stored document with what is stored of it («kết quả so sánh»): <see cref="Compared"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record DriftResult
{
    private DriftResult()
    {
    }

    /// <summary>The document is one of our forms.</summary>
    /// <param name="Document">What it says.</param>
    /// <param name="Differences">Every difference: values, rows, fixed text, layout, in this order; empty when there is none.</param>
    public sealed record Compared(FormDocument Document, IReadOnlyList<Difference> Differences) : DriftResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : DriftResult;
}
