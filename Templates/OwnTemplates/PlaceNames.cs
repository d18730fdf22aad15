using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Names places of a body in the words of who looks at it in Word: table, row and cell, or the words that stand there.</summary>
internal sealed class PlaceNames(XDocument document)
{
    private const int ShownWords = 40;

    // Further up nobody looks for what stands above.
    private const int MostBlanks = 50;

    private readonly List<XElement> tables = [.. document.Descendants(W + "tbl")];

    public string Of(XElement element)
    {
        var cell = element.AncestorsAndSelf(W + "tc").FirstOrDefault() ?? element.Descendants(W + "tc").FirstOrDefault();
        return cell is null ? Beside(element) : OfCell(cell);
    }

    private string OfCell(XElement cell)
    {
        var (row, table) = (cell.Ancestors(W + "tr").First(), cell.Ancestors(W + "tbl").First());
        var places = TablePlaces.Of(cell);
        return $"bảng {tables.IndexOf(table) + 1}, dòng {places[row].Number + 1}, ô {places[cell].Number + 1}";
    }

    private static string Beside(XElement element)
    {
        var paragraph = element.AncestorsAndSelf(W + "p").FirstOrDefault() ?? element.Descendants(W + "p").FirstOrDefault() ?? element;
        if (Words(paragraph) is { Length: > 0 } own)
        {
            return $"đoạn “{own}”";
        }

        var before = paragraph.ElementsBeforeSelf().Reverse().Take(MostBlanks).Select(Words).FirstOrDefault(words => words.Length > 0);
        return before is null ? "đầu văn bản" : $"sau đoạn “{before}”";
    }

    private static string Words(XElement element)
    {
        var words = VietnameseText.Words(string.Concat(element.Descendants(W + "t").Select(text => text.Value)));
        return words.Length <= ShownWords ? words : $"{words[..ShownWords]}…";
    }
}
