using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Salvage;

/// <summary>What came of salvaging a file («kết quả đọc văn bản tự gõ»): <see cref="Readable"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record SalvageResult
{
    private SalvageResult()
    {
    }

    /// <summary>The file is one of our forms; how sure each value is, is told field by field.</summary>
    public sealed record Readable(SalvagedForm Form) : SalvageResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : SalvageResult;
}
