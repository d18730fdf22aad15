using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.Registers;

/// <summary>A register («sổ»): one tab.</summary>
/// <param name="Key">Its key on the wire: <c>plans</c>, <c>acts</c>, <c>tasks</c>, <c>models</c>.</param>
/// <param name="Label">Its Vietnamese name.</param>
public sealed record RegisterTab(string Key, string Label);

/// <summary>What a register is filtered and sorted by; all parts as they stand in the query, empty when not given.</summary>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Organization">The organization's code; its rows and those of all below it.</param>
/// <param name="Status">A state's code.</param>
/// <param name="Query">Words to find, diacritics and case aside.</param>
/// <param name="Sort">A column's key, with a leading minus for descending.</param>
/// <param name="Group">A grouping's key.</param>
public sealed record RegisterFilter(string Campaign, string Organization, string Status, string Query, string Sort, string Group);

/// <summary>The registers: <c>GET /registers?register&amp;campaign&amp;organization&amp;status&amp;q&amp;sort&amp;group&amp;cursor</c>.</summary>
/// <remarks>With <c>submission</c> the page opens that document's detail. Without <c>register</c> the handler takes the first tab, without <c>campaign</c> the open one.</remarks>
public sealed record RegistersModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The registers that exist.</summary>
    public required IReadOnlyList<RegisterTab> Tabs { get; init; }

    /// <summary>The campaigns, newest first.</summary>
    public required IReadOnlyList<Choice> Campaigns { get; init; }

    /// <summary>The organizations in the caller's scope; with one or none the select is left out.</summary>
    public required IReadOnlyList<Choice> Organizations { get; init; }

    /// <summary>What rows can be grouped by.</summary>
    public required IReadOnlyList<Choice> Groupings { get; init; }

    /// <summary>True when the caller has no role and sees their own rows only.</summary>
    public required bool OwnOnly { get; init; }

    /// <summary>The first page of rows, with the register and the filter that hold.</summary>
    public required RegisterRowsModel Rows { get; init; }
}
