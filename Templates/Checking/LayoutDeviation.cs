namespace HocTap.Office.Templates.Checking;

/// <summary>A place where a document does not have the layout of its profile («chỗ sai thể thức»).</summary>
/// <param name="Id">Its name for choosing it; the same as long as the document is the same.</param>
/// <param name="Rule">The rule's id, L01 to L29.</param>
/// <param name="Aspect">What the rule is about («Cỡ chữ»).</param>
/// <param name="Place">Where it is.</param>
/// <param name="Found">What the document has, in words.</param>
/// <param name="Expected">What the profile asks for, in words.</param>
/// <param name="Source">The document the profile's values come from.</param>
/// <param name="CanRepair">False for what only a person can mend.</param>
public sealed record LayoutDeviation(string Id, string Rule, string Aspect, DocumentPlace Place, string Found, string Expected, string Source, bool CanRepair)
{
    /// <summary>All of it in one Vietnamese sentence.</summary>
    public string Message => $"{Place.Words}: {Aspect[..1].ToLowerInvariant()}{Aspect[1..]} đang là {Found}, đúng ra {Expected}.";
}

/// <summary>A deviation and what mends it; null where a person must.</summary>
internal sealed record Fault(LayoutDeviation Deviation, Action? Mend);
