using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads fields that stand inside sentences of the form, wherever the lines are broken.</summary>
internal sealed partial class SentenceReader(SalvageSheet sheet, TypedRun run)
{
    private const int LongestPlace = 160;
    private const int MostBefore = 8;
    private const double SeveralAlike = 0.55;

    public void Read(IReadOnlyList<SentenceSign> ways)
    {
        var found = ways.SelectMany(way => Candidates(way)).GroupBy(candidate => candidate.Start).Select(same => same.First()).OrderBy(candidate => candidate.Start).ToList();
        var own = found.FindAll(candidate => !candidate.IsOfHigher);
        foreach (var (line, start, end) in found.Except(own).SelectMany(higher => run.Between(higher.Start, higher.End)))
        {
            line.Cite(0, line.Text.Length);
        }

        if (own is [.., var last])
        {
            own.ForEach(Use);
            Put(last, own.Count > 1 && own[0].IsCampaign ? SeveralAlike : 1, own);
        }

        foreach (var (field, _) in ways[0].Places)
        {
            sheet.Miss(sheet.Form.Field(field));
        }
    }

    private void Put(Candidate candidate, double most, List<Candidate> all)
    {
        foreach (var (tag, text) in candidate.Values)
        {
            var field = sheet.Form.Field(tag);
            var reason = most < 1 ? "Có nhiều câu căn cứ giống nhau; lấy câu sau cùng." : $"Đọc từ câu “{Shown(candidate.Found)}”.";
            sheet.Put(field, Checked(field, text, new TypedValue(text, candidate.Found, Math.Min(most, candidate.Quality), reason)));
            if (most < 1 && all.Count > 1)
            {
                sheet.Confidence[tag] = sheet.Confidence[tag] with { Alternatives = [.. all.Take(all.Count - 1).Select(other => TypedText.Value(other.Values.FirstOrDefault(value => value.Tag == tag).Text ?? "")).Where(other => other.Length > 0)] };
            }
        }
    }

    // A number of a plan begins with digits and has no spaces; a slip puts them around the hyphen.
    private static TypedValue Checked(FieldDefinition field, string text, TypedValue typed)
    {
        if (field.Type != FieldType.Text || field.Placeholder.IndexOf('-', StringComparison.Ordinal) < 0)
        {
            return typed with { Text = text.Trim().TrimStart('/', ' ') };
        }

        var number = Joints().Replace(TypedText.Value(text), match => match.Value.Trim());
        return typed with { Text = number, Quality = number.Length > 0 && char.IsDigit(number[0]) && !number.Contains(' ', StringComparison.Ordinal) ? typed.Quality : Math.Min(typed.Quality, 0.5) };
    }

    private void Use(Candidate candidate)
    {
        var (first, letter) = run.At(candidate.Start);
        if (TextLikeness.Of(first.Text[..first.Folded.StartOf(letter)], candidate.Before) >= TextLikeness.Alike || letter <= MostBefore)
        {
            first.Cite(0, first.Folded.StartOf(letter));
        }

        foreach (var (line, start, end) in candidate.Lead.Concat(candidate.Behind).SelectMany(stretch => run.Between(stretch.Start, stretch.End)))
        {
            line.Recognize(start, end);
        }

        foreach (var (line, start, end) in candidate.Places.SelectMany(stretch => run.Between(stretch.Start, stretch.End)))
        {
            line.Use(start, end);
        }

        UseRest(candidate);
    }

    // The words behind the last place are the form's own, to the end of the sentence; those of the campaign to the end of the line.
    private void UseRest(Candidate candidate)
    {
        var (line, letter) = run.At(candidate.End - 1);
        var end = line.Folded.EndOf(letter + 1);
        if (candidate.IsCampaign)
        {
            line.Cite(end, line.Text.Length);
        }
        else
        {
            line.Use(end, EndOfSentence(line.Text, end));
        }
    }

    private static int EndOfSentence(string text, int from) => text.IndexOf('.', from) is >= 0 and var dot ? dot + 1 : text.Length;

    private IEnumerable<Candidate> Candidates(SentenceSign sentence)
    {
        foreach (var lead in sentence.Lead)
        {
            var found = LeadsOf(lead, sentence).OrderBy(candidate => candidate.End - candidate.Start).ToList();
            if (found.Count > 0)
            {
                return sentence.IsCampaign ? found : found.Take(1);
            }
        }

        return [];
    }

    private IEnumerable<Candidate> LeadsOf(Wording lead, SentenceSign sentence)
    {
        var most = Approximate.Allowed(lead.Letters.Length);
        for (var from = 0; Approximate.Find(lead.Letters, run.Letters, from, most, run.IsWordStart) is { } found; from = found.Start + 1)
        {
            if (Build(sentence, lead, found) is { } candidate)
            {
                yield return candidate;
            }
        }
    }

    private Candidate? Build(SentenceSign sentence, Wording lead, Likeness place)
    {
        var (values, at) = (new List<(string Tag, string Text)>(), place.End);
        var (places, between) = (new List<(int, int)>(), new List<(int, int)>());
        foreach (var (tag, behind) in sentence.Places)
        {
            if (Behind(behind, at) is not var (start, end))
            {
                return null;
            }

            values.Add((tag, run.Text(at, start)));
            places.Add((at, start));
            between.Add((start, end));
            at = end;
        }

        var quality = sentence.Quality * lead.Quality * (1 - ((double)place.Errors / lead.Letters.Length));
        return new Candidate(place.Start, at, values, quality, run.Text(place.Start, at).TrimStart('.', ' '), sentence.IsCampaign, sentence.Before)
        {
            Lead = [(place.Start, place.End)],
            Places = places,
            Behind = between,
        };
    }

    private (int Start, int End)? Behind(string words, int from)
    {
        var letters = FoldedText.LettersOf(words);
        for (var at = from; at + letters.Length <= run.Letters.Length && at - from <= LongestPlace; at++)
        {
            if (run.IsWordStart(at) && run.Letters.AsSpan(at).StartsWith(letters) && run.IsWordStart(at + letters.Length)
                && (letters.Length > 4 || string.Equals(run.Word(at, at + letters.Length), words, StringComparison.OrdinalIgnoreCase)))
            {
                return (at, at + letters.Length);
            }
        }

        return null;
    }

    private static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");

    [GeneratedRegex(@"\s*[-–/]\s*")]
    private static partial Regex Joints();

    private sealed record Candidate(int Start, int End, IReadOnlyList<(string Tag, string Text)> Values, double Quality, string Found, bool IsCampaign, string Before)
    {
        /// <summary>Where the words before the first place stand among the letters of the paper.</summary>
        public required IReadOnlyList<(int Start, int End)> Lead { get; init; }

        /// <summary>Where the values stand.</summary>
        public required IReadOnlyList<(int Start, int End)> Places { get; init; }

        /// <summary>Where the words behind each of them stand.</summary>
        public required IReadOnlyList<(int Start, int End)> Behind { get; init; }

        public bool IsOfHigher => IsCampaign && Values.Any(value => PersonNames.BeginsWithAny(TypedText.Value(value.Text), SalvageWords.Current.HigherIssuers));
    }
}
