using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Which of our hidden bookmarks are open at a place of the walk through a body. One that never ends marks nothing.</summary>
internal sealed class OpenBookmarks
{
    private readonly HashSet<string> fields;
    private readonly HashSet<string> lineFields;
    private readonly HashSet<string> sections;
    private readonly HashSet<string>? ended;
    private readonly Dictionary<string, string> names = [];
    private readonly List<string> open = [];

    public OpenBookmarks(FormDefinition form, XElement body)
        : this(form)
    {
        var ends = body.Descendants(W + "bookmarkEnd").Select(end => (string?)end.Attribute(W + "id")).ToHashSet();
        ended = [.. body.Descendants(W + "bookmarkStart").Where(start => ends.Contains((string?)start.Attribute(W + "id"))).Select(NameOf)];
    }

    /// <summary>For a body whose bookmarks all end.</summary>
    public OpenBookmarks(FormDefinition form)
    {
        fields = [.. form.SingleFields.Select(field => field.Tag)];
        lineFields = [.. form.SingleFields.Where(field => !field.IsBlock).Select(field => field.Tag)];
        sections = [.. form.RowFields.Select(field => field.Tag)];
    }

    /// <summary>The field whose bookmark was opened last; null outside of all.</summary>
    public string? Field => open.FindLast(fields.Contains);

    /// <summary>The repeated field whose bookmark is open.</summary>
    public string? Section => open.FindLast(sections.Contains);

    public void Open(XElement start) => Open(NameOf(start), (string?)start.Attribute(W + "id"));

    /// <summary>Opens a bookmark.</summary>
    /// <param name="name">Its name behind our prefix; "" for one that is not ours.</param>
    /// <param name="id">What its end is found by.</param>
    public void Open(string name, string? id)
    {
        if ((fields.Contains(name) || sections.Contains(name)) && ended?.Contains(name) != false && id is not null)
        {
            names[id] = name;
            Take(name);
            open.Add(name);
        }
    }

    // LibreOffice starts a bookmark over several paragraphs twice, under two ids, and ends only the second.
    public void Close(string id)
    {
        if (names.Remove(id, out var name))
        {
            Take(name);
        }
    }

    /// <summary>Closes what stands within one line: a bookmark stretched by a lost end must not take the lines below.</summary>
    public void EndOfParagraph() => open.RemoveAll(lineFields.Contains);

    private void Take(string name) => open.Remove(name);

    private static string NameOf(XElement start) =>
        (string?)start.Attribute(W + "name") is { } name && name.StartsWith(BookmarkPrefix, StringComparison.Ordinal) ? name[BookmarkPrefix.Length..] : "";
}
