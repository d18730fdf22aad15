using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.Templates.Reading;

/// <summary>What became of a field since we last wrote it («tình trạng của trường»); one of four cases.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record FieldOutcome
{
    private FieldOutcome()
    {
    }

    /// <summary>As written, or read well from a document that no longer tells what was written.</summary>
    public sealed record Kept : FieldOutcome;

    /// <summary>A person changed it.</summary>
    public sealed record Changed(string From, string To) : FieldOutcome;

    /// <summary>Its place is gone from the document; the value counts as empty.</summary>
    public sealed record Missing(string Reason) : FieldOutcome;

    /// <summary>Its place is there but says nothing we can be sure of; the value counts as empty.</summary>
    public sealed record Unreadable(string Reason) : FieldOutcome;
}
