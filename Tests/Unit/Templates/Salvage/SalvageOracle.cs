using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>How one field came out: what was typed, what was read, and how sure.</summary>
internal sealed record FieldVerdict(string Path, string Typed, string Read, FieldConfidence Confidence)
{
    public bool IsRight => string.Equals(Typed, Read, StringComparison.Ordinal);

    public bool IsSureAndRight => IsRight && Confidence.Level == ConfidenceLevel.High;

    /// <summary>The one thing that must never happen: a wrong value told as if it were right.</summary>
    public bool IsWrongAndBelieved => !IsRight && Confidence.Level is ConfidenceLevel.High or ConfidenceLevel.Medium;

    public override string ToString() => $"{Path} [{Confidence.Level} {Confidence.Score}] typed “{Typed}” read “{Read}”: {Confidence.Reason}";
}

/// <summary>Holds what was salvaged against what was typed, field by field.</summary>
internal static class SalvageOracle
{
    public static SalvagedForm Read(byte[] docx, params IReadOnlyList<CampaignTexts> campaigns) => FormSalvager.Read(new MemoryStream(docx), campaigns) switch
    {
        SalvageResult.Readable readable => readable.Form,
        SalvageResult.Refused refused => throw new AssertFailedException($"Refused: {refused.Kind} {refused.Detail}"),
        _ => throw new AssertFailedException("Neither readable nor refused."),
    };

    public static IReadOnlyList<FieldVerdict> Judge(FormDefinition form, FormValues typed, SalvagedForm read) =>
        [.. form.SingleFields.Where(field => field.Printed).Select(field => Verdict(field.Tag, typed[field.Tag], read.Values[field.Tag], read)), .. form.RowFields.SelectMany(rows => Rows(rows, typed, read))];

    /// <summary>True for the path of a single field, or of a cell, that the form prints.</summary>
    public static bool IsPrinted(FormDefinition form, string path) => path.Split('[', ']', '.') switch
    {
        [var tag] => form.SingleFields.Any(field => field.Tag == tag && field.Printed),
        [var rows, _, _, var column] => form.Field(rows).Columns.Any(field => field.Tag == column && field.Printed),
        _ => false,
    };

    /// <summary>The value at a path; "" when there is none.</summary>
    public static string ValueAt(SalvagedForm read, string path) => path.Split('[', ']', '.') switch
    {
        [var tag] => read.Values[tag],
        [var rows, var index, _, var column] => read.Values.RowsOf(rows)[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)][column],
        _ => "",
    };

    private static IEnumerable<FieldVerdict> Rows(FieldDefinition rows, FormValues typed, SalvagedForm read)
    {
        var (before, after) = (typed.RowsOf(rows.Tag), read.Values.RowsOf(rows.Tag));
        yield return Verdict(rows.Tag, $"{before.Count}", $"{after.Count}", read);
        for (var i = 0; i < after.Count; i++)
        {
            foreach (var column in rows.Columns.Where(column => column.Printed))
            {
                yield return Verdict($"{rows.Tag}[{i}].{column.Tag}", i < before.Count ? before[i][column.Tag] : "", after[i][column.Tag], read);
            }
        }
    }

    private static FieldVerdict Verdict(string path, string typed, string now, SalvagedForm read) =>
        new(path, typed, now, read.Confidence.TryGetValue(path, out var confidence) ? confidence : throw new AssertFailedException($"Nothing is said about {path}."));
}
