using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>The fields around a place of the walk through a body: what stands in an instruction, fields inside it included, nobody sees.</summary>
internal sealed class OpenFields
{
    private const int LongestInstruction = 40;

    // They show a sign, a choice or a number that no text of the document says.
    private static readonly HashSet<string> Showing = ["SYMBOL", "FORMDROPDOWN", "FORMCHECKBOX", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "GOTOBUTTON"];

    private readonly HashSet<XElement> ended = [];
    private readonly Stack<OpenField> open = new();
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

    /// <summary>Takes a mark in reading order; a field that never ends hides nothing. True at the end of a field that shows what no text says.</summary>
    public bool Take(XElement mark)
    {
        switch (KindOf(mark))
        {
            case "begin" when ended.Contains(mark):
                open.Push(new OpenField());
                instructions++;
                return false;
            case "separate" when open.TryPeek(out var field) && field.InInstruction:
                field.InInstruction = false;
                instructions--;
                return false;
            case "end" when ended.Contains(mark):
                return End(open.Pop());
            default:
                return false;
        }
    }

    /// <summary>Takes letters of an instruction.</summary>
    public void TakeInstruction(string letters)
    {
        if (open.TryPeek(out var field) && field.InInstruction && field.Instruction.Length < LongestInstruction)
        {
            field.Instruction += letters;
        }
    }

    /// <summary>Letters were seen.</summary>
    public void TakeResult()
    {
        if (open.TryPeek(out var field))
        {
            field.HasResult = true;
        }
    }

    private bool End(OpenField field)
    {
        instructions -= field.InInstruction ? 1 : 0;
        return !HidesText && !field.HasResult && field.Instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, ..] && Showing.Contains(name.ToUpperInvariant());
    }

    private static string? KindOf(XElement mark) => (string?)mark.Attribute(W + "fldCharType");

    private sealed class OpenField
    {
        public bool InInstruction { get; set; } = true;

        public string Instruction { get; set; } = "";

        public bool HasResult { get; set; }
    }
}
