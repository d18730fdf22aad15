using System.Text;
using HocTap.Office.Tests.Unit.Templates.Edits;

namespace HocTap.Office.Tests.Render;

/// <summary>A document that a person opens in LibreOffice, edits at the keyboard and saves, and what must be read of it.</summary>
internal sealed class OfficeStory(string name, byte[] docx, Action<byte[]> expect)
{
    private readonly StringBuilder steps = new();

    public string Name => name;

    public byte[] Docx => docx;

    public Action<byte[]> Expect => expect;

    /// <summary>The steps in LibreOffice Basic.</summary>
    public string Steps => steps.ToString();

    public static OfficeStory Of(string name, PlanDocument plan, Action<PlanDocument> expect) => new(name, plan.Docx, saved => expect(plan.As(saved)));

    /// <summary>Puts the cursor behind these words and types.</summary>
    public OfficeStory Type(string behind, string text) => Step("TypeBehind", behind, text);

    /// <summary>Goes to the end of the paragraph with these words, presses Enter and types.</summary>
    public OfficeStory Enter(string at, string text) => Step("EnterAfter", at, text);

    public OfficeStory Replace(string from, string to) => Step("Exchange", from, to);

    /// <summary>Removes the whole paragraph with these words.</summary>
    public OfficeStory Remove(string at) => Step("RemoveParagraph", at);

    /// <summary>Puts a frame with words beside the paragraph.</summary>
    public OfficeStory Frame(string at, string text) => Step("AddFrame", at, text);

    /// <summary>Puts a row below the given one of the table that has these words, and types into its cells.</summary>
    public OfficeStory AddRow(string tableWith, int below, params string[] cells) =>
        Step("AddRow", tableWith, string.Join('|', cells), Text(below));

    /// <summary>Puts a copy of a row below it.</summary>
    public OfficeStory CopyRow(string tableWith, int number, int columns) => Step("CopyRow", tableWith, Text(number), Text(columns));

    public OfficeStory DeleteRow(string tableWith, int number) => Step("DeleteRow", tableWith, Text(number));

    /// <summary>Tracks the changes of all further steps.</summary>
    public OfficeStory Track() => Step("Track");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private OfficeStory Step(string action, params string[] words)
    {
        steps.Append("  ").Append(action).Append(' ').AppendJoin(", ", words.Select(word => $"\"{word}\"").Prepend("d")).Append('\n');
        return this;
    }
}
