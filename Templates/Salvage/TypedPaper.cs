using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A typed document: its lines in reading order, its tables, and the lines beside its body.</summary>
internal sealed class TypedPaper
{
    /// <summary>No form of two hundred rows has more; a longer document is something else.</summary>
    public const int MostLines = 6_000;

    private const int LongestLine = 20_000;

    /// <summary>A form without fields: none of ours stands in a typed document.</summary>
    public static readonly FormDefinition NoForm = new() { Code = FormCode.Parse("mau00"), Title = "", ShortTitle = "", Personal = false, Groups = [], Rules = [] };

    private TypedPaper(IReadOnlyList<BodyLine> body, IReadOnlyList<TypedLine> lines, IReadOnlyList<TypedLine> sides) =>
        (Body, Lines, Sides, ByBody) = (body, lines, sides, lines.ToLookup(line => line.Body));

    public IReadOnlyList<BodyLine> Body { get; }

    public IReadOnlyList<TypedLine> Lines { get; }

    /// <summary>The lines of a paragraph.</summary>
    public ILookup<int, TypedLine> ByBody { get; }

    /// <summary>The lines at the top and the bottom of pages, in notes and in comments.</summary>
    public IReadOnlyList<TypedLine> Sides { get; }

    /// <summary>Null when the document is far longer than any form.</summary>
    public static TypedPaper? Of(CleanBody body, PaperParts parts, IReadOnlyList<TypedLine> sides)
    {
        var read = BodyLines.Read(NoForm, body.Document, parts);
        var (lines, tables) = (new List<TypedLine>(), new Dictionary<XElement, int>());
        for (var i = 0; i < read.Count; i++)
        {
            foreach (var text in read[i].Text.Split('\n').Select(TypedText.Line))
            {
                lines.Add(new TypedLine(lines.Count, text, i, read[i].Cell, PlaceOf(i, read[i], tables)) { IsBoxed = OpenedBoxes.IsBoxed(read[i].Paragraph) });
                if (lines.Count + sides.Count > MostLines || text.Length > LongestLine)
                {
                    return null;
                }
            }
        }

        return sides.Any(line => line.Text.Length > LongestLine) ? null : new TypedPaper(read, lines, sides);
    }

    /// <summary>What nobody understood.</summary>
    public IReadOnlyList<LeftoverText> Leftovers() =>
        [.. Lines.Concat(Sides).Where(line => !line.IsUsed).Select(line => new LeftoverText(line.Rest(), line.Place)).Where(rest => !TypedText.IsBlank(rest.Text))];

    private static string PlaceOf(int paragraph, BodyLine line, Dictionary<XElement, int> tables)
    {
        var place = OpenedBoxes.IsBoxed(line.Paragraph) ? $"khung chữ ở đoạn {paragraph + 1}" : $"đoạn {paragraph + 1}";
        if (line.Cell is null)
        {
            return place;
        }

        tables.TryAdd(line.Cell.Table, tables.Count + 1);
        return $"bảng {tables[line.Cell.Table]}, {place}";
    }
}
