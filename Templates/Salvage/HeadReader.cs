using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads the head of a paper: the organizations at the left, whether typed in a table, with spaces or line by line; place and day by <see cref="DayReader"/>.</summary>
internal sealed class HeadReader(SalvageSheet sheet, PrintBlock head)
{
    private const int LongestName = 150;
    private const double JoinedLines = 0.9;
    private const double MaybeOne = 0.55;
    private const int ShortestPart = 6;

    private readonly List<TypedPiece> names = [];
    private readonly DayReader day = new(sheet, head);

    public void Read(IReadOnlyList<TypedLine> lines)
    {
        foreach (var piece in lines.Where(line => !line.IsUsed).SelectMany(line => line.Pieces).ToList())
        {
            Take(piece);
        }

        day.Read(lines);
        PutNames();
        foreach (var tag in Tags(head.Left).Concat(Tags(head.Right)))
        {
            sheet.Miss(sheet.Form.Field(tag));
        }
    }

    /// <summary>Takes what the paper itself does not have from the top of its pages; words there that have no title beside them may be anything.</summary>
    public void ReadMore(IReadOnlyList<TypedLine> lines)
    {
        var (left, right) = (Tags(head.Left).ToList(), Tags(head.Right).ToList());
        if (left.TrueForAll(IsMissing))
        {
            var hasTitle = lines.SelectMany(line => line.Pieces).Any(piece => IsTitle(FoldedText.LettersOf(piece.Text)));
            foreach (var piece in lines.SelectMany(line => line.Pieces))
            {
                Take(piece);
            }

            PutNames();
            left.ForEach(tag => sheet.Doubt(tag, hasTitle ? 1 : MaybeOne, "Đọc từ đầu trang (Header), không phải từ đầu văn bản."));
        }

        if (right.TrueForAll(IsMissing))
        {
            day.Read(lines);
        }
    }

    private bool IsMissing(string tag) => sheet.Confidence.GetValueOrDefault(tag) is null or { Level: ConfidenceLevel.Missing };

    private void Take(TypedPiece piece)
    {
        var letters = FoldedText.LettersOf(piece.Text);
        if (letters.Length > 0 && IsCaption(piece.Text, letters))
        {
            piece.Line.Cite(piece.Start, piece.End);
        }
        else if (letters.Length == 0 || IsTitle(letters))
        {
            piece.Use();
        }
        else if (!DayReader.IsDay(piece.Text) && !DayReader.IsYearTail(letters))
        {
            var name = WithoutTitle(piece);
            if (FoldedText.LettersOf(name.Text).Length > 0 && name.Text.Length <= LongestName && !letters.StartsWith("so", StringComparison.Ordinal) && IsNameLike(name.Text))
            {
                names.Add(name);
            }
        }
    }

    private static bool IsNameLike(string text) => PersonNames.IsCapitals(text) || PersonNames.IsOrganization(text);

    private bool IsCaption(string text, string letters) =>
        text.Length < 150 && (letters.StartsWith("mau0", StringComparison.Ordinal) || Approximate.Whole(FoldedText.LettersOf(sheet.Form.Title), letters) is not null
        || (letters.StartsWith("phuluc", StringComparison.Ordinal) && letters.Length < 12) || letters.StartsWith("kemtheo", StringComparison.Ordinal));

    // The title of the right side, whole or one line of it.
    private static bool IsTitle(string letters) => HeaderTitles.Any(title => Approximate.Whole(title, letters) is not null
        || (letters.Length >= ShortestPart && title.Contains(letters, StringComparison.Ordinal)));

    private static IEnumerable<string> HeaderTitles => SalvageWords.Current.Campaign["headerTitle"].Select(FoldedText.LettersOf);

    // Where only one space parts the two sides, the title of the right side tells where it begins.
    private static TypedPiece WithoutTitle(TypedPiece piece)
    {
        var folded = FoldedText.Of(piece.Text);
        foreach (var title in HeaderTitles)
        {
            if (Approximate.Find(title, folded.Letters, 1, Approximate.Allowed(title.Length), folded.StartsWord) is { } found && found.End == folded.Letters.Length)
            {
                piece.Line.Recognize(piece.Start + folded.StartOf(found.Start), piece.End);
                return piece with { End = piece.Start + folded.StartOf(found.Start) };
            }
        }

        return piece;
    }

    private void PutNames()
    {
        var tags = Tags(head.Left).ToList();
        var groups = Group();
        names.ForEach(name => name.Use());
        if (tags.Count == 0 || names.Count == 0)
        {
            return;
        }

        if (groups.Count == 0)
        {
            sheet.Put(sheet.Form.Field(tags[^1]), new TypedValue("", names[^1].Text, 1, ""));
            return;
        }

        for (var i = 0; i < tags.Count; i++)
        {
            // From the bottom: the last line names the organization itself.
            var place = groups.Count - tags.Count + i;
            var field = sheet.Form.Field(tags[i]);
            if (place < 0)
            {
                sheet.Confidence[field.Tag] = FieldConfidence.Of(JoinedLines, "Phía trên tên cơ quan không ghi cơ quan cấp trên.");
                continue;
            }

            var (text, quality) = i == 0 && place > 0 ? (string.Join(' ', groups.Take(place + 1).Select(group => group.Text)), 0.4) : groups[place];

            // One name more than the form has: any of them may be a line that belongs elsewhere.
            quality = groups.Count > tags.Count ? Math.Min(quality, MaybeOne) : quality;
            sheet.Put(field, new TypedValue(text, text, quality, quality < 0.85 ? "Tên cơ quan ghi nhiều dòng; cần xem đã tách đúng chưa." : "Đọc từ góc trái đầu văn bản."));
        }
    }

    private List<(string Text, double Quality)> Group()
    {
        var groups = new List<(string Text, double Quality)>();
        foreach (var name in names.Select(piece => VietnameseText.Words(piece.Text)).Where(text => !IsBlankName(text)))
        {
            if (groups is [.., var (last, quality)] && IsOpen(last))
            {
                groups[^1] = ($"{last} {name}", Math.Min(quality, PersonNames.IsOrganization(name) ? MaybeOne : JoinedLines));
            }
            else if (groups is [.., var (before, sure)] && !PersonNames.IsOrganization(name))
            {
                groups[^1] = ($"{before} {name}", Math.Min(sure, MaybeOne));
            }
            else
            {
                groups.Add((name, PersonNames.IsOrganization(name) ? 1 : MaybeOne));
            }
        }

        return groups;
    }

    private static bool IsBlankName(string text) => SalvageWords.Current.Placeholders.Any(blank => Approximate.Whole(FoldedText.LettersOf(blank), FoldedText.LettersOf(text)) is not null);

    private static bool IsOpen(string text) => text[^1] is ',' or '-' or '–' || SalvageWords.Current.OpenEnds.Any(end =>
        text.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (text.Length == end.Length || text[^(end.Length + 1)] == ' ') && (text.Length == end.Length || !IsProper(text, end)));

    // «… THÀNH PHỐ» may be the whole name of a city's own office: only what cannot end a name goes on for sure.
    private static bool IsProper(string text, string end) => end is "THÀNH PHỐ" or "VIỆT NAM" or "NHÂN DÂN" or "PHƯỜNG" or "XÃ" && text.Length > end.Length + 12;

    /// <summary>The fields of some lines of the head.</summary>
    public static IEnumerable<string> Tags(IReadOnlyList<string> lines) =>
        lines.SelectMany(TextPattern.Split).Where(piece => piece is { Name.Length: > 0, IsCampaign: false }).Select(piece => piece.Name);
}
