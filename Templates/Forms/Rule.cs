using System.Text.Json.Serialization;

namespace HocTap.Office.Templates.Forms;

/// <summary>What a broken rule does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Stops submission.</summary>
    [JsonStringEnumMemberName("error")]
    Error,

    /// <summary>Is shown and does not stop anything.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,
}

/// <summary>A rule of a form («quy tắc»): data of a closed vocabulary, checked alike by <c>RuleChecker</c> here and by the pane's module.</summary>
/// <remarks>
/// <see cref="Kind"/> is one of: <c>required</c>, <c>requiredAny</c> (one of <see cref="Paths"/>), <c>requiredWhen</c>
/// (<see cref="Paths"/>[0] begins with one of <see cref="Starts"/>), <c>minRows</c> and <c>maxRows</c> (bounds from the duty),
/// <c>linesBetween</c> (<see cref="Min"/> to <see cref="Max"/> texts of a list), <c>yearEquals</c> (the campaign's year), <c>ageBetween</c> (<see cref="Min"/> to <see cref="Max"/> years), <c>sameAs</c>
/// (<see cref="Paths"/>[0]), <c>maxLength</c> (<see cref="Max"/> characters).
/// A path is a tag, or <c>rows[].tag</c> for every row.
/// </remarks>
public sealed record Rule
{
    /// <summary>The official id of the rule, such as <c>C01</c> or <c>M03-R2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The word of the vocabulary.</summary>
    public required string Kind { get; init; }

    /// <summary>The field it judges and that findings point at.</summary>
    public required string Path { get; init; }

    /// <summary>What a break does when the form is owed.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What a break does when the form is voluntary; equal to <see cref="Severity"/> when not given.</summary>
    public Severity? SeverityIfVoluntary { get; init; }

    /// <summary>The clause of the guideline, or «quy ước nội bộ» for our own.</summary>
    public required string Clause { get; init; }

    /// <summary>What to tell the user, a whole Vietnamese sentence, with <c>{n}</c> for the row's number, <c>{year}</c> for the campaign's, <c>{min}</c> and <c>{max}</c> for bounds,
    /// <c>{range}</c> for both («từ 1 đến 2»), <c>{count}</c> for what is there, <c>{missing}</c> and <c>{excess}</c> for what lacks or is too much.</summary>
    public required string Message { get; init; }

    /// <summary>Other fields the rule looks at; empty for most kinds.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The beginnings a <c>requiredWhen</c> rule looks for, capitals or not; empty for other kinds.</summary>
    public IReadOnlyList<string> Starts { get; init; } = [];

    /// <summary>The lower bound where the kind has one.</summary>
    public int? Min { get; init; }

    /// <summary>The upper bound where the kind has one.</summary>
    public int? Max { get; init; }
}

/// <summary>What the rules of one document are judged against: the campaign's year and the duty it fulfils.</summary>
/// <param name="CampaignYear">The year of the campaign («năm của đợt»).</param>
/// <param name="Today">The day of judgement in Vietnam, for ages.</param>
/// <param name="Required">True when the form is owed, false when it is voluntary.</param>
/// <param name="MinRows">The fewest rows the duty asks for; 0 when none.</param>
/// <param name="MaxRows">The most rows the duty names; null when it names none.</param>
public sealed record RuleContext(int CampaignYear, DateOnly Today, bool Required, int MinRows, int? MaxRows);

/// <summary>A broken rule or a place that could not be read («điều cần sửa»), in the user's words.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">Whether it stops submission.</param>
/// <param name="Path">The field, <c>rows[0].tag</c> inside a row; empty for the whole document.</param>
/// <param name="Clause">The clause it rests on.</param>
/// <param name="Message">What to do, a Vietnamese sentence.</param>
public sealed record Finding(string Rule, Severity Severity, string Path, string Clause, string Message);
