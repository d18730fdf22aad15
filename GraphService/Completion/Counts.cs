using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Completion;

/// <summary>The counts of one form («số phải nộp, đã nộp, còn thiếu, muộn»).</summary>
internal sealed record FormCounts(int Required, int Done, int Missing, int Late, int Exempt, int Voluntary, int VoluntaryDone)
{
    /// <summary>Nothing counted.</summary>
    public static FormCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public FormCounts Plus(FormCounts other) => new(
        Required + other.Required, Done + other.Done, Missing + other.Missing, Late + other.Late, Exempt + other.Exempt, Voluntary + other.Voluntary, VoluntaryDone + other.VoluntaryDone);
}

/// <summary>The second copies of leaders: how many must go out, how many the managing committees confirmed.</summary>
internal sealed record CopyCounts(int Due, int Received)
{
    /// <summary>Both together.</summary>
    public CopyCounts Plus(CopyCounts other) => new(Due + other.Due, Received + other.Received);
}

/// <summary>The counts of an organization, or of a whole tree: one entry for each form, and the second copies.</summary>
internal sealed record Counts(IReadOnlyDictionary<string, FormCounts> Forms, CopyCounts Copies)
{
    private static readonly string[] AllForms = [.. FormCatalog.All.Select(form => form.Code.Value)];

    /// <summary>Nothing counted.</summary>
    public static Counts None { get; } = new(AllForms.ToDictionary(form => form, _ => FormCounts.None, StringComparer.Ordinal), new CopyCounts(0, 0));

    /// <summary>Both together.</summary>
    public Counts Plus(Counts other) => new(
        AllForms.ToDictionary(form => form, form => Forms[form].Plus(other.Forms[form]), StringComparer.Ordinal), Copies.Plus(other.Copies));

    /// <summary>Documents owed, all forms together.</summary>
    public int Required => Forms.Values.Sum(form => form.Required);

    /// <summary>Documents that are there, all forms together.</summary>
    public int Done => Forms.Values.Sum(form => form.Done);

    /// <summary>Documents that are missing, all forms together.</summary>
    public int Missing => Forms.Values.Sum(form => form.Missing);

    /// <summary>Documents that are late, all forms together.</summary>
    public int Late => Forms.Values.Sum(form => form.Late);

    /// <summary>The part that is done, 0 to 100, rounded down so that 100 means all; 100 when nothing is owed.</summary>
    public int Percent => Required == 0 ? 100 : Done * 100 / Required;
}
