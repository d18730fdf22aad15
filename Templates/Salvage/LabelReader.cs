using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads the labels of the person: the value behind the colon, in the next cell, or alone in the next line; several in one line.</summary>
internal sealed class LabelReader(SalvageSheet sheet, FormSigns signs)
{
    private const double BelowLabel = 0.8;
    private const double MayGoOn = 0.55;
    private const int LongestBelow = 150;

    private readonly IReadOnlyList<Sign> labels = [.. signs.All.Where(sign => sign.Kind == SignKind.Label), .. signs.Others];

    public void Read(IReadOnlyList<TypedLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var hits = lines[i].IsUsed ? [] : SignFinder.InLine(lines[i], labels).ToList();
            for (var j = 0; j < hits.Count; j++)
            {
                Take(lines, i, hits[j], j + 1 < hits.Count ? hits[j + 1].Start : lines[i].Text.Length, j + 1 == hits.Count);
            }
        }

        foreach (var label in signs.All.Where(sign => sign.Kind == SignKind.Label))
        {
            sheet.Miss(sheet.Form.Field(label.Field));
        }
    }

    private void Take(IReadOnlyList<TypedLine> lines, int index, SignHit hit, int end, bool isLast)
    {
        if (hit.Sign.Kind == SignKind.Other)
        {
            return;
        }

        var (line, field) = (lines[index], sheet.Form.Field(hit.Sign.Field));
        var text = line.Text[Math.Min(hit.End, end)..end];
        var below = isLast && TypedText.IsBlank(text) ? Below(lines, index) : null;
        line.Use(hit);
        line.Use(Math.Min(hit.End, end), end);
        if (below is null)
        {
            var typed = new TypedValue(text, TypedText.Shown(line.Text[hit.Start..end]), hit.Quality, Reason(hit, line));
            PutWithRest(field, typed, isLast && !TypedText.IsBlank(text) && field.Type == FieldType.Text ? Rest(lines, index) : null);
            return;
        }

        below.Use();
        var beside = below.Cell is not null && below.Cell.Row == line.Cell?.Row;
        sheet.Put(field, new TypedValue(below.Text, TypedText.Shown(below.Text), hit.Quality * (beside && !below.IsBoxed ? 1 : BelowLabel),
            beside ? Reason(hit, line) : $"Chữ nằm ở dòng dưới “{hit.Sign.Words}”."));
    }

    // A value that goes on in the next line begins small there; what begins with a capital may be anything.
    private void PutWithRest(FieldDefinition field, TypedValue typed, TypedLine? rest)
    {
        if (rest is null)
        {
            sheet.Put(field, typed);
        }
        else if (char.IsLower(rest.Text.TrimStart()[0]))
        {
            rest.Use();
            sheet.Put(field, typed with { Text = $"{typed.Text.TrimEnd()} {rest.Text.Trim()}", Found = $"{typed.Found} {TypedText.Shown(rest.Text)}", Quality = typed.Quality * BelowLabel, Reason = "Nội dung viết tiếp ở dòng dưới." });
        }
        else
        {
            sheet.Put(field, typed);
            sheet.Doubt(field.Tag, MayGoOn, $"Dòng dưới “{TypedText.Shown(rest.Text)}” không rõ có viết tiếp nội dung này không.");
        }
    }

    private TypedLine? Rest(IReadOnlyList<TypedLine> lines, int index) =>
        index + 1 < lines.Count && lines[index + 1] is { IsBlank: false, IsUsed: false, IsBoxed: false, Text.Length: <= LongestBelow } next && next.Cell == lines[index].Cell && !IsSign(next) && SignFinder.InLine(next, labels).Count == 0 ? next : null;

    private static string Reason(SignHit hit, TypedLine line) => hit.Quality switch
    {
        <= Wording.Guess => $"Nhãn “{TypedText.Shown(line.Text[hit.Start..hit.End])}” có thể là “{hit.Sign.Words}” nhưng không rõ.",
        < 0.85 => $"Nhãn gần giống “{hit.Sign.Words}”.",
        _ => $"Đọc từ chỗ ghi “{hit.Sign.Words}”.",
    };

    // The next cell of the row, or the one line before the next sign; of several lines none is surely the value.
    private TypedLine? Below(IReadOnlyList<TypedLine> lines, int index)
    {
        var cell = lines[index].Cell;
        var next = lines.Skip(index + 1).TakeWhile(line => line.IsBlank || !IsSign(line)).Where(line => !line.IsBlank).Take(3).ToList();
        if (cell is not null)
        {
            var inside = next.FindAll(line => line.Cell?.Row == cell.Row);
            return inside is [var one] && (one.Cell == cell || IsNext(cell, one.Cell)) ? one : null;
        }

        return next is [{ Cell: null, IsUsed: false, Text.Length: <= LongestBelow } only] ? only : null;
    }

    private static bool IsNext(CellPlace label, CellPlace? other) => other is not null && other.Table == label.Table && other.First >= label.End;

    private bool IsSign(TypedLine line) => line.IsUsed || SignFinder.AtStart(line, labels) is not null
        || SignFinder.AtStart(line, signs.All.Where(sign => sign.Kind != SignKind.Label && sign.Kind != SignKind.RowLabel)) is not null
        || signs.CampaignStarts.Any(start => line.Folded.Letters.AsSpan(line.Folded.LetterAt(line.WordsStart)).StartsWith(start));
}
