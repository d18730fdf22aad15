using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What was found for one field: nothing at all, one text, or texts that contradict each other.</summary>
internal readonly record struct FoundText(bool Found, string Text, bool Contradicts)
{
    public static FoundText Nothing => new(false, "", false);

    public static FoundText Of(string text) => new(true, text, false);
}

/// <summary>Reads fields that hold one value: from their controls, else from the printed words around them.</summary>
internal static class SingleReader
{
    public static FoundText Read(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition field, IReadOnlyList<string>? writtenLines)
    {
        var owned = Owned(lines, field);
        if (owned.Found && (owned.Contradicts || !Placeholders.IsOne(field, owned.Text)))
        {
            return owned;
        }

        // A collapsed bookmark says «empty» while the words beside it may say more.
        var around = field.Type switch
        {
            FieldType.Multi => Between(lines, form, field),
            FieldType.Lines => Below(lines, form, field),
            FieldType.Text or FieldType.Date or FieldType.Choice or FieldType.Rows => Around(lines, form, field, writtenLines),
        };
        return around.Text.Length > 0 ? around : owned.Found ? owned : around;
    }

    private static FoundText Owned(IReadOnlyList<BodyLine> lines, FieldDefinition field)
    {
        var places = lines
            .Where(line => line.Owner == field.Tag || line.Pieces.Any(piece => piece.Owner == field.Tag))
            .Select(line => (
                Control: line.Owner == field.Tag ? line.Control : line.Pieces.First(piece => piece.Owner == field.Tag).Control,
                Text: string.Concat(line.Pieces.Where(piece => piece.Owner == field.Tag && !piece.IsPlaceholder).Select(piece => piece.Text))))
            .ToList();
        if (places.Count == 0)
        {
            return FoundText.Nothing;
        }

        if (places.Exists(place => place.Control is null))
        {
            return FoundText.Of(string.Join('\n', places.Select(place => place.Text)));
        }

        var copies = places.GroupBy(place => place.Control).Select(copy => string.Join('\n', copy.Select(place => place.Text)))
            .Where(copy => !Placeholders.IsOne(field, copy)).Distinct().ToList();
        return new FoundText(true, copies.FirstOrDefault() ?? "", copies.Count > 1);
    }

    private static FoundText Around(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition field, IReadOnlyList<string>? writtenLines)
    {
        var mark = $"{{{field.Tag}}}";
        var patterns = (writtenLines ?? [.. form.Print.SelectMany(block => block.Lines)])
            .Where(text => text.Contains(mark, StringComparison.Ordinal) && (field.LongDate || text.Contains("{documentDate}", StringComparison.Ordinal) || TextPattern.Split(text).Any(piece => piece.Text.Any(char.IsLetter))));
        foreach (var pattern in patterns.Select(text => LinePattern.ForWritten(VietnameseText.Words(text), form)))
        {
            foreach (var words in lines.Select(line => VietnameseText.Words(line.Text)).Where(words => words.Length > 0))
            {
                if (pattern.Find(words, field.Tag) is { } found)
                {
                    return FoundText.Of(found);
                }
            }
        }

        return FoundText.Nothing;
    }

    private static FoundText Between(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition field)
    {
        var blocks = form.Print.ToList();
        var own = blocks.FindIndex(block => block.Block == "multi" && block.Field == field.Tag);
        if (own < 1)
        {
            return FoundText.Nothing;
        }

        var heading = LinePattern.ForPrinted(blocks[own - 1].Text, form);
        var following = blocks.Skip(own + 1).Where(block => block.Text.Length > 0).Select(block => LinePattern.ForPrinted(block.Text, form)).ToList();
        var start = lines.ToList().FindIndex(line => line.IsFixed && heading.IsMatch(VietnameseText.Words(line.Text)));
        if (start < 0)
        {
            return FoundText.Nothing;
        }

        var between = lines.Skip(start + 1).TakeWhile(line => !following.Exists(next => next.IsMatch(VietnameseText.Words(line.Text))));
        return FoundText.Of(string.Join('\n', between.Select(line => line.Value)));
    }

    // A list fills its cell from the line of its own words down.
    private static FoundText Below(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition field)
    {
        var cell = form.Print.SelectMany(block => (IReadOnlyList<string>[])[block.Left, block.Right]).FirstOrDefault(cell => cell.Contains($"{{{field.Tag}}}"));
        var heading = cell?.TakeWhile(text => text != $"{{{field.Tag}}}").LastOrDefault();
        var start = heading is null ? -1 : lines.ToList().FindIndex(line => line is { IsFixed: true, Cell: not null } && VietnameseText.Words(line.Text) == heading);
        return start < 0
            ? FoundText.Nothing
            : FoundText.Of(string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line.Cell == lines[start].Cell).Select(line => line.Value)));
    }
}
