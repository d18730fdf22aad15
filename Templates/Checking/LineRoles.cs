using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>Which element of the layout each line of a paper is: told by the form's words, by the field it belongs to, and only then by its own style.</summary>
internal sealed class LineRoles
{
    private readonly Paper paper;
    private readonly Reference reference;
    private readonly IReadOnlyDictionary<int, Role> claimed;
    private readonly Dictionary<(object Table, int Column), Role> columns = [];

    public LineRoles(Paper paper, Reference reference)
    {
        (this.paper, this.reference) = (paper, reference);
        claimed = reference.OfClaims(paper.Reading.Frame.Claims);
        for (var line = 0; line < paper.Reading.Lines.Count; line++)
        {
            if (paper.Reading.Lines[line] is { Cell: { } cell, FirstOwner: { } owner } && paper.Reading.IsRow(line) && reference.OfField(owner) is { } role)
            {
                columns.TryAdd((cell.Table, cell.First), role);
            }
        }
    }

    /// <summary>The role of a line; null for one that the layout says nothing about.</summary>
    public Role? Of(int number)
    {
        var line = paper.Reading.Lines[number];
        if (claimed.TryGetValue(number, out var role))
        {
            return role;
        }

        var owner = paper.Reading.Areas.OwnerOf(number) ?? line.FirstOwner;
        return (owner is null ? null : reference.OfField(owner))
            ?? (paper.Reading.IsRow(number) ? reference.OfRowWords(line.Words) ?? InColumn(line) : null)
            ?? reference.OfStyle(line.Style)
            ?? (line.Cell is null ? reference.OfStyle(PaperFrame.ContentStyle) : null);
    }

    // A row pasted without controls looks like the rows around it.
    private Role? InColumn(BodyLine line) => line.Cell is { } cell ? columns.GetValueOrDefault((cell.Table, cell.First)) ?? reference.OfStyle(line.Style) : null;
}
