namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>A story of the corpus: its name, and the plan with what was done to it and what must be read.</summary>
internal sealed record EditCase(string Name, Action Story);

/// <summary>The corpus of edits: what people really do to a plan, and what must come of it. New stories are added to a list, no test is written.</summary>
internal static partial class EditCorpus
{
    public static IReadOnlyList<EditCase> All { get; } = [.. Beside, .. FixedWords, .. Habits, .. Visible, .. Works];
}

[TestClass]
public sealed class EditCorpusTests
{
    public static IEnumerable<object[]> Names => EditCorpus.All.Select(item => new object[] { item.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_edit_loses_no_words_unsaid(string name) => EditCorpus.All.Single(item => item.Name == name).Story();
}
