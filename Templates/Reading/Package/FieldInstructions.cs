using System.Text;
using System.Xml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Follows the instructions of fields while a part is looked through; only their first words tell what a field does.</summary>
/// <remarks>An instruction may be cut into runs anywhere; only the begin of a field starts a new one.</remarks>
internal sealed class FieldInstructions
{
    private const int LongestWord = 32;

    private static readonly HashSet<string> Fetching = ["IMPORT", "LINK", "DATABASE", "EMBED", "CONTROL", "MACROBUTTON"];

    private readonly StringBuilder word = new(LongestWord);
    private readonly char[] buffer = new char[256];
    private int instruction = -1;
    private bool ended;
    private bool fetches;

    /// <summary>True when a field seen so far fetches data from elsewhere.</summary>
    public bool AnyFetches => fetches || Fetches();

    /// <summary>Takes the place where a parser stands.</summary>
    public void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                TakeElement(reader);
                break;
            case XmlNodeType.EndElement when reader.Depth <= instruction:
                instruction = -1;
                break;
            // The letters of an instruction itself, not of elements inside it.
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth == instruction + 1:
                while (reader.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
                {
                    Take(buffer.AsSpan(0, read));
                }

                break;
            default:
                break;
        }
    }

    private void TakeElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "instrText" or "delInstrText" when !reader.IsEmptyElement:
                instruction = reader.Depth;
                break;
            case "fldChar" when AttributeOf(reader, "fldCharType") == "begin":
                End();
                break;
            case "fldSimple":
                End();
                Take(AttributeOf(reader, "instr"));
                End();
                break;
            default:
                break;
        }
    }

    private void Take(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (letter == '\n')
            {
                End();
            }
            else if (word.Length > 0 || !char.IsWhiteSpace(letter))
            {
                ended |= !(char.IsLetterOrDigit(letter) || letter == '_') || word.Length == LongestWord;
                _ = ended ? word : word.Append(char.ToUpperInvariant(letter));
            }
        }
    }

    private void End()
    {
        fetches |= Fetches();
        word.Clear();
        ended = false;
    }

    private bool Fetches()
    {
        var known = word.ToString();
        return Fetching.Contains(known) || known.StartsWith("INCLUDE", StringComparison.Ordinal) || known.StartsWith("DDE", StringComparison.Ordinal);
    }

    private static string AttributeOf(XmlReader reader, string name)
    {
        var found = reader.MoveToFirstAttribute();
        while (found && reader.LocalName != name)
        {
            found = reader.MoveToNextAttribute();
        }

        var value = found ? reader.Value : "";
        reader.MoveToElement();
        return value;
    }
}
