using HocTap.Office.Templates.Authoring;

namespace HocTap.Office.Templates.Filling;

/// <summary>The marks around the lines of a printed list («- …,» and a last «- ….»): printed, but no part of the value unless a person typed them.</summary>
internal static class LineMarks
{
    private const string Ends = ",;.";

    /// <summary>The printed lines of a list, LF between them.</summary>
    public static string Put(string value, LayoutProfile profile)
    {
        var lines = value.Split('\n');
        return string.Join('\n', lines.Select((line, index) => Put(line, index == lines.Length - 1 ? profile.LastLineMark : profile.LineMark)));
    }

    /// <summary>The value that printed lines tell; what was written before decides whether a mark was typed.</summary>
    public static string Take(string printed, string written)
    {
        var before = written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', printed.Split('\n').Select((line, index) => Take(line.Trim(), index < before.Length ? [before[index], .. before] : before)));
    }

    // Whoever typed a dash or a full stop gets no second one.
    private static string Put(string line, string mark) =>
        (line.StartsWith('-') ? "" : "- ") + line + (Ends.Contains(line[^1], StringComparison.Ordinal) ? "" : mark);

    private static string Take(string line, IEnumerable<string> written) =>
        written.FirstOrDefault(value => Ends.Any(mark => Put(value, mark.ToString()) == line)) ?? Bare(line);

    private static string Bare(string line)
    {
        var text = line.TrimStart('-', '–', '•', ' ', '\u00A0');
        return text.Length > 0 && Ends.Contains(text[^1], StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;
    }
}
