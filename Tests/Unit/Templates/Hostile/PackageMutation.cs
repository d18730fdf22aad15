using System.Text;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>One change to a package: its kind and three numbers that say where and how.</summary>
internal sealed record PackageMutation(int Kind, int A, int B, int C)
{
    private static readonly string[] Garbage =
    [
        "", "-1", "99999999999999999999", "0x41", "true", "<", "&#x0;", "\uFFFD", "../../x", "//", "rId1", "a:b:c", "{0}", "NaN", "1e999", "preserve", "continue", "restart", "_ht_actionContent", "exemplaryTasks",
    ];

    private static readonly Func<PackageMutation, Dictionary<string, byte[]>, Dictionary<string, byte[]>>[] OfParts =
    [
        (change, parts) => change.InPart(parts, change.FlipBits),
        (change, parts) => change.InPart(parts, bytes => bytes[..(change.B % (bytes.Length + 1))]),
        (change, parts) => change.InPart(parts, change.Insert),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Delete),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Double),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Nest),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Swap),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Wrap),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Unwrap),
        (change, parts) => change.InMarkup(parts, MarkupMutation.Move),
        (change, parts) => change.InMarkup(parts, (xml, a, b) => MarkupMutation.Attribute(xml, a, Garbage[b % Garbage.Length])),
        (change, parts) => change.InMarkup(parts, (xml, a, b) => MarkupMutation.Attribute(xml, a, new string('a', b % 700_000))),
        (change, parts) => change.InMarkup(parts, (xml, a, b) => MarkupMutation.Text(xml, a, Garbage[b % Garbage.Length])),
        (_, parts) => Relation(parts, "<Relationship Id='x1' Type='http://x/image' Target='http://evil.example/' TargetMode='External'/>"),
        (_, parts) => Relation(parts, "<Relationship Id='x2' Type='http://x/styles' Target='document.xml'/>"),
        (_, parts) => Relation(parts, "<Relationship Id='x3' Type='http://x/numbering' Target='../../../word/./document.xml'/>"),
        (_, parts) => Relation(parts, "<Relationship/>"),
        (change, parts) => Change(parts, "_rels/.rels", text => text.Replace("word/document.xml", change.A % 2 == 0 ? "_rels/.rels" : "nowhere.xml", StringComparison.Ordinal)),
        (_, parts) => Change(parts, "word/_rels/document.xml.rels", text => text.Replace("styles.xml", "_rels/document.xml.rels", StringComparison.Ordinal)),
        (_, parts) => Change(parts, "[Content_Types].xml", text => text.Replace("document.main+xml", "comments+xml", StringComparison.Ordinal)),
        (change, parts) => Change(parts, "[Content_Types].xml", text => text.Replace("/word/", Garbage[change.B % Garbage.Length].Replace("<", "", StringComparison.Ordinal).Replace("&#x0;", "", StringComparison.Ordinal), StringComparison.Ordinal)),
        (change, parts) => Without(parts, change.A),
        (change, parts) => Exchanged(parts, change.A, change.B),
        (change, parts) => new(parts) { [$"word/x{change.A % 9}.xml"] = Encoding.UTF8.GetBytes($"<x>{new string('<', change.B % 3)}</x>") },
    ];

    public static int Kinds => OfParts.Length + ZipMutation.Kinds;

    /// <summary>True for a change of parts, which come before those of the zip.</summary>
    public bool IsOfParts => Kind < OfParts.Length;

    public Dictionary<string, byte[]> Apply(Dictionary<string, byte[]> parts) => parts.Count == 0 ? parts : OfParts[Kind](this, parts);

    public byte[] Apply(byte[] zip) => ZipMutation.Apply(zip, Kind - OfParts.Length, A, B, C);

    private Dictionary<string, byte[]> InPart(Dictionary<string, byte[]> parts, Func<byte[], byte[]> edit)
    {
        var name = Name(parts, A);
        return new(parts) { [name] = edit(parts[name]) };
    }

    // Most of all the body, else any part that is XML.
    private Dictionary<string, byte[]> InMarkup(Dictionary<string, byte[]> parts, Func<byte[], int, int, byte[]> edit)
    {
        var name = C % 3 != 0 && parts.ContainsKey(Docx.Document) ? Docx.Document : Name(parts, C / 3);
        return new(parts) { [name] = edit(parts[name], A, B) };
    }

    private byte[] FlipBits(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        for (var i = 0; bytes.Length > 0 && i <= C % 4; i++)
        {
            flipped[(int)((B + ((long)i * 7919)) % bytes.Length)] ^= (byte)(1 << ((B + i) % 8));
        }

        return flipped;
    }

    private byte[] Insert(byte[] bytes)
    {
        var place = B % (bytes.Length + 1);
        return [.. bytes[..place], .. Encoding.UTF8.GetBytes(Garbage[C % Garbage.Length]), .. bytes[place..]];
    }

    private static string Name(Dictionary<string, byte[]> parts, int number) => parts.Keys.ElementAt(number % parts.Count);

    private static Dictionary<string, byte[]> Relation(Dictionary<string, byte[]> parts, string relation) =>
        Change(parts, "word/_rels/document.xml.rels", text => text.Replace("</Relationships>", relation + "</Relationships>", StringComparison.Ordinal));

    private static Dictionary<string, byte[]> Change(Dictionary<string, byte[]> parts, string name, Func<string, string> edit) =>
        parts.TryGetValue(name, out var content) ? new(parts) { [name] = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(content))) } : parts;

    private static Dictionary<string, byte[]> Without(Dictionary<string, byte[]> parts, int number)
    {
        var fewer = new Dictionary<string, byte[]>(parts);
        fewer.Remove(Name(parts, number));
        return fewer;
    }

    private static Dictionary<string, byte[]> Exchanged(Dictionary<string, byte[]> parts, int one, int other)
    {
        var (first, second) = (Name(parts, one), Name(parts, other));
        return new(parts) { [first] = parts[second], [second] = parts[first] };
    }
}
