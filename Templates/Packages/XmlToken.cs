namespace HocTap.Office.Templates.Packages;

/// <summary>What <see cref="XmlScanner"/> stands on.</summary>
internal enum XmlToken
{
    /// <summary>Nothing yet, or nothing any more.</summary>
    None,

    /// <summary>A start tag whose end follows.</summary>
    Start,

    /// <summary>A tag that is its own end.</summary>
    Empty,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Letters between tags, white space too.</summary>
    Text,
}
