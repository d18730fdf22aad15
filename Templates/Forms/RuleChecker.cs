using System.Globalization;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>Judges the values of a form by the form's own rules («kiểm tra theo quy tắc của mẫu»).</summary>
/// <remarks>The pane's module says the same for the same values; <c>rule-cases.json</c> holds both to it.</remarks>
public static class RuleChecker
{
    /// <summary>The broken rules, in the order of the form's rules and then of the rows; empty when nothing is wrong.</summary>
    /// <exception cref="InvalidDataException">A rule uses a word outside the vocabulary.</exception>
    public static IReadOnlyList<Finding> Check(FormDefinition form, FormValues values, RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        return [.. form.Rules.SelectMany(rule => Judge(rule, values, context))];
    }

    private static IEnumerable<Finding> Judge(Rule rule, FormValues values, RuleContext context)
    {
        var bounds = RuleBounds.Of(rule, context);
        return Places(rule, values).Where(place => IsBroken(rule, place, bounds, values, context)).Select(place => Report(rule, place, bounds, context));
    }

    private static bool IsBroken(Rule rule, Place place, RuleBounds bounds, FormValues values, RuleContext context) => rule.Kind switch
    {
        "required" => place.Value.Length == 0,
        "requiredAny" => rule.Paths.All(tag => values[tag].Length == 0),
        "requiredWhen" => place.Value.Length == 0 && rule.Starts.Any(start => values[rule.Paths[0]].StartsWith(start, StringComparison.OrdinalIgnoreCase)),
        "minRows" => place.Count < bounds.Min,
        "maxRows" => place.Count > bounds.Max,
        "linesBetween" => place.Count < bounds.Min || place.Count > bounds.Max,
        "yearEquals" => VietnameseDates.TryParseIso(place.Value, out var date) && date.Year != context.CampaignYear,
        "ageBetween" => VietnameseDates.TryParseIso(place.Value, out var born) && IsOutside(Age(born, context.Today), rule),
        "sameAs" => place.Value.Length > 0 && values[rule.Paths[0]] is { Length: > 0 } other && !SameWords(place.Value, other),
        "maxLength" => place.Count > bounds.Max,
        _ => throw new InvalidDataException($"Rule {rule.Id} uses the unknown word '{rule.Kind}'."),
    };

    private static bool IsOutside(int age, Rule rule) => age < (rule.Min ?? int.MinValue) || age > (rule.Max ?? int.MaxValue);

    private static int Age(DateOnly born, DateOnly today)
    {
        var birthdayToCome = (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0;
        return today.Year - born.Year - (birthdayToCome ? 1 : 0);
    }

    private static bool SameWords(string one, string other) =>
        string.Equals(VietnameseText.OneLine(one), VietnameseText.OneLine(other), StringComparison.Ordinal);

    private static IEnumerable<Place> Places(Rule rule, FormValues values)
    {
        if (rule.Kind is "minRows" or "maxRows")
        {
            return [new(rule.Path, "", 0, values.RowsOf(rule.Path).Count)];
        }

        var mark = rule.Path.IndexOf("[].", StringComparison.Ordinal);
        if (mark < 0)
        {
            return [new(rule.Path, values[rule.Path], 0, CountIn(rule, values[rule.Path]))];
        }

        var (rows, column) = (rule.Path[..mark], rule.Path[(mark + 3)..]);
        return values.RowsOf(rows).Select((row, index) => new Place(FieldPath.InRow(rows, index, column), row[column], index + 1, CountIn(rule, row[column])));
    }

    private static int CountIn(Rule rule, string value) => rule.Kind switch
    {
        "maxLength" => new StringInfo(value).LengthInTextElements,
        "linesBetween" => value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
        _ => 0,
    };

    private static Finding Report(Rule rule, Place place, RuleBounds bounds, RuleContext context)
    {
        var severity = context.Required ? rule.Severity : rule.SeverityIfVoluntary ?? rule.Severity;
        var message = bounds.PutInto(rule.Message, place.Count)
            .Replace("{n}", place.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", context.CampaignYear.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new Finding(rule.Id, severity, place.Path, rule.Clause, message);
    }

    /// <summary>A place a rule looks at: its value, its row's number from 1, and what its kind counts there.</summary>
    private readonly record struct Place(string Path, string Value, int Number, int Count);
}

/// <summary>The paths by which findings and outcomes name a place: a tag, or <c>rows[0].tag</c> inside a row.</summary>
internal static class FieldPath
{
    public static string Row(string rows, int index) => string.Create(CultureInfo.InvariantCulture, $"{rows}[{index}]");

    public static string InRow(string rows, int index, string column) => $"{Row(rows, index)}.{column}";
}
