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
        var bounds = Bounds.Of(rule, context);
        return rule.Kind switch
        {
            "minRows" => FindingIf(values.RowsOf(rule.Path).Count < bounds.Min, rule, context, bounds),
            "maxRows" => FindingIf(values.RowsOf(rule.Path).Count > bounds.Max, rule, context, bounds),
            "requiredAny" => FindingIf(rule.Paths.All(tag => values[tag].Length == 0), rule, context, bounds),
            _ => Places(rule.Path, values)
                .Where(place => IsBroken(rule, place.Value, values, context))
                .Select(place => Report(rule, context, bounds, place.Path, place.Number)),
        };
    }

    private static bool IsBroken(Rule rule, string value, FormValues values, RuleContext context) => rule.Kind switch
    {
        "required" => value.Length == 0,
        "yearEquals" => VietnameseDates.TryParseIso(value, out var date) && date.Year != context.CampaignYear,
        "ageBetween" => VietnameseDates.TryParseIso(value, out var born) && IsOutside(Age(born, context.Today), rule),
        "sameAs" => value.Length > 0 && values[rule.Paths[0]] is { Length: > 0 } other && !SameWords(value, other),
        "maxLength" => new StringInfo(value).LengthInTextElements > rule.Max,
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

    private static IEnumerable<(string Path, string Value, int Number)> Places(string path, FormValues values)
    {
        var mark = path.IndexOf("[].", StringComparison.Ordinal);
        if (mark < 0)
        {
            return [(path, values[path], 0)];
        }

        var (rows, column) = (path[..mark], path[(mark + 3)..]);
        return values.RowsOf(rows).Select((row, index) => (FieldPath.InRow(rows, index, column), row[column], index + 1));
    }

    private static IEnumerable<Finding> FindingIf(bool broken, Rule rule, RuleContext context, Bounds bounds) =>
        broken ? [Report(rule, context, bounds, rule.Path, 0)] : [];

    private static Finding Report(Rule rule, RuleContext context, Bounds bounds, string path, int number)
    {
        var severity = context.Required ? rule.Severity : rule.SeverityIfVoluntary ?? rule.Severity;
        return new Finding(rule.Id, severity, path, rule.Clause, bounds.PutInto(rule.Message, number, context.CampaignYear));
    }

    private readonly record struct Bounds(int Min, int? Max)
    {
        public static Bounds Of(Rule rule, RuleContext context) => rule.Kind switch
        {
            "minRows" => new(Math.Max(context.MinRows, rule.Min ?? 0), rule.Max),
            "maxRows" => new(rule.Min ?? 0, context.MaxRows ?? rule.Max),
            _ => new(rule.Min ?? 0, rule.Max),
        };

        public string PutInto(string message, int number, int year) => message
            .Replace("{n}", Number(number), StringComparison.Ordinal)
            .Replace("{min}", Number(Min), StringComparison.Ordinal)
            .Replace("{max}", Number(Max ?? 0), StringComparison.Ordinal)
            .Replace("{year}", Number(year), StringComparison.Ordinal);

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>The paths by which findings and outcomes name a place: a tag, or <c>rows[0].tag</c> inside a row.</summary>
internal static class FieldPath
{
    public static string Row(string rows, int index) => string.Create(CultureInfo.InvariantCulture, $"{rows}[{index}]");

    public static string InRow(string rows, int index, string column) => $"{Row(rows, index)}.{column}";
}
