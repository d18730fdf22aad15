using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Where each row stands in its table and each cell in its row, counted once for all of a part: who asks line by line would count long tables again and again.</summary>
internal sealed class TablePlaces
{
    // By the root itself, so that a part that is let go takes its places along; rows and cells come and go in no check and no mending.
    private static readonly ConditionalWeakTable<XElement, TablePlaces> Known = [];

    private readonly Dictionary<XElement, int> numbers = [];
    private readonly Dictionary<XElement, int> counts = [];

    private TablePlaces(XElement root)
    {
        foreach (var element in root.Descendants().Where(element => element.Is("tr") || element.Is("tc")))
        {
            if (Owner(element) is { } owner)
            {
                numbers[element] = counts.GetValueOrDefault(owner);
                counts[owner] = numbers[element] + 1;
            }
        }
    }

    /// <summary>The places of the part in which an element lies.</summary>
    public static TablePlaces Of(XElement element) => Known.GetValue(element.AncestorsAndSelf().Last(), root => new TablePlaces(root));

    /// <summary>The number of a row in its table or of a cell in its row, from 0, and whether it is the last one.</summary>
    public (int Number, bool IsLast) this[XElement element] =>
        numbers.TryGetValue(element, out var number) && Owner(element) is { } owner ? (number, number == counts[owner] - 1) : (-1, false);

    // Controls may stand between a table and its rows, and between a row and its cells.
    private static XElement? Owner(XElement element)
    {
        var name = element.Is("tr") ? "tbl" : "tr";
        return element.Ancestors().FirstOrDefault(outer => outer.Is(name));
    }
}
