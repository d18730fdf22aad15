namespace HocTap.Office.Templates.Reading;

/// <summary>All bounds of reading a file of unknown origin, in one place; each is counted while reading, before anything is built.</summary>
/// <remarks>
/// Together they keep the memory of one reading below 64 MB: the file itself takes 20, the tree of a body and its cleaned copy some 20, the lines and
/// values made of it the rest. The largest form there can be has 200 rows of four columns with a thousand letters and ten paragraphs each: 800,000
/// letters and some 60,000 elements and attributes once runs are joined, however often a program cut them. Both bounds on a body are twice that.
/// </remarks>
internal static class ReadingLimits
{
    /// <summary>The bytes of a file.</summary>
    public const int File = 20 * 1024 * 1024;

    /// <summary>The parts of a package, folders included.</summary>
    public const int Parts = 200;

    /// <summary>The bytes of all parts unfolded: what is not read is counted and thrown away. The largest form, each letter a run, unfolds to 50 MB; pictures hardly unfold.</summary>
    public const long Unfolded = 80L * 1024 * 1024;

    /// <summary>The bytes of all parts where they are unfolded side by side for quick reading; larger files are read part by part.</summary>
    public const int QuickTotal = 8 * 1024 * 1024;

    /// <summary>The unfolded bytes of a part that is kept as a whole: relations, content types, data.</summary>
    public const int KeptPart = 4 * 1024 * 1024;

    /// <summary>The unfolded bytes of a part that is kept with all its comments, because it is to be written again.</summary>
    public const int WholePart = 8 * 1024 * 1024;

    /// <summary>Elements, attributes and texts of a part, those that no reading looks at left out.</summary>
    public const int Nodes = 120_000;

    /// <summary>Tags and texts of a part read in one pass without building anything of it but its values: a table of some thousand rows.</summary>
    public const int ScannedNodes = 500_000;

    /// <summary>The letters of a part that is built, markup that no reading looks at left out.</summary>
    public const int Letters = 1_600_000;

    /// <summary>The letters of all values told by tags together: each letter in a control, and once more in one around it.</summary>
    public const int ToldLetters = 2 * Letters;

    /// <summary>The levels of elements; walking deeper trees would exhaust the stack, which nobody can catch.</summary>
    public const int Depth = 400;

    /// <summary>The bytes of one tag: a parser keeps all of it at once. Old drawings carry some hundred thousand in one attribute.</summary>
    public const int Tag = 512 * 1024;

    /// <summary>Different names in a part, and their letters; parsers keep each of them. Word knows some 2,000.</summary>
    public const int Names = 5_000;

    /// <summary>The letters of all different names of a part.</summary>
    public const int NameLetters = 512 * 1024;

    /// <summary>The bytes of a part in another encoding than UTF-8, whose tags are not measured.</summary>
    public const int OtherEncoding = 2 * 1024 * 1024;

    /// <summary>The paragraphs of a body that is judged or mended: it is kept as it lies in the file and as it is read, side by side. The largest form has 8,000.</summary>
    public const int Paragraphs = 20_000;

    /// <summary>The deviations from a layout that are told; nobody reads as many.</summary>
    public const int Faults = 20_000;

    /// <summary>Elements and attributes of styles and lists looked through for all lines and runs of a document. The largest form in Word's own table styles takes a fifth of it.</summary>
    public const long LookEffort = 100_000_000;

    /// <summary>The bytes of all headers and footers of a template together.</summary>
    public const int BesideBody = 4 * 1024 * 1024;

    /// <summary>The elements of a template's body: it is filled and read back several times. Ours have some 1,500.</summary>
    public const int TemplateElements = 30_000;

    /// <summary>The unfolded bytes of all parts of a template that may print something. Ours have some 100,000.</summary>
    public const long TemplateMarkup = 16L * 1024 * 1024;
}
