using System.Text;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The words of a line with one mark in the place of each field, and the text of those fields without placeholders.</summary>
internal sealed record LineShape(string Text, IReadOnlyList<LineShape.Field> Fields)
{
    // A character Unicode sets aside for the inside of programs; where a person's text has it, it is left out.
    public const char Mark = '\uFDD0';

    private string? marked;

    /// <summary>The line with each field written as <c>{tag}</c>: how the XML part of a document tells it.</summary>
    public string Marked => marked ??= Fields.Count == 0 ? Text : Write(Text, 0, part => $"{{{part.Owner}}}");

    public static LineShape Of(IReadOnlyList<LinePiece> pieces)
    {
        if (pieces is [{ Owner: null } only])
        {
            return new LineShape(VietnameseText.Words(Unmarked(only.Text)), []);
        }

        var (text, fields, last) = (new StringBuilder(), new List<Field>(), (string?)null);
        foreach (var piece in pieces)
        {
            if (piece.Owner is null)
            {
                text.Append(Unmarked(piece.Text));
            }
            else if (piece.Owner != last)
            {
                text.Append(Mark);
                fields.Add(new Field(piece.Owner));
            }

            if (piece is { Owner: not null, IsPlaceholder: false })
            {
                fields[^1].Add(piece.Text);
            }

            last = piece.Owner;
        }

        return new LineShape(VietnameseText.Words(text.ToString()), fields);
    }

    /// <summary>A stretch of the words, from a place on, with the fields in it written out.</summary>
    public string Write(string stretch, int from, Func<Field, string> write)
    {
        var (text, next) = (new StringBuilder(), Text.AsSpan(0, from).Count(Mark));
        foreach (var letter in stretch)
        {
            _ = letter == Mark ? text.Append(write(Fields[next++])) : text.Append(letter);
        }

        return text.ToString();
    }

    /// <summary>The fields in a stretch of the words.</summary>
    public IEnumerable<Field> FieldsIn(int from, int length) =>
        Fields.Skip(Text.AsSpan(0, from).Count(Mark)).Take(Text.AsSpan(from, length).Count(Mark));

    /// <summary>Where the words behind a field's place may begin: after its last mark, and not after the first mark of another field.</summary>
    public (int Start, int Limit) Bounds(string owner, int from)
    {
        var (start, next) = (from, Text.AsSpan(0, from).Count(Mark));
        for (var mark = Text.IndexOf(Mark, from); mark >= 0; mark = Text.IndexOf(Mark, mark + 1))
        {
            if (Fields[next++].Owner != owner)
            {
                return (start, mark);
            }

            start = mark + 1;
        }

        return (start, Text.Length);
    }

    private static string Unmarked(string text) => text.Contains(Mark, StringComparison.Ordinal) ? text.Replace(Mark.ToString(), "", StringComparison.Ordinal) : text;

    /// <summary>A field of the line and what it says there.</summary>
    internal sealed class Field(string owner)
    {
        private StringBuilder? more;
        private string text = "";

        public string Owner => owner;

        public string Text => more?.ToString() ?? text;

        public void Add(string piece)
        {
            if (text.Length == 0 && more is null)
            {
                text = piece;
            }
            else
            {
                (more ??= new StringBuilder(text)).Append(piece);
            }
        }
    }
}
