namespace HocTap.Office.Templates.Reading;

/// <summary>Lays the lines of rows against those that were printed: the longest common sequence, in bounded effort.</summary>
internal static class RowAlignment
{
    // Two hundred lines changed against twenty thousand, or two thousand against two thousand; beyond that words alone must tell.
    private const int MostCells = 4_000_000;

    /// <summary>For each line the number of its printed line, -1 for a line that was not printed.</summary>
    public static int[] Of(IReadOnlyList<BodyLine> lines, IReadOnlyList<ScriptLine> script)
    {
        var roles = new int[lines.Count];
        Array.Fill(roles, -1);
        var (first, last, end) = (0, lines.Count, script.Count);
        while (first < last && first < end && IsSame(lines[first], script[first]))
        {
            roles[first] = first++;
        }

        while (last > first && end > first && IsSame(lines[last - 1], script[end - 1]))
        {
            roles[--last] = --end;
        }

        if ((long)(last - first) * (end - first) <= MostCells)
        {
            Middle(lines, script, first, last, end, roles);
        }

        return roles;
    }

    private static void Middle(IReadOnlyList<BodyLine> lines, IReadOnlyList<ScriptLine> script, int first, int last, int end, int[] roles)
    {
        var common = Enumerable.Range(first, last - first + 1).Select(_ => new int[end - first + 1]).ToArray();
        for (var i = last - 1; i >= first; i--)
        {
            for (var j = end - 1; j >= first; j--)
            {
                common[i - first][j - first] = IsSame(lines[i], script[j])
                    ? common[i - first + 1][j - first + 1] + 1
                    : Math.Max(common[i - first + 1][j - first], common[i - first][j - first + 1]);
            }
        }

        var (line, place) = (first, first);
        while (line < last && place < end)
        {
            if (IsSame(lines[line], script[place]))
            {
                roles[line++] = place++;
            }
            else if (common[line - first + 1][place - first] >= common[line - first][place - first + 1])
            {
                line++;
            }
            else
            {
                place++;
            }
        }
    }

    // A control tells that its words are content; so does the style of the line, where it has one of ours.
    private static bool IsSame(BodyLine line, ScriptLine printed) =>
        line.Words == printed.Words
        && (line.FirstOwner is not { } owner || (printed.Kind == RowLineKind.Content && printed.Column == owner))
        && line.Style switch
        {
            "HtHeading" => printed.Kind == RowLineKind.Heading,
            "HtLead" => printed.Kind == RowLineKind.Label,
            "HtBody" => printed.Kind == RowLineKind.Content,
            _ => true,
        };
}
