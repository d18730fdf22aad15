using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>A filled form in the hands of somebody: its parts, its body, and what a reader with eyes would say stands on it.</summary>
/// <remarks>
/// Where a field stands is noted on its runs in a namespace of the tests, so that an edit finds the words of a field whatever an earlier edit did to
/// controls, tags and bookmarks; the notes never reach the file.
/// </remarks>
internal sealed class Paper
{
    public static readonly XNamespace W = Docx.W;
    private static readonly XNamespace Note = "urn:hoctap:test:note";
    private static readonly XName OfField = Note + "of";
    private static readonly XName OfRow = Note + "row";

    private readonly Dictionary<string, byte[]> parts;
    private readonly XDocument document;

    public Paper(PaperBase from, int seed)
    {
        (Form, Dice, parts) = (from.Form, new Dice(seed), Docx.Parts(from.Docx));
        Rows = Form.RowFields.Single();
        document = XDocument.Load(new MemoryStream(parts[Docx.Document]), LoadOptions.PreserveWhitespace);
        Expected = new PaperExpectation(Form, Rows, from.Values);
        NoteFields();
    }

    public FormDefinition Form { get; }

    public FieldDefinition Rows { get; }

    public Dice Dice { get; }

    public PaperExpectation Expected { get; }

    public XElement Body => document.Root!.Element(W + "body")!;

    public XElement Root => document.Root!;

    public bool IsTable => Form.BlockOf(Rows) is { Block: "table" };

    /// <summary>The fields that hold words and are no dates or lists, by path: a tag, <c>key/column</c> in a row.</summary>
    public IReadOnlyList<string> TextPaths => [.. Expected.Paths.Where(path => Expected[path].Length > 0 && Expected.FieldOf(path).Type is FieldType.Text or FieldType.Multi && TextRuns(path).Count > 0)];

    public IReadOnlyList<XElement> TextRuns(string path) => [.. Body.Descendants(W + "r").Where(run => (string?)run.Attribute(OfField) == path && run.Elements(W + "t").Any() && !run.Ancestors(W + "del").Any())];

    /// <summary>All runs with words, those of fields and those of the form.</summary>
    public IReadOnlyList<XElement> AllRuns() => [.. Body.Descendants(W + "r").Where(run => run.Elements(W + "t").Any() && !run.Ancestors(W + "del").Any() && !run.Ancestors(W + "moveFrom").Any())];

    public static string? FieldOf(XElement run) => (string?)run.Attribute(OfField);

    /// <summary>Moves the note of a field to runs that take the place of its own.</summary>
    public static XElement Noted(XElement run, string? path)
    {
        run.SetAttributeValue(OfField, path);
        return run;
    }

    /// <summary>A run in the look of another, of the same field.</summary>
    public static XElement RunLike(XElement run, string text) =>
        Noted(new XElement(W + "r", run.Element(W + "rPr") is { } look ? new XElement(look) : null, Text(text)), FieldOf(run));

    public static XElement Text(string text) => new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    /// <summary>What makes up a row on paper: its item as long as there is one, else its table row or its paragraphs.</summary>
    public IReadOnlyList<XElement> RowParts(string key)
    {
        var marked = Body.Descendants().Where(element => (string?)element.Attribute(OfRow) == key).ToList();
        return [.. marked.Where(element => !element.Ancestors().Any(marked.Contains))];
    }

    /// <summary>A copy of a row under a key of its own.</summary>
    public IReadOnlyList<XElement> CopyOfRow(string key, string copyKey)
    {
        var copies = RowParts(key).Select(part => new XElement(part)).ToList();
        foreach (var element in copies.SelectMany(copy => copy.DescendantsAndSelf()))
        {
            element.SetAttributeValue(OfRow, (string?)element.Attribute(OfRow) == key ? copyKey : null);
            if (FieldOf(element) is { } path && path.StartsWith(key + "/", StringComparison.Ordinal))
            {
                element.SetAttributeValue(OfField, copyKey + path[key.Length..]);
            }
        }

        return copies;
    }

    public static void NoteRow(XElement element, string key) => element.SetAttributeValue(OfRow, key);

    public IReadOnlyList<XElement> Controls() => [.. Body.Descendants(W + "sdt").Where(control => Docx.TagOf(control) is { } tag && Form.SingleFields.Concat(Rows.Columns).Any(field => field.Tag == tag))];

    public bool HasPart(string name) => parts.ContainsKey(name);

    public void Put(string name, string content) => parts[name] = Encoding.UTF8.GetBytes(content);

    public void RemoveParts(string prefix)
    {
        foreach (var name in parts.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            parts.Remove(name);
        }
    }

    public void EditText(string name, Func<string, string> edit) => parts[name] = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(parts[name])));

    public void Rename(string from, string to)
    {
        parts[to] = parts[from];
        parts.Remove(from);
    }

    public IReadOnlyList<string> PartNames => [.. parts.Keys];

    /// <summary>Declares a part that the main part refers to.</summary>
    public void Relate(string id, string type, string target, string? contentType, bool external = false)
    {
        EditText("word/_rels/document.xml.rels", text => text.Replace("</Relationships>", $"<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/></Relationships>", StringComparison.Ordinal));
        if (contentType is not null)
        {
            EditText("[Content_Types].xml", text => text.Replace("</Types>", $"<Override PartName=\"/word/{target}\" ContentType=\"{contentType}\"/></Types>", StringComparison.Ordinal));
        }
    }

    /// <summary>True when it is to be saved in the Strict dialect.</summary>
    public bool IsStrict { get; set; }

    public byte[] ToBytes()
    {
        var clean = new XDocument(document);
        foreach (var element in clean.Descendants())
        {
            element.SetAttributeValue(OfField, null);
            element.SetAttributeValue(OfRow, null);
        }

        var all = new Dictionary<string, byte[]>(parts) { [Docx.Document] = Encoding.UTF8.GetBytes(clean.Declaration + clean.ToString(SaveOptions.DisableFormatting)) };
        return Docx.Pack(IsStrict ? StrictDialect.Of(all) : all);
    }

    private void NoteFields()
    {
        foreach (var control in Controls().Where(control => Form.SingleFields.Any(field => field.Tag == Docx.TagOf(control))))
        {
            NoteRuns(control, Docx.TagOf(control)!);
        }

        var section = Body.Descendants(W + "sdt").FirstOrDefault(control => Docx.TagOf(control) == Rows.Tag);
        foreach (var (item, row) in (section?.Element(W + "sdtContent")!.Elements(W + "sdt") ?? []).Zip(Expected.Rows))
        {
            foreach (var element in item.DescendantsAndSelf().Where(element => element == item || element.Name == W + "tr" || element.Name == W + "p"))
            {
                NoteRow(element, row.Key);
            }

            foreach (var control in item.Descendants(W + "sdt").Where(control => Docx.TagOf(control) is not null))
            {
                NoteRuns(control, $"{row.Key}/{Docx.TagOf(control)}");
            }
        }
    }

    private static void NoteRuns(XElement control, string path)
    {
        foreach (var run in control.Descendants(W + "r"))
        {
            Noted(run, path);
        }
    }
}
