using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Looks at the end for words that a reader took and nobody tells: neither in a value nor known as the form's own. They become leftovers again.</summary>
internal sealed partial class LostWords
{
    private const string Space = " ";
    private const int LongestRowNumber = 3;

    private readonly KnownWords known;
    private readonly string year;
    private readonly string told;
    private readonly HashSet<DateOnly> days = [];
    private int from;

    /// <summary>Holds a paper against what was read from it.</summary>
    /// <param name="sheet">The values and all else that is shown of them.</param>
    /// <param name="known">The words of the form and of its campaigns.</param>
    /// <param name="year">The year of the title, which belongs to the words around it.</param>
    public LostWords(SalvageSheet sheet, KnownWords known, int? year)
    {
        (this.known, this.year) = (known, year?.ToString(CultureInfo.InvariantCulture) ?? "");
        var texts = Told(sheet).ToList();
        told = string.Concat(texts.Select(text => Space + Joined(text) + Space));
        days.UnionWith(texts.Select(text => VietnameseDates.TryParseIso(text, out var day) ? day : default));
    }

    /// <summary>Gives back what is lost in some lines.</summary>
    /// <returns>The texts that stand where the campaign's own stand and are none that we know.</returns>
    public IReadOnlyList<string> Return(IEnumerable<TypedLine> lines) => [.. lines.Where(line => line.Claims.Count > 0).SelectMany(Return)];

    private List<string> Return(TypedLine line)
    {
        var kept = Kept(line);
        var cited = line.Claims.Where(claim => claim.IsCampaign && Array.IndexOf(kept, false, claim.Start, claim.End - claim.Start) >= 0).ToList();
        cited.ForEach(claim => Array.Fill(kept, true, claim.Start, claim.End - claim.Start));
        foreach (var claim in line.Claims)
        {
            for (var letter = claim.Start; letter < claim.End; letter++)
            {
                if (!kept[letter])
                {
                    line.GiveBack(letter, letter + 1);
                }
            }
        }

        return cited.ConvertAll(claim => TypedText.Shown(line.Text[claim.Start..claim.End]));
    }

    private static IEnumerable<string> Told(SalvageSheet sheet) =>
        [.. sheet.Values.Fields.Values, .. sheet.Values.Rows.Values.SelectMany(rows => rows).SelectMany(row => row.Fields.Values), .. sheet.Confidence.Values.SelectMany(confidence => confidence.Alternatives)];

    private static string Joined(string text) => string.Join(Space, KnownWords.WordsOf(FoldedText.Of(text)).Select(word => word.Letters));

    // What is no word, what was compared letter by letter, and of each claim the words that are told or known.
    private bool[] Kept(TypedLine line)
    {
        var kept = new bool[line.Text.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = line.IsRecognized(i) || !char.IsLetterOrDigit(line.Text[i]);
        }

        Array.Fill(kept, true, 0, line.WordsStart);
        foreach (var claim in line.Claims)
        {
            foreach (var part in Parts().Matches(line.Text[claim.Start..claim.End]).Select(match => (Start: claim.Start + match.Index, match.Value)))
            {
                Keep(kept, part.Start, part.Value);
            }
        }

        return kept;
    }

    private void Keep(bool[] kept, int start, string text)
    {
        if (IsTold(Joined(text)) || (Number().IsMatch(text) && text.Count(char.IsDigit) <= LongestRowNumber))
        {
            Array.Fill(kept, true, start, text.Length);
        }
        else if (TypedDates.Find(text) is { } date && days.Contains(date.Day))
        {
            Array.Fill(kept, true, start + date.Start, date.End - date.Start);
            KeepWords(kept, start, text[..date.Start]);
            KeepWords(kept, start + date.End, text[date.End..]);
        }
        else
        {
            KeepWords(kept, start, text);
        }
    }

    private void KeepWords(bool[] kept, int start, string text)
    {
        var mark = TypedText.BehindMark(text);
        var (others, years) = (new List<(string Letters, int Start, int End)>(), new List<(string Letters, int Start, int End)>());
        foreach (var word in KnownWords.WordsOf(FoldedText.Of(text)).Where(word => word.Start >= mark))
        {
            (word.Letters == year ? years : others).Add(word);
        }

        var among = known.Among(others.ConvertAll(word => word.Letters));
        foreach (var word in others.Where((_, index) => among[index]).Concat(years))
        {
            Array.Fill(kept, true, start + word.Start, word.End - word.Start);
        }
    }

    // Values come in the order of the paper: the next one is mostly near the last.
    private bool IsTold(string words)
    {
        var sought = Space + words + Space;
        var at = told.IndexOf(sought, from, StringComparison.Ordinal);
        at = at >= 0 ? at : told.IndexOf(sought, StringComparison.Ordinal);
        from = Math.Max(at, 0);
        return at >= 0;
    }

    [GeneratedRegex(@"[^\t|\u00A0 ]+(?:[\u00A0 ]{1,2}[^\t|\u00A0 ]+)*")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\A[\s(]*[0-9]+[.):/\s]*\z")]
    private static partial Regex Number();
}
