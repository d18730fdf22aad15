using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Colons of fixed words as people type them anew: with a space before them, or a dash instead.</summary>
internal static class Colons
{
    private static readonly char[] Dashes = ['-', '–', '—'];

    /// <summary>The line with the colons of its fixed words as the form prints them; null when they are so already.</summary>
    public static string? Settle(string line, IReadOnlyList<PatternPiece> pieces)
    {
        var (text, from) = (Undashed(line, pieces[0]), 0);
        foreach (var fixedText in pieces.Select(piece => piece.Text).Where(fixedText => fixedText.Contains(':', StringComparison.Ordinal)))
        {
            var spaced = fixedText.Replace(":", " :", StringComparison.Ordinal);
            var at = text.IndexOf(spaced, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                text = string.Concat(text.AsSpan(0, at), fixedText, text.AsSpan(at + spaced.Length));
                from = at + fixedText.Length;
            }
        }

        return text == line ? null : text;
    }

    // Only between a whole label and what stands behind it, with a space on both sides.
    private static string Undashed(string line, PatternPiece label)
    {
        var words = label.Text.AsSpan().TrimEnd(':');
        var isDashed = words.Length > 0 && words.Length + 1 == label.Text.Length && line.AsSpan().StartsWith(words, StringComparison.Ordinal)
            && line.Length > words.Length + 2 && line[words.Length] == ' ' && Dashes.Contains(line[words.Length + 1]) && line[words.Length + 2] == ' ';
        return isDashed ? string.Concat(label.Text, line.AsSpan(words.Length + 2)) : line;
    }
}
