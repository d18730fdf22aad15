using System.Xml.Linq;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A stretch of text of one line: the field it belongs to (null for fixed text), the control it stands in, and whether it is only a placeholder.</summary>
internal sealed record LinePiece(string Text, string? Owner, XElement? Control, bool IsPlaceholder);

/// <summary>A paragraph in reading order, with the field that owns it as a whole, the rows section and the cell of a table it stands in, our name of its style and what in it is no text.</summary>
internal sealed record BodyLine(
    IReadOnlyList<LinePiece> Pieces, string? Owner, XElement? Control, string? Section, CellPlace? Cell, string? Style, IReadOnlyList<Unread> Unread)
{
    private string? words;
    private LineShape? shape;

    /// <summary>The paragraph itself, in the cleaned body.</summary>
    public XElement? Paragraph { get; init; }

    /// <summary>All its text as the eye sees it.</summary>
    public string Text => Pieces switch { [] => "", [var one] => one.Text, _ => string.Concat(Pieces.Select(piece => piece.Text)) };

    /// <summary>Its text without placeholders.</summary>
    public string Value => Pieces is [{ IsPlaceholder: false } one] ? one.Text : string.Concat(Pieces.Where(piece => !piece.IsPlaceholder).Select(piece => piece.Text));

    /// <summary>All its text as words; worked out once, because every pattern asks for it.</summary>
    public string Words => words ??= VietnameseText.Words(Text);

    /// <summary>Its text with the fields in it as places.</summary>
    public LineShape Shape => shape ??= Pieces.All(piece => piece.Owner is null) && !Words.Contains(LineShape.Mark, StringComparison.Ordinal) ? new LineShape(Words, []) : LineShape.Of(Pieces);

    /// <summary>True when something is printed in it, a field's place at least that is not empty.</summary>
    public bool IsPrinted => Shape.Text.Length > 0 && Pieces.Any(piece => piece.Text.Length > 0);

    /// <summary>True when no field owns any of it.</summary>
    public bool IsFixed => Owner is null && Pieces.All(piece => piece.Owner is null);

    /// <summary>The field that owns it, or else the first piece of it that has one.</summary>
    public string? FirstOwner => Owner ?? Pieces.FirstOrDefault(piece => piece.Owner is not null)?.Owner;

    /// <summary>The control it stands in, or else that of the first piece that has one.</summary>
    public XElement? FirstControl => Control ?? Pieces.FirstOrDefault(piece => piece.Control is not null)?.Control;
}
