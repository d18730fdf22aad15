namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Something that a program or a person does to a paper.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Apply">Does it and says what stands there now; false where the paper has no place for it.</param>
internal sealed record PaperEdit(string Name, Func<Paper, bool> Apply)
{
    /// <summary>Every kind of edit. A new one is added to its list, no test is written.</summary>
    public static IReadOnlyList<PaperEdit> All { get; } = [.. ProgramEdits.All, .. ControlEdits.All, .. TrackedEdits.All, .. RowEdits.All, .. VisibleEdits.All, .. WordsEdits.All, .. SuiteEdits.All, .. HandEdits.All, .. PackageChanges.All];

    public static PaperEdit Named(string name) => All.Single(edit => edit.Name == name);

    /// <summary>An edit that always finds a place.</summary>
    public static PaperEdit Always(string name, Action<Paper> apply) => new(name, paper =>
    {
        apply(paper);
        return true;
    });
}
