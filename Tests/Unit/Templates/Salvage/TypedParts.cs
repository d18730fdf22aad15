namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>A part of a paper as people type it, and what it says: values by path, lines parted by LF; a path with «?» may be read or not.</summary>
internal sealed record TypedPart(string Name, IReadOnlyList<string> Lines, IReadOnlyDictionary<string, string> Values);

/// <summary>Parts of papers written by hand in <c>Samples/typed</c>; a paper is one of each kind.</summary>
/// <remarks>
/// «=== name» begins a part, «---» its values. «|» begins a row of cells, «^» in one is merged with the cell above, «{5}» before one spans columns; « // » parts paragraphs, «→» is a tab,
/// «#.» and «*.» are numbers and dashes that Word counts, «[box]» is a text box on the line above, «[header]» the top of the pages. {NAME} is the person, {NAME!} in capitals.
/// </remarks>
internal static class TypedParts
{
    public const string Break = " // ";

    public static IReadOnlyList<TypedPart> Of(string kind) =>
        [.. File.ReadAllText(Path.Combine(Sample.Folder, "typed", $"{kind}.txt")).Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    /// <summary>Types some lines into a document.</summary>
    public static void Type(TypedDocument paper, IEnumerable<string> lines, string person)
    {
        var rows = new List<IReadOnlyList<TypedCellText>>();
        foreach (var line in lines.Select(line => line.Replace("{NAME!}", person.ToUpperInvariant(), StringComparison.Ordinal).Replace("{NAME}", person, StringComparison.Ordinal).Replace('→', '\t')))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. line[1..].Split('|').Select(Cell)]);
                continue;
            }

            Flush(paper, rows);
            TypeLine(paper, line);
        }

        Flush(paper, rows);
    }

    private static TypedPart Read(string text)
    {
        var lines = text.Split('\n');
        var end = Array.IndexOf(lines, "---");
        return new(lines[0], lines[1..end], lines[(end + 1)..].Where(line => line.Length > 0).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => string.Join('\n', pair[1].Split("//").Select(line => line.Trim()))));
    }

    private static void TypeLine(TypedDocument paper, string line)
    {
        switch (line.Split(' ', 2))
        {
            case ["[box]", var words]:
                paper.Box(words.Split(Break));
                break;
            case ["[header]", var words]:
                paper.Header(words.Split(Break));
                break;
            case [("#." or "*.") and var mark, var words]:
                paper.List([words], mark == "#.");
                break;
            default:
                paper.Line(line);
                break;
        }
    }

    private static TypedCellText Cell(string text) => text.Trim() switch
    {
        "^" => new("", Merge: "continue"),
        ['{', var span, '}', .. var rest] => new(rest, span - '0'),
        var words => new(words.Replace(Break, "\n", StringComparison.Ordinal), Merge: null),
    };

    // A cell that another one below goes on with begins the merged one.
    private static void Flush(TypedDocument paper, List<IReadOnlyList<TypedCellText>> rows)
    {
        if (rows.Count > 0)
        {
            paper.Cells(rows.Select((row, index) => row.Select((cell, place) => index + 1 < rows.Count && rows[index + 1].ElementAtOrDefault(place)?.Merge == "continue" && cell.Merge is null ? cell with { Merge = "restart" } : cell)).ToList());
            rows.Clear();
        }
    }
}
