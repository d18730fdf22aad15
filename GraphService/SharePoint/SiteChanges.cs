namespace HocTap.Office.GraphService.SharePoint;

/// <summary>What is to be written, in order: items of lists by their keys, columns of files.</summary>
internal sealed class SiteChanges
{
    private readonly List<SiteChange> all = [];

    /// <summary>The changes in their order.</summary>
    public IReadOnlyList<SiteChange> All => all;

    /// <summary>Makes an item, or sets the columns of the one that has this key.</summary>
    public void Put(ListSchema list, string key, IReadOnlyDictionary<string, object?> fields) => all.Add(new SiteChange.Item(list, key, null, fields));

    /// <summary>Sets columns of a file's list item.</summary>
    public void Describe(ListSchema library, StoredFile file, IReadOnlyDictionary<string, object?> fields) => all.Add(new SiteChange.File(library, file, false, fields));

    /// <summary>The same for a file that somebody may have deleted: then nothing is written.</summary>
    public void DescribeIfThere(ListSchema library, StoredFile file, IReadOnlyDictionary<string, object?> fields) => all.Add(new SiteChange.File(library, file, true, fields));
}

/// <summary>A file of a library: its path there and its drive item id.</summary>
internal sealed record StoredFile(string Path, string Id);

/// <summary>One thing to be written.</summary>
internal abstract record SiteChange(IReadOnlyDictionary<string, object?> Fields)
{
    /// <summary>An item of a list; its id when it is known to be there.</summary>
    public sealed record Item(ListSchema List, string Key, string? ItemId, IReadOnlyDictionary<string, object?> Fields) : SiteChange(Fields);

    /// <summary>The columns of a file.</summary>
    public sealed record File(ListSchema Library, StoredFile Where, bool MayBeGone, IReadOnlyDictionary<string, object?> Fields) : SiteChange(Fields);
}
