using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Whether a place of the walk through a body lies in the instruction of a field: what stands there, fields inside it included, nobody sees.</summary>
internal sealed class OpenFields
{
    private readonly HashSet<XElement> ended = [];
    private readonly Stack<bool> inInstruction = new();
    private int instructions;

    public OpenFields(XElement body)
    {
        var begun = new Stack<XElement>();
        foreach (var mark in body.Descendants(W + "fldChar"))
        {
            switch (KindOf(mark))
            {
                case "begin":
                    begun.Push(mark);
                    break;
                case "end" when begun.TryPop(out var begin):
                    ended.Add(begin);
                    ended.Add(mark);
                    break;
                default:
                    break;
            }
        }
    }

    public bool HidesText => instructions > 0;

    /// <summary>Takes a mark in reading order; a field that never ends hides nothing.</summary>
    public void Take(XElement mark)
    {
        switch (KindOf(mark))
        {
            case "begin" when ended.Contains(mark):
                inInstruction.Push(true);
                instructions++;
                break;
            case "separate" when inInstruction.TryPeek(out var open) && open:
                inInstruction.Pop();
                inInstruction.Push(false);
                instructions--;
                break;
            case "end" when ended.Contains(mark):
                instructions -= inInstruction.Pop() ? 1 : 0;
                break;
            default:
                break;
        }
    }

    private static string? KindOf(XElement mark) => (string?)mark.Attribute(W + "fldCharType");
}
