using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads the foot of a paper: recipients and signatures side by side, in cells, parted by spaces, or one below the other.</summary>
internal sealed class FootReader
{
    private const double NotSurelyHere = 0.55;

    // So many spaces, or two tabs, push a line to the right side of the paper.
    private const int RightFrom = 20;
    private const int TabWidth = 10;

    private readonly SalvageSheet sheet;
    private readonly FootSide left;
    private readonly FootSide right;
    private FootSide? current;
    private int middle;

    public FootReader(SalvageSheet sheet, PrintBlock block)
    {
        this.sheet = sheet;
        (left, right) = (new FootSide(sheet.Form, block.Left), new FootSide(sheet.Form, block.Right));
    }

    public void Read(IReadOnlyList<TypedLine> lines)
    {
        foreach (var line in lines)
        {
            Divide(line);
            foreach (var piece in line.Pieces.Where(piece => !piece.IsUsed))
            {
                Take(piece);
            }
        }

        SortOut();
        Put(left);
        Put(right);
    }

    private void Take(TypedPiece piece)
    {
        var text = VietnameseText.Words(piece.Text);
        if (TypedText.IsBlank(text) || FootSide.IsDecoration(text))
        {
            piece.Use();
        }
        else if (Placed(piece) is var place && (left.IsSign(text) || right.IsSign(text)))
        {
            current = place ?? (left.IsSign(text) ? left : right);
            (left.IsSign(text) ? left : right).HasSign = true;
            piece.Use();
        }
        else
        {
            Add(piece, text, place);
        }
    }

    private void Add(TypedPiece piece, string text, FootSide? place)
    {
        if (place is null && Signs(piece, text))
        {
            current = right;
        }

        if ((place ?? current) is { } side)
        {
            side.Items.Add(new FootItem(piece, text, place is not null || IsListed(piece) == side.IsList));
        }
    }

    // A signing authority ends the recipients, and so does a position in capitals.
    private bool Signs(TypedPiece piece, string text) => current is null
        ? PersonNames.IsAuthority(text)
        : current.IsList && !IsListed(piece) && (PersonNames.IsAuthority(text) || (PersonNames.IsCapitals(text) && PersonNames.IsRole(text)));

    private static bool IsListed(TypedPiece piece) => TypedText.BehindMark(piece.Text) > 0 || piece.Text.TrimStart().StartsWith("Lưu", StringComparison.OrdinalIgnoreCase) || piece.Text.TrimStart().StartsWith("Như", StringComparison.OrdinalIgnoreCase);

    private FootSide? Placed(TypedPiece piece)
    {
        var line = piece.Line;
        if (line.Cell is { } cell)
        {
            return cell.First == 0 ? left : right;
        }

        var before = ColumnOf(piece);
        return line.Pieces.Count > 1 ? piece == line.Pieces[0] && before < RightFrom ? left : right
            : middle > 0 ? before < middle ? left : right
            : before >= RightFrom ? right : null;
    }

    // Signs side by side tell where the paper's two sides are.
    private void Divide(TypedLine line)
    {
        if (line is { Cell: null, Pieces: [var first, .., var last] } && (left.IsSign(first.Text) || right.IsSign(first.Text)) && (right.IsSign(last.Text) || PersonNames.IsAuthority(last.Text)))
        {
            middle = (ColumnOf(first) + ColumnOf(last)) / 2;
        }
    }

    private static int ColumnOf(TypedPiece piece) => piece.Line.Text[..piece.Start].Sum(letter => letter == '\t' ? TabWidth : 1);

    // Both headings first and all names below them: the owner's own name is known from the top of the paper.
    private void SortOut()
    {
        var names = right.Items.FindAll(item => PersonNames.IsName(PersonNames.Clean(item.Text)));
        if (right.Owner is not { CopyOf.Length: > 0 } owner || left.IsList || left.Items.Count > 0 || right.Items.Count < 2 || names.Count == 0)
        {
            return;
        }

        var own = names.FindLast(item => PersonNames.AreSame(item.Text, sheet[owner.CopyOf]));
        foreach (var item in right.Items.Where(item => item != own).ToList())
        {
            right.Items.Remove(item);
            left.Items.Add(item with { IsSure = false });
        }
    }

    private void Put(FootSide side)
    {
        if (side.IsList)
        {
            PutList(side);
            return;
        }

        var fields = side.Fields;
        var name = side.Items.FindLast(item => PersonNames.IsName(PersonNames.Clean(item.Text))) ?? Unlike(side);
        var above = side.Items.TakeWhile(item => item.Piece != name?.Piece).ToList();
        var authority = fields.FirstOrDefault(field => field != side.Owner && field != side.Position);
        if (authority is not null)
        {
            above = PutAuthority(side, authority, above);
        }

        if (side.Position is { } position)
        {
            PutPosition(side, position, above);
        }

        if (side.Owner is { } owner)
        {
            PutName(side, owner, name);
        }
    }

    // What stands below a position in other letters is a name, however unlike one.
    private static FootItem? Unlike(FootSide side) =>
        side.Items is [.., var last] && !PersonNames.IsAuthority(last.Text) && !PersonNames.IsRole(last.Text) && !PersonNames.IsOrganization(last.Text) ? last with { IsSure = false } : null;

    private void PutName(FootSide side, FieldDefinition owner, FootItem? name)
    {
        var expected = owner.CopyOf.Length > 0 ? sheet[owner.CopyOf] : "";
        var quality = name is not null && IsOwnerElsewhere(side, name) ? NotSurelyHere : name is null || name.IsSure || PersonNames.AreSame(name.Text, expected) ? 1 : NotSurelyHere;
        var differs = name is not null && expected.Length > 0 && !PersonNames.AreSame(name.Text, expected);
        Put(side, owner, name is null ? [] : [name], differs ? Math.Min(quality, NotSurelyHere) : quality,
            differs ? $"Tên ở chỗ ký khác với tên ở đầu văn bản “{expected}”." : "Đọc từ dòng cuối chỗ ký.");
    }

    // Nobody confirms a plan of their own: the name has slipped to the wrong side.
    private bool IsOwnerElsewhere(FootSide side, FootItem name) =>
        (side == left ? right : left).Owner is { CopyOf.Length: > 0 } owner && sheet[owner.CopyOf].Length > 0 && PersonNames.AreSame(name.Text, sheet[owner.CopyOf]);

    private List<FootItem> PutAuthority(FootSide side, FieldDefinition authority, List<FootItem> above)
    {
        var prompt = above.FindIndex(item => PersonNames.IsAuthority(item.Text));
        if (prompt < 0 && above.Count == 1 && side.Position is { } position && position.Suggestions.Any(role => PersonNames.BeginsWithAny(above[0].Text, [role])))
        {
            sheet.Miss(authority);
            return [above[0] with { IsSure = false }];
        }

        var first = Math.Max(0, prompt);
        Put(side, authority, [.. above.Skip(first).Take(1)], above.Count > 0 && above[first].IsSure && (prompt >= 0 || PersonNames.IsRole(above[0].Text)) ? 1 : above.Count == 0 ? 1 : NotSurelyHere, "Đọc từ dòng đầu chỗ ký.");
        return [.. above.Skip(first + 1)];
    }

    private void PutPosition(FootSide side, FieldDefinition position, List<FootItem> above)
    {
        var sure = above.TrueForAll(item => item.IsSure) && above.Count < 2 && above.TrueForAll(item => PersonNames.IsRole(item.Text));
        Put(side, position, above, sure ? 1 : NotSurelyHere, above.Count > 1 ? "Phía trên tên có nhiều dòng; cần xem dòng nào là chức vụ." : "Đọc từ dòng chức vụ phía trên tên.");
    }

    private void PutList(FootSide side)
    {
        var field = side.Fields[0];
        var lines = side.Items.ConvertAll(item => Bare(item.Text));
        if (lines.Count == 0 && !side.HasSign)
        {
            sheet.Miss(field);
            return;
        }

        side.Items.ForEach(item => item.Piece.Use());
        sheet.Put(field, new TypedValue(string.Join('\n', lines), string.Join('\n', side.Items.Select(item => item.Text)), side.HasSign && side.Items.TrueForAll(item => item.IsSure && !HasAuthority(item.Text)) ? 1 : NotSurelyHere, "Đọc từ các dòng dưới “Nơi nhận”."));
    }

    private void Put(FootSide side, FieldDefinition field, List<FootItem> items, double quality, string reason)
    {
        if (items.Count == 0 && !side.HasSign && side.Items.Count == 0)
        {
            sheet.Miss(field);
            return;
        }

        items.ForEach(item => item.Piece.Use());
        var text = string.Join(' ', items.Select(item => item.Text));
        sheet.Put(field, new TypedValue(text, text, quality, reason));
    }

    // Two cells run into one when a program drops the table between them.
    private static bool HasAuthority(string text) => SalvageWords.Current.Authorities.Any(start => text.IndexOf(start, StringComparison.Ordinal) is > 0 and var at && PersonNames.IsCapitals(text[at..]));

    private static string Bare(string text)
    {
        var words = TypedText.WithoutMark(text).Trim();
        return words.Length > 0 && ",;.".Contains(words[^1], StringComparison.Ordinal) ? words[..^1].TrimEnd() : words;
    }
}
