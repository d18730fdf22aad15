using System.Globalization;

namespace HocTap.Office.Templates.Forms;

/// <summary>The bounds a rule is judged by: the rule's own, and the duty's where rows are counted.</summary>
internal readonly record struct RuleBounds(int Min, int? Max)
{
    public static RuleBounds Of(Rule rule, RuleContext context) => rule.Kind switch
    {
        "minRows" or "maxRows" => new(Math.Max(context.MinRows, rule.Min ?? 0), context.MaxRows ?? rule.Max),
        _ => new(rule.Min ?? 0, rule.Max),
    };

    /// <summary>The message with the bounds and what was counted in it.</summary>
    public string PutInto(string message, int count) => message
        .Replace("{min}", Number(Min), StringComparison.Ordinal)
        .Replace("{max}", Number(Max ?? 0), StringComparison.Ordinal)
        .Replace("{range}", Range(), StringComparison.Ordinal)
        .Replace("{count}", Number(count), StringComparison.Ordinal)
        .Replace("{missing}", Number(Math.Max(0, Min - count)), StringComparison.Ordinal)
        .Replace("{excess}", Number(Math.Max(0, count - (Max ?? count))), StringComparison.Ordinal);

    private string Range() => (Min, Max) switch
    {
        (_, null) => $"ít nhất {Number(Min)}",
        ( <= 0, { } max) => $"không quá {Number(max)}",
        var (min, max) when min == max => $"đúng {Number(min)}",
        var (min, max) => $"từ {Number(min)} đến {Number(max.Value)}",
    };

    // Vietnamese groups thousands by points, whatever the machine's own culture data says.
    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
