using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads the place and the day of a paper from their line, in the head or wherever else it stands.</summary>
internal sealed partial class DayReader(SalvageSheet sheet, PrintBlock head)
{
    private const double MaybeOne = 0.55;

    /// <summary>Takes a line of place and day that stands somewhere else, as on papers of the state above the signature.</summary>
    public bool Read(IReadOnlyList<TypedLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (DayIn(lines[i]) is { IsUsed: false } piece)
            {
                PutDay(piece, i + 1 < lines.Count ? lines[i + 1] : null);
                return true;
            }
        }

        return false;
    }

    // Wide spaces between the words of the day, left to be written in, part nothing.
    private static TypedPiece? DayIn(TypedLine line)
    {
        var at = line.Pieces.ToList().FindIndex(piece => IsDay(piece.Text));
        if (at >= 0 || TypedDates.LongFormStart(line.Text) is not (>= 0 and var start))
        {
            return at < 0 ? null : line.Pieces[at];
        }

        at = line.Pieces.ToList().FindLastIndex(piece => piece.Start <= start);
        var first = at > 0 && line.Pieces[at - 1].Text.EndsWith(',') ? at - 1 : at;
        return line.Pieces[Math.Max(0, first)] with { End = line.Text.Length };
    }

    /// <summary>True for a line of place and day, filled in or not.</summary>
    public static bool IsDay(string text) => text.Length < 120 && (TypedDates.HasLongForm(text) || (text.Contains(',', StringComparison.Ordinal) && TypedDates.Find(text) is { } day && day.End >= text.TrimEnd('.', ' ').Length));

    /// <summary>True for «năm 2024» alone: the end of a day that was broken into two lines.</summary>
    public static bool IsYearTail(string letters) => letters.StartsWith("nam", StringComparison.Ordinal) && letters.Length <= 8;

    private void PutDay(TypedPiece piece, TypedLine? next)
    {
        var (text, isTorn) = (piece.Text, false);
        if (TypedDates.Find(text) is null && next is { IsUsed: false } && IsYearTail(next.Folded.Letters))
        {
            (text, isTorn) = ($"{text} {next.Text.Trim()}", true);
            next.Recognize(0, next.Text.Length);
        }

        var start = Math.Min(piece.Text.Length, TypedDates.LongFormStart(text) is >= 0 and var at ? at : TypedDates.Find(text)?.Start ?? text.Length);
        piece.Line.Use(piece.Start, piece.Start + start);
        UseDay(piece, start, isTorn);
        var place = text[..start];
        var places = HeadReader.Tags(head.Right).Select(sheet.Form.Field).ToList();
        foreach (var field in places)
        {
            var isDay = field.Type == FieldType.Date;
            sheet.Put(field, isDay && TypedDates.Find(text[start..]) is null && IsBlankDay(text[start..])
                ? new TypedValue("", text, 1, "")
                : new TypedValue(isDay ? text[start..] : place, text, PlaceQuality(isDay, place), "Đọc từ dòng địa danh, ngày lập."));
        }
    }

    // A day left to be written by hand has only the form's own words, and what is left of them after a slip.
    private static void UseDay(TypedPiece piece, int start, bool isTorn)
    {
        if (isTorn || IsBlankDay(piece.Text[start..]))
        {
            piece.Line.Recognize(piece.Start + start, piece.End);
        }
        else
        {
            piece.Line.Use(piece.Start + start, piece.End);
        }
    }

    private static double PlaceQuality(bool isDay, string place) =>
        isDay || TypedText.IsBlank(place) || (TypedText.Value(place) is { Length: <= 60 } value && char.IsUpper(value[0]) && !PersonNames.IsCapitals(value)) ? 1 : MaybeOne;

    private static bool IsBlankDay(string text) => BlankDay().IsMatch(SafeAscii.WithoutMarks(text.ToUpperInvariant()));

    [GeneratedRegex(@"\A\W*NGAY[\W_]*(?:THANG|THG)?[\W_]*(?:NAM)?[\W_]*(?:[0-9]{4}|20[\W_]*)?[\W_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlankDay();
}
