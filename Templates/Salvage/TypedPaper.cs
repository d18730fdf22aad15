using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A typed document: its lines in reading order and its tables.</summary>
internal sealed class TypedPaper
{
    /// <summary>No form of two hundred rows has more; a longer document is something else.</summary>
    public const int MostLines = 6_000;

    private const int LongestLine = 20_000;

    private static readonly FormDefinition NoForm = new() { Code = FormCode.Parse("mau00"), Title = "", ShortTitle = "", Personal = false, Groups = [], Rules = [] };

    private TypedPaper(IReadOnlyList<BodyLine> body, IReadOnlyList<TypedLine> lines, IReadOnlyList<LeftoverText> boxes) =>
        (Body, Lines, Boxes, ByBody) = (body, lines, boxes, lines.ToLookup(line => line.Body));

    public IReadOnlyList<BodyLine> Body { get; }

    public IReadOnlyList<TypedLine> Lines { get; }

    /// <summary>The lines of a paragraph.</summary>
    public ILookup<int, TypedLine> ByBody { get; }

    /// <summary>Words in frames beside the text.</summary>
    public IReadOnlyList<LeftoverText> Boxes { get; }

    /// <summary>Null when the document is far longer than any form.</summary>
    public static TypedPaper? Of(CleanBody body, PaperParts parts)
    {
        var read = BodyLines.Read(NoForm, body.Document, parts);
        var (lines, tables) = (new List<TypedLine>(), new Dictionary<System.Xml.Linq.XElement, int>());
        for (var i = 0; i < read.Count; i++)
        {
            foreach (var text in read[i].Text.Split('\n').Select(TypedText.Line))
            {
                lines.Add(new TypedLine(lines.Count, text, i, read[i].Cell, PlaceOf(i, read[i].Cell, tables)));
                if (lines.Count > MostLines || text.Length > LongestLine)
                {
                    return null;
                }
            }
        }

        return new TypedPaper(read, lines, [.. read.SelectMany((line, index) => line.Unread
            .Where(item => item.Kind == UnreadKind.TextBox && !TypedText.IsBlank(item.Text))
            .Select(item => new LeftoverText(TypedText.Shown(TypedText.Line(item.Text)), $"khung chữ ở đoạn {index + 1}")))]);
    }

    /// <summary>What nobody understood.</summary>
    public IReadOnlyList<LeftoverText> Leftovers() =>
        [.. Lines.Where(line => !line.IsUsed).Select(line => new LeftoverText(line.Rest(), line.Place)).Where(rest => !TypedText.IsBlank(rest.Text)), .. Boxes];

    private static string PlaceOf(int paragraph, CellPlace? cell, Dictionary<System.Xml.Linq.XElement, int> tables)
    {
        if (cell is null)
        {
            return $"đoạn {paragraph + 1}";
        }

        tables.TryAdd(cell.Table, tables.Count + 1);
        return $"bảng {tables[cell.Table]}, đoạn {paragraph + 1}";
    }
}
