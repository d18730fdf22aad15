using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>One reading of one typed paper as one form: tables, title, sentences, head, labels, paragraphs and foot, each taking what it understands.</summary>
internal sealed partial class TypedReading(TypedPaper paper, FormEvidence evidence, IReadOnlyList<CampaignTexts> campaigns)
{
    private const double GuessedLetters = 0.8;

    private readonly FormDefinition form = evidence.Signs.Form;
    private readonly FormSigns signs = evidence.Signs;
    private readonly SalvageSheet sheet = new(evidence.Signs.Form);

    public SalvagedForm Read((string Encoding, bool Guessed)? legacy, bool hadTrackedChanges)
    {
        ReadTables();
        UseTitle();
        var run = new TypedRun(paper.Lines.Where(line => line.Text.Length <= 4_000));
        foreach (var sentence in signs.Sentences)
        {
            new SentenceReader(sheet, run).Read(sentence);
        }

        var sections = ReadMiddle();
        ReadFoot(sections);
        var year = Year();
        ReturnLost();
        AddFindings(legacy, hadTrackedChanges);
        return SalvagedForms.Of(sheet, sheet.Values) with
        {
            FormConfidence = FormRecognizer.Confidence(evidence),
            Year = year.Year,
            YearConfidence = year.Confidence,
            Leftovers = paper.Leftovers(),
        };
    }

    private void ReturnLost()
    {
        foreach (var line in paper.Sides.Where(line => line.Claims.Count == 0))
        {
            line.Use();
        }

        var known = campaigns.Count == 0 ? signs.Known : KnownWords.Of(form, campaigns);
        if (new LostWords(sheet, known, evidence.Title?.Year).Return(paper.Lines.Concat(paper.Sides)) is { Count: > 0 } cited)
        {
            sheet.Findings.Add(SalvageFindings.Cited(cited));
        }
    }

    private bool rowsAreOpen;
    private int lastRow = -1;

    private void ReadTables()
    {
        foreach (var block in form.Print.Where(block => block.Block == "table"))
        {
            var (table, tabbed) = (new TableReader(sheet, paper, block), new TabbedReader(sheet, signs, block));
            rowsAreOpen |= !table.Read() && !tabbed.Read([.. Behind(evidence.Title?.Last ?? -1)]);
            lastRow = Math.Max(lastRow, Math.Max(table.Last, tabbed.Last));
        }

        foreach (var block in form.Print.Where(block => block.Block == "rows"))
        {
            _ = new TableReader(sheet, paper, AsTable(block)).Read();
        }
    }

    // Rows that the form prints as paragraphs are a table to many people: the labels are its heads.
    private static PrintBlock AsTable(PrintBlock block) => new()
    {
        Block = "table",
        Field = block.Field,
        Columns = [new("TT", 0), .. block.Row.Zip(block.Row.Skip(1)).Where(pair => pair.Second.Block == "multi").Select(pair => new PrintColumn(TypedText.WithoutMark(pair.First.Text).TrimEnd(':'), 0, pair.Second.Field))],
    };

    private void UseTitle()
    {
        foreach (var line in evidence.Title?.Lines ?? [])
        {
            line.Use();
        }
    }

    private IReadOnlyList<BodySection> ReadMiddle()
    {
        var start = evidence.Title?.Last ?? FirstSign() - 1;
        if (form.Print.FirstOrDefault(block => block.Block == "head") is { } head)
        {
            new HeadReader(sheet, head).Read([.. paper.Lines.Take(evidence.Title?.First ?? FirstSign())]);
            new HeadReader(sheet, head).ReadMore(SideTexts.Heads(paper.Sides));
        }

        new LabelReader(sheet, signs).Read([.. Behind(start).TakeWhile(line => SignFinder.AtStart(line, Bodies) is null)]);
        var sections = BodySections.Of(signs, [.. Behind(start)], rowsAreOpen);
        ReadSections(sections);
        return sections;
    }

    private IEnumerable<Sign> Bodies => signs.All.Where(sign => sign.Kind is SignKind.Heading or SignKind.Rows || (sign.Kind == SignKind.Fixed && sign.Words.Length < 30));

    private void ReadSections(IReadOnlyList<BodySection> sections)
    {
        var body = new BodyReader(sheet, signs, sections);
        body.ReadHeadings();
        foreach (var block in form.Print.Where(block => (block.Block == "rows" && !sheet.Has(block.Field)) || (block.Block == "table" && rowsAreOpen)))
        {
            body.ReadRows(form.Field(block.Field));
        }
    }

    private void ReadFoot(IReadOnlyList<BodySection> sections)
    {
        var lines = Behind(Math.Max(evidence.Title?.Last ?? -1, lastRow)).Where(line => !line.IsUsed || line.Pieces.Any(piece => !piece.IsUsed)).ToList();
        var below = int.MaxValue;
        foreach (var block in form.Print.Where(block => block.Block is "signatures" or "table"))
        {
            var from = below = block.Block == "table" && !rowsAreOpen ? lastRow + 1 : sections is [.., { Kind: SignKind.End, Line: { } end }] ? end : int.MaxValue;
            new FootReader(sheet, block).Read([.. lines.Where(line => line.Number >= from)]);
        }

        if (form.Print.FirstOrDefault(block => block.Block == "head") is { } head && sheet[DayTag(head)].Length == 0)
        {
            new DayReader(sheet, head).Read([.. lines.Where(line => line.Number >= below)]);
        }
    }

    private string DayTag(PrintBlock head) => head.Right.SelectMany(TextPattern.Split).Select(piece => piece.Name).FirstOrDefault(name => form.Fields.Any(field => field.Tag == name && field.Type == FieldType.Date)) ?? "";

    private IEnumerable<TypedLine> Behind(int line) => paper.Lines.Skip(line + 1);

    private int FirstSign() => paper.Lines.FirstOrDefault(line => line.IsUsed && !line.IsBlank || SignFinder.AtStart(line, signs.All) is not null)?.Number ?? 0;

    private (int? Year, FieldConfidence Confidence) Year()
    {
        var others = YearsElsewhere();
        if (evidence.Title?.Year is { } year)
        {
            return (year, FieldConfidence.Of(1, "Đọc từ tiêu đề.", $"{year}", [.. others.Where(other => other != year).Select(other => other.ToString(CultureInfo.InvariantCulture))]));
        }

        return others is [var first, ..]
            ? (first, FieldConfidence.Of(0.55, "Tiêu đề không ghi năm; lấy năm ghi ở chỗ khác trong văn bản.", $"{first}", [.. others.Skip(1).Select(other => other.ToString(CultureInfo.InvariantCulture))]))
            : (null, FieldConfidence.Missing("Không thấy năm của đợt đăng ký trong văn bản."));
    }

    private List<int> YearsElsewhere()
    {
        var dated = form.Fields.Where(field => field.LongDate).Select(field => sheet[field.Tag]).Where(day => day.Length > 4).Select(day => int.Parse(day.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture));
        var named = paper.Lines.Where(line => line.Text.Length <= 2_000).SelectMany(line => YearWord().Matches(line.Text)).Select(match => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        return [.. dated.Concat(named.GroupBy(year => year).OrderByDescending(same => same.Count()).Select(same => same.Key)).Distinct().Take(4)];
    }

    private void AddFindings((string Encoding, bool Guessed)? legacy, bool hadTrackedChanges)
    {
        if (legacy is var (encoding, guessed))
        {
            sheet.Findings.Add(SalvageFindings.Legacy(encoding, guessed));
            DoubtAll(guessed ? GuessedLetters : 1);
        }

        if (hadTrackedChanges)
        {
            sheet.Findings.Add(SalvageFindings.TrackedChanges);
        }

        if (evidence.Title is null)
        {
            sheet.Findings.Add(SalvageFindings.NoTitle(form));
        }

        if (sheet.Confidence.Count(item => item.Value.Level == ConfidenceLevel.Low) is > 0 and var doubtful)
        {
            sheet.Findings.Add(SalvageFindings.Doubtful(doubtful));
        }

        if (paper.Leftovers() is { Count: > 0 } left)
        {
            sheet.Findings.Add(SalvageFindings.Leftovers(left.Count));
        }
    }

    private void DoubtAll(double most)
    {
        foreach (var path in sheet.Confidence.Keys.ToList())
        {
            sheet.Doubt(path, most, "Văn bản gõ bằng bảng mã cũ, không rõ phông chữ; dấu có thể sai.");
        }
    }

    [GeneratedRegex(@"(?:năm|NĂM|Năm)\s*(20[0-9]{2})(?![0-9])")]
    private static partial Regex YearWord();
}

/// <summary>The findings of a salvage, S01 to S06 (quy ước nội bộ), in the user's words.</summary>
internal static class SalvageFindings
{
    private const string Clause = "quy ước nội bộ";

    public static Finding TrackedChanges => Warn("S01", "Văn bản còn vết sửa (Track Changes): phần thêm được tính, phần xóa không tính.");

    public static Finding NoTitle(FormDefinition form) => Warn("S02", $"Không thấy tiêu đề của mẫu; đoán là {form.ShortTitle} nhờ các mục bên trong.");

    public static Finding Legacy(string encoding, bool guessed) => Warn("S03", guessed
        ? $"Chữ trong văn bản có vẻ gõ bằng bảng mã cũ {encoding}; đã đổi sang Unicode, đề nghị xem kỹ dấu."
        : $"Văn bản dùng phông chữ của bảng mã cũ {encoding}; đã đổi sang Unicode.");

    public static Finding Doubtful(int count) => Warn("S04", $"Có {count.ToString(VietnameseText.Culture)} chỗ đọc chưa chắc; đề nghị xem lại từng chỗ.");

    public static Finding Cited(IReadOnlyList<string> texts) => Warn("S06", $"Văn bản dẫn những câu không khớp căn cứ, chuyên đề của đợt đăng ký nào đã biết: {string.Join("; ", texts.Select(text => $"“{text}”"))}.");

    public static Finding Leftovers(int count) => Warn("S05", $"Còn {count.ToString(VietnameseText.Culture)} đoạn chữ chưa dùng đến; đề nghị xem có thuộc mục nào không.");

    private static Finding Warn(string id, string message) => new(id, Severity.Warning, "", Clause, message);
}
