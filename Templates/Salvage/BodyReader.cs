using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads the paragraphs and the rows of paragraphs between the head and the foot of a paper.</summary>
internal sealed class BodyReader(SalvageSheet sheet, FormSigns signs, IReadOnlyList<BodySection> sections)
{
    private const double MaySwallow = 0.4;
    private const double NoEnd = 0.55;
    private const string NoEndReason = "Không thấy chỗ kết thúc của mục này; có thể lẫn câu kết của mẫu.";
    private const double Guessed = 0.3;
    private const double Blurred = 0.6;
    private const double InABox = 0.8;
    private const string Box = "Nội dung nằm trong khung chữ (Text Box) đặt ở phần này.";
    private const string Torn = "Một nhãn của mẫu lặp lại giữa chừng; không rõ dòng này bắt đầu từ đâu.";

    private bool HasEnd => sections[^1].Kind == SignKind.End;

    public void ReadHeadings()
    {
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i] is { Kind: SignKind.Heading } section)
            {
                Put(section, i);
            }
            else if (sections[i] is { Kind: SignKind.Fixed, HasWords: true } loose && NextHeading(loose.Hit!.Sign) is { } lost)
            {
                loose.Use();
                sheet.Put(sheet.Form.Field(lost.Field), new TypedValue(loose.Text, loose.Text, Guessed, $"Không thấy tiêu đề “{lost.Words}”; đây là chữ ghi dưới “{loose.Hit.Sign.Words}”."));
            }
        }

        foreach (var heading in signs.All.Where(sign => sign.Kind == SignKind.Heading))
        {
            sheet.Miss(sheet.Form.Field(heading.Field));
        }
    }

    /// <summary>Reads the repeated field whose rows are paragraphs.</summary>
    public void ReadRows(FieldDefinition rows)
    {
        var (book, own) = (new RowsBook(sheet, rows), sections.Where(section => section.Kind is SignKind.Rows or SignKind.RowHeading or SignKind.RowLabel).ToList());
        var split = Split(own).ToList();
        var torn = Enumerable.Range(1, Math.Max(0, split.Count - 1)).Where(index => split[index][0] is { Kind: SignKind.RowLabel } first && first.Hit!.Sign != split[0].Find(section => section.Kind == SignKind.RowLabel)?.Hit!.Sign).ToHashSet();
        for (var i = 0; i < split.Count; i++)
        {
            var cells = Cells(rows, split[i]);
            book.Add(torn.Contains(i) || torn.Contains(i + 1) ? cells.ConvertAll(cell => cell with { Quality = Math.Min(cell.Quality, MaySwallow), Reason = Torn }) : cells);
        }

        if (book.Count == 0 && own.Find(section => section is { Kind: SignKind.Rows, HasWords: true }) is { } loose)
        {
            TakeLoose(rows, loose, book);
            return;
        }

        Close(rows, book, own);
        if (torn.Count > 0)
        {
            sheet.Doubt(rows.Tag, MaySwallow, Torn);
        }
    }

    private void Put(BodySection section, int index)
    {
        var (field, sign) = (sheet.Form.Field(section.Hit!.Sign.Field), section.Hit.Sign);
        var after = index + 1 < sections.Count ? sections[index + 1] : null;
        var next = after?.Hit!.Sign;
        section.Use();
        var swallowed = signs.All.FirstOrDefault(other => other.Kind == SignKind.Heading && other.Order > sign.Order && (next is null || other.Order < next.Order) && IsNowhere(other));
        var (most, reason) = swallowed is not null ? (MaySwallow, $"Không thấy tiêu đề “{swallowed.Words}”; phần này có thể lẫn nội dung của mục đó.")
            : section.IsDoubtful ? (MaySwallow, "Trong phần này có dòng giống một tiêu đề của mẫu; không rõ phần này kết thúc ở đâu.")
            : after is { Kind: SignKind.Fixed, HasWords: true } or { Hit.Quality: < Blurred } ? (MaySwallow, "Ngay sau phần này có dòng chưa rõ thuộc mục nào; có thể là nội dung của phần này.")
            : (next is null || MayHoldClosing(index)) && section.HasWords ? (NoEnd, NoEndReason)
            : section.IsBoxed ? (InABox, Box)
            : (1, section.Hit.Quality < 0.85 ? $"Tiêu đề chỉ gần giống “{sign.Words}”." : $"Đọc dưới tiêu đề “{sign.Words}”.");
        sheet.Put(field, new TypedValue(section.Text, section.Text.Length > 0 ? section.Text : sign.Words, Math.Min(most, section.Hit.Quality), reason));
    }

    // The form ends with a sentence of its own: in other words it looks like the last line of what people wrote.
    private bool MayHoldClosing(int index) => index == sections.Count - 2 && HasEnd
        && signs.All.FirstOrDefault(sign => sign is { Kind: SignKind.End, IsSentence: true }) is { } closing && IsNowhere(closing)
        && !sheet.Confidence.Any(item => item.Value.Level != ConfidenceLevel.Missing && IsOfClosing(item.Key));

    private bool IsOfClosing(string tag) => sheet.Form.Print.Any(block => block.Block == "closing" && block.Text.Contains($"{{{tag}}}", StringComparison.Ordinal));

    private bool IsNowhere(Sign sign) => sections.All(section => section.Hit?.Sign != sign);

    private Sign? NextHeading(Sign sign) =>
        signs.All.FirstOrDefault(other => other.Order == sign.Order + 1 && other.Kind == SignKind.Heading) is { } heading && IsNowhere(heading) ? heading : null;

    private static IEnumerable<List<BodySection>> Split(List<BodySection> own)
    {
        var row = new List<BodySection>();
        foreach (var section in own.Where(section => section.Kind != SignKind.Rows))
        {
            var begins = section.Kind == SignKind.RowHeading || row.Exists(other => other.Hit!.Sign == section.Hit!.Sign);
            if (begins && row.Count > 0)
            {
                yield return row;
                row = [];
            }

            row.Add(section);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private List<TypedCell> Cells(FieldDefinition rows, List<BodySection> row)
    {
        var labels = row.FindAll(section => section.Kind == SignKind.RowLabel);
        var last = HasEnd ? MayHoldClosing(sections.Count - 2) ? sections[^2] : null : sections[^1];
        if (labels.Count == 0)
        {
            return [.. row.Where(section => section.HasWords).Take(1).Select(section => Unlabelled(rows, section))];
        }

        var missing = rows.Columns.FirstOrDefault(column => signs.All.Any(sign => sign.Kind == SignKind.RowLabel && sign.Field == column.Tag) && labels.TrueForAll(label => label.Hit!.Sign.Field != column.Tag));
        return [.. labels.Select(label => Cell(label, missing, label == last))];
    }

    private static TypedCell Cell(BodySection label, FieldDefinition? missing, bool hasNoEnd)
    {
        label.Use();
        var sign = label.Hit!.Sign;
        var (most, reason) = missing is not null ? (MaySwallow, $"Công việc này không có chỗ ghi “{missing.Label}”; phần này có thể lẫn nội dung đó.")
            : label.IsDoubtful ? (NoEnd, $"Trong phần này có dòng giống một nhãn của mẫu; có thể là của công việc khác.")
            : hasNoEnd && label.HasWords ? (NoEnd, NoEndReason)
            : label.IsBoxed ? (InABox, Box)
            : (1, label.Hit.Quality < 0.85 ? $"Nhãn chỉ gần giống “{sign.Words}”." : $"Đọc từ chỗ ghi “{sign.Words}”.");
        return new TypedCell(sign.Field, label.Text, Math.Min(most, label.Hit.Quality), reason);
    }

    private static TypedCell Unlabelled(FieldDefinition rows, BodySection section)
    {
        section.Use();
        return new TypedCell(rows.Columns.First(column => column.Printed).Tag, section.Text, Guessed, "Công việc không ghi nhãn cho từng phần; lấy cả đoạn.");
    }

    private static void TakeLoose(FieldDefinition rows, BodySection loose, RowsBook book)
    {
        loose.Use();
        if (SalvageWords.Current.NoRows.Any(word => FoldedText.LettersOf(word) == FoldedText.LettersOf(TypedText.WithoutMark(loose.Text))))
        {
            book.Close(1, $"Mục “{rows.Label}” ghi không đăng ký.", loose.Text);
            return;
        }

        book.Add([Unlabelled(rows, loose)]);
        book.Close(Guessed, $"Mục “{rows.Label}” không chia theo các nhãn của mẫu; lấy cả đoạn làm một dòng.", loose.Text);
    }

    private void Close(FieldDefinition rows, RowsBook book, List<BodySection> own)
    {
        var found = own is [{ Hit: { } first }, ..] ? first.Sign.Words : "";
        if (book.Count > 0)
        {
            book.Close(HasEnd ? 1 : NoEnd, HasEnd ? $"Đọc từ mục “{found}”." : $"Không thấy chỗ kết thúc của mục “{found}”.", found);
        }
        else if (own.Count > 0)
        {
            book.Close(0.95, $"Mục “{rows.Label}” để trống.", found);
        }
        else
        {
            book.Close(HasEnd ? 0.9 : 0.4, $"Văn bản không có mục “{rows.Label}”; hiểu là không đăng ký.", "");
        }
    }
}
