using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Where a pattern found its places in a line.</summary>
internal sealed record LineMatch(LineShape Shape, IReadOnlyList<(string Place, int Start, int Length)> Gaps)
{
    /// <summary>True when the line has a place of that name.</summary>
    public bool Has(string place) => Gaps.Any(gap => gap.Place == place);

    /// <summary>What stands in a place, controls and words beside them together; what <paramref name="write"/> makes of each field is put in.</summary>
    public string TextOf(string place, Func<LineShape.Field, string> write)
    {
        var (_, start, length) = Gaps.First(gap => gap.Place == place);
        return Shape.Write(Shape.Text.Substring(start, length), start, write).Trim();
    }

    /// <summary>The line with the fields of a form written as <c>{tag}</c>, whether they have controls or not.</summary>
    public string Marked(FormDefinition form)
    {
        var (text, from) = (new StringBuilder(), 0);
        foreach (var (place, start, length) in Gaps.Where(gap => form.SingleFields.Any(field => field.Tag == gap.Place)))
        {
            text.Append(Shape.Write(Shape.Text[from..start], from, Tag)).Append(" {").Append(place).Append("} ");
            from = start + length;
        }

        return VietnameseText.Words(text.Append(Shape.Write(Shape.Text[from..], from, Tag)).ToString());

        static string Tag(LineShape.Field field) => $"{{{field.Owner}}}";
    }

    /// <summary>True when a control or bookmark of that field stands in its place.</summary>
    public bool IsOwned(string place) => Gaps.First(gap => gap.Place == place) is var (_, start, length) && Shape.FieldsIn(start, length).Any();
}

/// <summary>A line of the form with its places: fields <c>{tag}</c>, texts of the campaign, numbers <c>{n}</c>. Matching takes the leftmost fit and never goes back.</summary>
internal sealed class LinePattern
{
    // No line of a form comes near; a longer one is somebody's content.
    public const int LongestLine = 4000;
    // A form has some forty lines; documents of templates of people's own tell others, which must not pile up.
    private const int MostKept = 500;
    private const string LongDateLead = "ngày";

    // By the fields of a form: they decide what in a line is a place, whatever else a template of people's own prints.
    private static readonly ConditionalWeakTable<IReadOnlyList<FieldGroup>, ConcurrentDictionary<string, LinePattern>> Printed = [];

    private readonly List<PatternPiece> pieces = [];
    private readonly HashSet<string> longDates;

    /// <summary>A line as a document of unknown origin tells it.</summary>
    /// <param name="text">The line; its words are compared.</param>
    /// <param name="form">Only its own tags are places: a line may come from a file of unknown origin.</param>
    public LinePattern(string text, FormDefinition form)
    {
        longDates = [.. form.SingleFields.Where(field => field.LongDate).Select(field => field.Tag)];
        var tags = form.SingleFields.Select(field => field.Tag).ToHashSet();
        foreach (var piece in TextPattern.Split(text.Length <= LongestLine ? VietnameseText.Words(text) : ""))
        {
            Add(piece.Name is "" or "n" || piece.IsCampaign || tags.Contains(piece.Name) ? piece : new PatternPiece($"{{{piece.Name}}}", ""));
        }

        Trim();
        Places = [.. pieces.Where(piece => piece.Name.Length > 0).Select(piece => piece.Name)];
    }

    /// <summary>A line as the form itself prints it; made once for all readings.</summary>
    public static LinePattern OfForm(string text, FormDefinition form)
    {
        var kept = Printed.GetOrCreateValue(form.Groups);
        return kept.TryGetValue(text, out var known) ? known : kept.Count >= MostKept ? new LinePattern(text, form) : kept.GetOrAdd(text, new LinePattern(text, form));
    }

    /// <summary>True when it has letters or signs of its own between the places.</summary>
    public bool HasWords => pieces.Any(piece => piece.Text.Length > 0);

    /// <summary>The names of its places from left to right.</summary>
    public IReadOnlyList<string> Places { get; }

    public bool IsMatch(string words) => Match(new LineShape(words, [])) is not null;

    /// <summary>The places as found; null when the line is another one.</summary>
    /// <param name="shape">The line.</param>
    /// <param name="printed">What a field printed when it was last written; decides where its own words look like those behind it.</param>
    public LineMatch? Match(LineShape shape, Func<string, string>? printed = null)
    {
        if (shape.Text.Length > LongestLine || pieces.Count == 0)
        {
            return null;
        }

        var (gaps, position, open) = (new List<(string, int, int)>(), 0, "");
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Name.Length > 0)
            {
                open = piece.Name;
                if (i < pieces.Count - 1)
                {
                    continue;
                }
            }

            var place = Find(shape, position, open, i, printed);
            if (place < 0)
            {
                return null;
            }

            if (open.Length > 0)
            {
                gaps.Add((open, position, place - position));
                open = "";
            }

            position = place + piece.Text.Length;
        }

        return position == shape.Text.Length ? new LineMatch(shape, gaps) : null;
    }

    /// <summary>True when the words before the last place come no second time: nothing else could be meant by the places before them.</summary>
    public bool IsSure(LineMatch match)
    {
        var (_, start, length) = match.Gaps[^1];
        var last = pieces.FindLastIndex(piece => piece.Name.Length > 0);
        return last < 1 || !$" {match.Shape.Text.AsSpan(start, length)} ".Contains($" {pieces[last - 1].Text} ", StringComparison.Ordinal);
    }

    /// <summary>The same for a line whose colons were typed with a space before them, or whose first one became a dash.</summary>
    public LineMatch? MatchRetyped(LineShape shape, Func<string, string>? printed = null) =>
        shape.Text.Length <= LongestLine && Colons.Settle(shape.Text, pieces) is { } text ? Match(new LineShape(text, shape.Fields), printed) : null;

    // Where the piece begins, or where its last place ends; -1 when it fits nowhere.
    private int Find(LineShape shape, int from, string open, int index, Func<string, string>? printed)
    {
        var (piece, text) = (pieces[index], shape.Text);
        if (open.Length == 0)
        {
            return text.AsSpan(from).StartsWith(piece.Text, StringComparison.Ordinal) ? from : -1;
        }

        if (index == pieces.Count - 1)
        {
            var end = piece.Name.Length > 0 ? text.Length : text.Length - piece.Text.Length;
            return end >= from && text.AsSpan(end).SequenceEqual(piece.Text) && Fits(shape, open, from, end) ? end : -1;
        }

        return Inner(shape, from, open, index, Expected(text, from, piece.Text, printed?.Invoke(open) ?? ""));
    }

    // The leftmost place of inner words behind the field's own controls and before those of another; each place is looked at once.
    private int Inner(LineShape shape, int from, string open, int index, int known)
    {
        var (words, text) = (pieces[index].Text, shape.Text);
        var (start, limit) = shape.Bounds(open, from);
        for (var place = known >= start ? known : IndexOf(text, words, start); place >= 0 && place <= limit; place = IndexOf(text, words, place + 1))
        {
            if (IsLed(shape, pieces[index + 1].Name, place + words.Length))
            {
                return Fits(shape, open, from, place) ? place : -1;
            }
        }

        return -1;
    }

    private static int IndexOf(string text, string words, int from) => from > text.Length ? -1 : text.IndexOf(words, from, StringComparison.Ordinal);

    private static int Expected(string text, int from, string next, string value)
    {
        var start = from < text.Length && text[from] == ' ' ? from + 1 : from;
        var end = start + value.Length;
        if (value.Length == 0 || !text.AsSpan(start).StartsWith(value, StringComparison.Ordinal))
        {
            return -1;
        }

        end += end < text.Length && text[end] == ' ' && !next.StartsWith(' ') ? 1 : 0;
        return text.AsSpan(end).StartsWith(next, StringComparison.Ordinal) ? end : -1;
    }

    private bool Fits(LineShape shape, string name, int from, int end)
    {
        var words = shape.Text.AsSpan(from, end - from).Trim();
        if (name == "n")
        {
            return words.Length > 0 && words.IndexOfAnyExceptInRange('0', '9') < 0;
        }

        if (name.StartsWith(Packages.Ooxml.CampaignPrefix, StringComparison.Ordinal))
        {
            return words.Length > 0;
        }

        var inside = shape.FieldsIn(from, end - from).ToList();
        return inside.TrueForAll(field => field.Owner == name)
            && inside.Count == shape.Fields.Count(field => field.Owner == name)
            && (inside.Count > 0 || words.Length == 0 || !longDates.Contains(name) || words.StartsWith(LongDateLead, StringComparison.OrdinalIgnoreCase));
    }

    // A long date begins with its own word, so that a comma inside the place before it is not the comma between them.
    private bool IsLed(LineShape shape, string next, int position)
    {
        var rest = shape.Text.AsSpan(position).TrimStart();
        return !longDates.Contains(next) || rest.Length == 0 || rest[0] == LineShape.Mark || rest.StartsWith(LongDateLead, StringComparison.OrdinalIgnoreCase);
    }

    private void Add(PatternPiece piece)
    {
        if (piece.Name.Length == 0 && pieces is [.., { Name: "" } last])
        {
            pieces[^1] = new PatternPiece(last.Text + piece.Text, "");
        }
        else
        {
            pieces.Add(piece);
        }
    }

    // The space between words and an empty place goes away with it.
    private void Trim()
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces[i].Text;
            text = i > 0 ? text.TrimStart() : text;
            pieces[i] = pieces[i] with { Text = i < pieces.Count - 1 ? text.TrimEnd() : text };
        }
    }
}
