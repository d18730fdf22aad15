using System.Xml.Linq;

namespace HocTap.Office.Templates.Reading;

/// <summary>The place of a field in a line that has no words any more: the field is there, its words are not.</summary>
internal sealed class EmptiedPlace(FormShape shape)
{
    private string? owner;
    private XElement? control;

    /// <summary>Begins a line; the field that owns it as a whole, if any.</summary>
    public void Begin(string? field, XElement? around)
    {
        owner = null;
        Pass(field, around);
    }

    /// <summary>A control or a bookmark of a field stands in the line; the first one counts.</summary>
    public void Pass(string? field, XElement? around)
    {
        if (owner is null && field is not null && shape.Lines.Contains(field))
        {
            (owner, control) = (field, around);
        }
    }

    /// <summary>Leaves the place in a line without words; a line with words tells its places by them.</summary>
    public void AddTo(List<LinePiece> pieces)
    {
        if (pieces.Count == 0 && owner is not null)
        {
            pieces.Add(new LinePiece("", owner, control, IsPlaceholder: false));
        }
    }
}
