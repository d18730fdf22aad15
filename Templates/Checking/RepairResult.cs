using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>What came of mending a layout («kết quả sửa thể thức»): <see cref="Repaired"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record RepairResult
{
    private RepairResult()
    {
    }

    /// <summary>The mended document; to undo, put <paramref name="Before"/> back: the mended one carries nothing of the old.</summary>
    /// <param name="Docx">The document; the very bytes given when there was nothing to mend.</param>
    /// <param name="Before">The document as it was given.</param>
    /// <param name="Mended">What was mended.</param>
    /// <param name="Left">What was not: not chosen, or only a person can.</param>
    public sealed record Repaired(ReadOnlyMemory<byte> Docx, ReadOnlyMemory<byte> Before, IReadOnlyList<LayoutDeviation> Mended, IReadOnlyList<LayoutDeviation> Left) : RepairResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : RepairResult;
}
