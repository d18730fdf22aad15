using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.Templates.Reading;

/// <summary>Why a file cannot be read as a form («lý do từ chối»).</summary>
public enum RefusalKind
{
    /// <summary>Not a Word document of the .docx kind (415).</summary>
    NotADocx,

    /// <summary>A document that carries macros (415).</summary>
    MacroEnabled,

    /// <summary>Protected by a password or a sensitivity label (415).</summary>
    Encrypted,

    /// <summary>A .docx whose package or XML is broken (422.2).</summary>
    Broken,

    /// <summary>A sound document that is none of our forms (422.3).</summary>
    NotOurForm,

    /// <summary>Larger than we read, packed or unpacked (413).</summary>
    TooLarge,

    /// <summary>It fetches, embeds or hides something a form never needs (422.2).</summary>
    Unsafe,
}

/// <summary>What came of reading a file («kết quả đọc»): <see cref="Readable"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file is one of our forms; what is wrong inside is told by its findings.</summary>
    public sealed record Readable(FormDocument Document) : ReadResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : ReadResult;
}
