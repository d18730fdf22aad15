using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A column that people typed: the field it holds, how surely, and the words of its head; no field for the numbers and for columns of their own.</summary>
internal sealed record TypedColumn(string Field, double Quality, string Head, bool IsNumber);

/// <summary>Tells the columns of a typed table by the words of its heads, in whatever order they stand.</summary>
internal sealed class TypedColumns
{
    private const double ByPlace = 0.5;

    private readonly IReadOnlyList<(string Field, bool IsPrinted, IReadOnlyList<Wording> Wordings)> fields;
    private readonly IReadOnlyList<Wording> numbers;
    private readonly IReadOnlyList<PrintColumn> printed;

    public TypedColumns(FormDefinition form, PrintBlock block)
    {
        printed = block.Columns;
        numbers = [.. block.Columns.Where(column => column.Field.Length == 0).SelectMany(column => SalvageWords.Current.Of(column.Head))];
        fields =
        [
            .. block.Columns.Where(column => column.Field.Length > 0).Select(column => (column.Field, true, SalvageWords.Current.Of(column.Head))),
            .. form.Field(block.Field).Columns.Where(column => !column.Printed && column.Choices.Count == 0).Select(column => (column.Tag, false, SalvageWords.Current.Of(column.Label))),
        ];
    }

    /// <summary>How many columns of the form have a field.</summary>
    public int Count => printed.Count(column => column.Field.Length > 0);

    /// <summary>The columns of a row of heads; null when fewer than half of the form's are among them.</summary>
    public IReadOnlyList<TypedColumn>? Of(IReadOnlyList<string> heads)
    {
        var found = heads.Select(Named).ToList();
        Keep(found);
        if (2 * found.Count(column => fields.Any(field => field.IsPrinted && field.Field == column.Field)) < Count || found.Count(column => column.Field.Length > 0) < Math.Min(2, Count))
        {
            return null;
        }

        PlaceOthers(found);
        return found;
    }

    /// <summary>How many of the form's columns some words are the heads of.</summary>
    public int CountIn(IEnumerable<string> words)
    {
        var all = words.Select(Named).Where(column => column.Quality >= Wording.Guess).Select(column => column.Field).ToHashSet();
        return fields.Count(field => field.IsPrinted && all.Contains(field.Field));
    }

    private TypedColumn Named(string head)
    {
        var letters = FoldedText.LettersOf(head);
        if (letters.Length == 0 || numbers.Any(wording => wording.Letters == letters))
        {
            return new("", 0, head, letters.Length > 0);
        }

        var best = fields.SelectMany(field => field.Wordings.Select(wording => (field.Field, Quality: QualityOf(wording, letters)))).Where(item => item.Quality > 0)
            .OrderByDescending(item => item.Quality).FirstOrDefault();
        return best.Field is null ? new("", 0, head, false) : new(best.Field, best.Quality, head, false);
    }

    private static double QualityOf(Wording wording, string letters) =>
        Approximate.Whole(wording.Letters, letters) is { } found ? wording.Quality * (1 - ((double)found.Errors / wording.Letters.Length)) : 0;

    // A field has one column: the surest head keeps it.
    private static void Keep(List<TypedColumn> found)
    {
        foreach (var same in found.Where(column => column.Field.Length > 0).GroupBy(column => column.Field).Where(group => group.Count() > 1).ToList())
        {
            var best = same.MaxBy(column => column.Quality);
            for (var i = 0; i < found.Count; i++)
            {
                if (found[i].Field == same.Key && !ReferenceEquals(found[i], best))
                {
                    found[i] = found[i] with { Field = "" };
                }
            }
        }
    }

    // A head in other words keeps its column, doubtfully, as long as no column was added or moved.
    private void PlaceOthers(List<TypedColumn> found)
    {
        if (found.Count != printed.Count || found.Where((column, index) => column.Field.Length > 0 && column.Field != printed[index].Field).Any())
        {
            return;
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Field.Length == 0 && printed[i].Field.Length > 0 && found.TrueForAll(column => column.Field != printed[i].Field))
            {
                found[i] = found[i] with { Field = printed[i].Field, Quality = ByPlace };
            }
        }
    }
}
