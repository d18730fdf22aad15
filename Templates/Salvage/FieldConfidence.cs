using System.Text.Json.Serialization;

namespace HocTap.Office.Templates.Salvage;

/// <summary>How far a salvaged value may be believed («mức độ chắc chắn»).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfidenceLevel>))]
public enum ConfidenceLevel
{
    /// <summary>Its place was found for sure («chắc chắn»); score from 0.85.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Very likely, worth a glance («khá chắc»); score from 0.6.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>A guess, or a text that was found and not understood («cần xem lại»); score below 0.6.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>The document has no place for it that we could find («không thấy»); score 0, no value.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}

/// <summary>How sure one value is, why, and where it was found («độ tin cậy của một trường»).</summary>
/// <param name="Level">The step of the scale.</param>
/// <param name="Score">The same as a number, 0 to 1, two decimals.</param>
/// <param name="Reason">Why, one Vietnamese sentence.</param>
/// <param name="Found">The line or cell as typed; "" when there is none.</param>
/// <param name="Alternatives">Other values that it may be, the likeliest first; mostly empty.</param>
public sealed record FieldConfidence(ConfidenceLevel Level, double Score, string Reason, string Found, IReadOnlyList<string> Alternatives)
{
    private const double HighFrom = 0.85;
    private const double MediumFrom = 0.6;

    /// <summary>The confidence of a score.</summary>
    internal static FieldConfidence Of(double score, string reason, string found = "", IReadOnlyList<string>? alternatives = null)
    {
        var exact = Math.Round(Math.Clamp(score, 0, 1), 2);
        return new(LevelOf(exact), exact, reason, found, alternatives ?? []);
    }

    /// <summary>No place was found.</summary>
    internal static FieldConfidence Missing(string reason) => Of(0, reason);

    private static ConfidenceLevel LevelOf(double score) => score switch
    {
        >= HighFrom => ConfidenceLevel.High,
        >= MediumFrom => ConfidenceLevel.Medium,
        > 0 => ConfidenceLevel.Low,
        _ => ConfidenceLevel.Missing,
    };
}
