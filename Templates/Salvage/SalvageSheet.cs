using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>What one salvage has found so far: values with their confidence, and the findings.</summary>
internal sealed class SalvageSheet(FormDefinition form)
{
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, IReadOnlyList<FormRow>> rows = [];

    public FormDefinition Form { get; } = form;

    public Dictionary<string, FieldConfidence> Confidence { get; } = [];

    public List<Finding> Findings { get; } = [];

    public FormValues Values => new(values, rows);

    public string this[string tag] => values.GetValueOrDefault(tag, "");

    public bool Has(string path) => Confidence.ContainsKey(path);

    /// <summary>Takes what was typed in the place of a field; a second text for the same field makes both doubtful.</summary>
    public void Put(FieldDefinition field, TypedValue typed)
    {
        var (value, confidence) = ValueReader.Read(field, typed);
        if (Confidence.TryGetValue(field.Tag, out var before) && before.Level != ConfidenceLevel.Missing)
        {
            PutAgain(field, value, confidence, before);
            return;
        }

        Set(field.Tag, value);
        Confidence[field.Tag] = confidence;
    }

    /// <summary>Says that a field has no place in the document, unless one was found.</summary>
    public void Miss(FieldDefinition field) => Confidence.TryAdd(field.Tag, FieldConfidence.Missing($"Không thấy chỗ ghi “{field.Label}” trong văn bản."));

    public void PutRows(FieldDefinition field, IReadOnlyList<SalvagedRow> found, FieldConfidence confidence)
    {
        Confidence[field.Tag] = confidence;
        rows[field.Tag] = [.. found.Select(row => new FormRow(null, row.Values))];
        foreach (var (row, index) in found.Select((row, index) => (row, index)))
        {
            foreach (var (tag, cell) in row.Confidence)
            {
                Confidence[FieldPath.InRow(field.Tag, index, tag)] = cell;
            }
        }
    }

    /// <summary>Makes a value no surer than a score, and says why.</summary>
    public void Doubt(string path, double most, string reason)
    {
        if (Confidence.TryGetValue(path, out var before) && before.Score > most)
        {
            Confidence[path] = FieldConfidence.Of(most, reason, before.Found, before.Alternatives);
        }
    }

    private void PutAgain(FieldDefinition field, string value, FieldConfidence confidence, FieldConfidence before)
    {
        if (value.Length == 0 || string.Equals(value, this[field.Tag], StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (this[field.Tag].Length == 0)
        {
            Set(field.Tag, value);
            Confidence[field.Tag] = before.Score >= confidence.Score || before.Found.Length == 0 ? confidence : FieldConfidence.Of(confidence.Score, confidence.Reason, confidence.Found, confidence.Alternatives);
            return;
        }

        Confidence[field.Tag] = FieldConfidence.Of(0.4, $"“{field.Label}” có ở hai chỗ với nội dung khác nhau.", before.Found, [.. before.Alternatives, value]);
    }

    private void Set(string tag, string value)
    {
        if (value.Length > 0)
        {
            values[tag] = value;
        }
    }
}

/// <summary>One row of a repeated field with the confidence of each of its fields, by tag.</summary>
internal sealed record SalvagedRow(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, FieldConfidence> Confidence);

/// <summary>What was typed in a place: the words, the whole line they were found in, how sure the place is and why.</summary>
internal sealed record TypedValue(string Text, string Found, double Quality, string Reason);

/// <summary>Brings typed words into the normal form of their field, and judges whether they look like it.</summary>
internal static class ValueReader
{
    private const double WrongLook = 0.5;

    public static (string Value, FieldConfidence Confidence) Read(FieldDefinition field, TypedValue typed)
    {
        if (TypedText.IsEmpty(field, TypedText.Value(typed.Text)) || TypedText.IsBlank(typed.Text))
        {
            return ("", FieldConfidence.Of(typed.Quality, $"Có chỗ ghi “{field.Label}” nhưng để trống.", TypedText.Shown(typed.Found)));
        }

        return field.Type switch
        {
            FieldType.Date => Day(field, typed),
            FieldType.Choice => Choice(field, typed),
            FieldType.Multi or FieldType.Lines => (VietnameseText.Normalize(field.Type, typed.Text), FieldConfidence.Of(typed.Quality, typed.Reason, typed.Found)),
            _ => Text(field, typed),
        };
    }

    private static (string, FieldConfidence) Day(FieldDefinition field, TypedValue typed)
    {
        if (TypedDates.Find(typed.Text) is not { } date)
        {
            return ("", FieldConfidence.Of(Math.Min(typed.Quality, 0.3), $"“{field.Label}” ghi “{TypedText.Value(typed.Text)}”, không đọc được thành một ngày.", typed.Found));
        }

        var around = TypedText.Value(typed.Text[..date.Start] + " " + typed.Text[date.End..]);
        var quality = Math.Min(typed.Quality, TypedText.IsBlank(around) ? date.Quality : Math.Min(date.Quality, 0.7));
        var reason = date.Quality < 1 ? $"Ngày ghi “{TypedText.Value(typed.Text)}” có thể hiểu nhiều cách." : quality < typed.Quality ? $"Bên cạnh ngày còn chữ “{around}”." : typed.Reason;
        return (VietnameseDates.Iso(date.Day), FieldConfidence.Of(quality, reason, typed.Found, date.Other is { } other ? [VietnameseDates.Iso(other)] : []));
    }

    private static (string, FieldConfidence) Choice(FieldDefinition field, TypedValue typed)
    {
        var letters = FoldedText.LettersOf(typed.Text);
        return field.Choices.FirstOrDefault(choice => FoldedText.LettersOf(choice.Label) == letters || choice.Code == typed.Text.Trim()) is { } found
            ? (found.Code, FieldConfidence.Of(typed.Quality, typed.Reason, typed.Found))
            : ("", FieldConfidence.Of(Math.Min(typed.Quality, 0.3), $"“{TypedText.Value(typed.Text)}” không phải là một lựa chọn của “{field.Label}”.", typed.Found));
    }

    private static (string, FieldConfidence) Text(FieldDefinition field, TypedValue typed)
    {
        var value = TypedText.Value(typed.Text);
        if (IsOf(field, SalvageWords.Current.PersonLabels) && !IsOf(field, SalvageWords.Current.PositionLabels))
        {
            return Person(field, value, typed);
        }

        return value.Contains(':', StringComparison.Ordinal)
            ? (value, FieldConfidence.Of(Math.Min(typed.Quality, WrongLook), $"Trong “{field.Label}” có dấu hai chấm, có thể lẫn nội dung của mục khác.", typed.Found))
            : (value, FieldConfidence.Of(typed.Quality, typed.Reason, typed.Found));
    }

    private static (string, FieldConfidence) Person(FieldDefinition field, string value, TypedValue typed)
    {
        var name = PersonNames.Clean(value);
        return !PersonNames.IsName(name)
            ? (name, FieldConfidence.Of(Math.Min(typed.Quality, WrongLook), $"“{value}” không giống họ tên một người.", typed.Found))
            : (name, FieldConfidence.Of(typed.Quality, typed.Reason, typed.Found, name == value ? [] : [value]));
    }

    /// <summary>True when a field's label has one of some folded words.</summary>
    public static bool IsOf(FieldDefinition field, IReadOnlyList<string> words)
    {
        var label = SearchText.Fold(field.Label);
        return words.Any(word => label.Contains(word, StringComparison.Ordinal));
    }
}
