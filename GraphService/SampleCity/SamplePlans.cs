using System.Text.Json;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>What an invented plan is about: texts of sections II and III.</summary>
/// <param name="Content">Section II.1.</param>
/// <param name="Solution">Section II.2.</param>
/// <param name="ExemplaryGroup">The group of the exemplary work, 1 or 2.</param>
/// <param name="ExemplaryContent">Content and aim of the exemplary work.</param>
/// <param name="ExemplarySolution">How and by when.</param>
internal sealed record SampleTheme(string Content, string Solution, string ExemplaryGroup, string ExemplaryContent, string ExemplarySolution);

/// <summary>A plan that was filed in an earlier campaign.</summary>
/// <param name="Person">Whose plan it is.</param>
/// <param name="FiledBy">Who filed it: the person, or a clerk.</param>
/// <param name="At">When.</param>
/// <param name="Theme">Which of the themes.</param>
/// <param name="Reviewer">Who decided on it; null while nobody has.</param>
/// <param name="Decision"><c>accepted</c> or <c>returned</c>; null while nobody has decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Comment">What the reviewer said; may be empty.</param>
internal sealed record SamplePlan(string Person, string FiledBy, DateTimeOffset At, int Theme, string? Reviewer, string? Decision, DateTimeOffset? DecidedAt, string Comment);

/// <summary>The plans that the invented city filed in an earlier campaign, so that a closed year and last year's plan can be seen.</summary>
/// <param name="Campaign">The campaign they were filed in.</param>
/// <param name="Themes">What they are about.</param>
/// <param name="Plans">The plans in the order in which they were filed.</param>
internal sealed record SamplePlans(string Campaign, IReadOnlyList<SampleTheme> Themes, IReadOnlyList<SamplePlan> Plans)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads them from the data file beside the program.</summary>
    public static SamplePlans Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "SampleCity", "plans.json"));
        return JsonSerializer.Deserialize<SamplePlans>(file, Json) ?? throw new JsonException("The sample plans are null.");
    }
}
