namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>The tables of LocalTenant/FIDELITY.md, as its readers see them.</summary>
internal static class Fidelity
{
    /// <summary>The rows of a section's table, without its head; cells lose their code marks.</summary>
    public static IReadOnlyList<string[]> Rows(string section) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tenant", "Conformance", "FIDELITY.md"))
            .SkipWhile(line => line != "## " + section).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()),
    ];
}
