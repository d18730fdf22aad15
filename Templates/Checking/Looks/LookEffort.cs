using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Counts what stacking the layers of one document costs: a style that thousands of lines share is looked through once for each of them.</summary>
internal sealed class LookEffort
{
    private readonly Dictionary<XElement, int> sizes = [];
    private long spent;

    /// <summary>Notes that something shared is looked through once more.</summary>
    /// <exception cref="TooLargeException">More was looked through than any form asks for.</exception>
    public void Spend(XElement shared)
    {
        if (!sizes.TryGetValue(shared, out var size))
        {
            sizes[shared] = size = 1 + shared.DescendantsAndSelf().Sum(element => 1 + element.Attributes().Count());
        }

        spent += size;
        if (spent > ReadingLimits.LookEffort)
        {
            throw new TooLargeException("The styles of the document are stacked too high.");
        }
    }
}
