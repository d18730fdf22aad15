namespace HocTap.Office.Templates.Tags;

/// <summary>What an element of Word's XML means for reading by tags.</summary>
internal enum TagWord
{
    /// <summary>Nothing by itself.</summary>
    None,
    Control,
    Paragraph,
    Tab,
    Break,
    Hyphen,

    /// <summary>How something looks; no text in it.</summary>
    Properties,

    /// <summary>A field, which may fetch something.</summary>
    Field,

    /// <summary>Its text cannot be read, or not be vouched for, without knowing what is around it.</summary>
    Doubtful,
}

/// <summary>Tells the elements apart by their local names.</summary>
internal static class TagWords
{
    public static TagWord Of(ReadOnlySpan<byte> local) => local.Length switch
    {
        1 => local[0] == 'p' ? TagWord.Paragraph : TagWord.None,
        2 => local.SequenceEqual("br"u8) || local.SequenceEqual("cr"u8) ? TagWord.Break : TagWord.None,
        _ when local.EndsWith("Pr"u8) => local.SequenceEqual("sdtPr"u8) || local.SequenceEqual("sdtEndPr"u8) ? TagWord.None : TagWord.Properties,
        _ => OfLonger(local),
    };

    /// <summary>True for elements of other namespaces that hold text, or something that is fetched.</summary>
    public static bool IsDoubtful(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("mc:AlternateContent"u8) || name.EndsWith(":OLEObject"u8) || name.EndsWith(":control"u8) || name.EndsWith(":altChunk"u8) || name.EndsWith(":subDoc"u8)
        || name.IndexOf((byte)':') < 0;

    private static TagWord OfLonger(ReadOnlySpan<byte> local)
    {
        if (local.SequenceEqual("sdt"u8))
        {
            return TagWord.Control;
        }

        if (local.SequenceEqual("tab"u8) || local.SequenceEqual("ptab"u8))
        {
            return TagWord.Tab;
        }

        return local.SequenceEqual("noBreakHyphen"u8) ? TagWord.Hyphen
            : local.SequenceEqual("instrText"u8) || local.SequenceEqual("fldSimple"u8) ? TagWord.Field
            : local.StartsWith("del"u8) || local.StartsWith("move"u8) || IsHiding(local) || IsFetching(local) ? TagWord.Doubtful
            : TagWord.None;
    }

    private static bool IsHiding(ReadOnlySpan<byte> local) => local.SequenceEqual("vanish"u8) || local.SequenceEqual("rt"u8) || local.SequenceEqual("txbxContent"u8);

    private static bool IsFetching(ReadOnlySpan<byte> local) =>
        local.SequenceEqual("altChunk"u8) || local.SequenceEqual("subDoc"u8) || local.SequenceEqual("control"u8) || local.SequenceEqual("object"u8);
}
