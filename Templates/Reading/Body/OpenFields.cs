using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>The fields around a place of the walk through a body: what stands in an instruction, fields inside it included, nobody sees.</summary>
internal sealed class OpenFields
{
    private const int LongestInstruction = 40;
    private const int LongestName = 20;

    // They show a sign, a choice or a number that no text of the document says.
    private static readonly HashSet<string> Showing = ["SYMBOL", "FORMDROPDOWN", "FORMCHECKBOX", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "GOTOBUTTON"];

    private readonly HashSet<XElement> ended = [];
    private readonly Stack<OpenField> open = new();
    private int instructions;

    private readonly Dictionary<string, string> fieldsByName;

    public OpenFields(FormDefinition form, XElement body)
    {
        fieldsByName = form.SingleFields.Where(field => !field.IsBlock).ToLookup(field => Shortened(BookmarkPrefix + field.Tag), field => field.Tag)
            .Where(known => known.Count() == 1).ToDictionary(known => known.Key, known => known.Single());
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

    /// <summary>The field of the form whose place this is: old Word files keep a control as a form field under the name of its bookmark.</summary>
    public string? Owner => open.FirstOrDefault(around => around.Owner is not null)?.Owner;

    /// <summary>True when a form field of an earlier paragraph ended in this one: where nothing else stands in it, a program has put it there for the end.</summary>
    public bool EndedEarlierText { get; private set; }

    /// <summary>A paragraph begins.</summary>
    public void BeginParagraph()
    {
        EndedEarlierText = false;
        foreach (var field in open)
        {
            field.IsOfEarlierParagraph = true;
        }
    }

    /// <summary>Takes a mark in reading order; a field that never ends hides nothing. True at the end of a field that shows what no text says.</summary>
    public bool Take(XElement mark)
    {
        switch (KindOf(mark))
        {
            case "begin" when ended.Contains(mark):
                open.Push(new OpenField { Owner = fieldsByName.GetValueOrDefault(Shortened((string?)mark.Element(W + "ffData")?.Element(W + "name")?.Attribute(W + "val") ?? "")) });
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
        var name = field.Instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first.ToUpperInvariant() : "";
        EndedEarlierText |= field.IsOfEarlierParagraph && name == "FORMTEXT";
        return !HidesText && !field.HasResult && Showing.Contains(name);
    }

    // No name of a form field is longer.
    private static string Shortened(string name) => name.Length > LongestName ? name[..LongestName] : name;

    private static string? KindOf(XElement mark) => (string?)mark.Attribute(W + "fldCharType");

    private sealed class OpenField
    {
        public bool InInstruction { get; set; } = true;

        public string Instruction { get; set; } = "";

        public bool HasResult { get; set; }

        public string? Owner { get; init; }

        public bool IsOfEarlierParagraph { get; set; }
    }
}
