using System.IO.Compression;
using System.Text;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A content control as Office.js shows it.</summary>
/// <param name="Id">Its id in the document.</param>
/// <param name="Tag">Its tag; "" when it has none.</param>
/// <param name="Type">RichText, PlainText or RepeatingSection.</param>
/// <param name="Text">Its text, carriage returns between paragraphs; the placeholder while that shows.</param>
/// <param name="CannotEdit">True when its content is locked.</param>
internal sealed record WordControl(
    [property: JsonPropertyName("id")] int Id,
    [property: JsonPropertyName("tag")] string Tag,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("cannotEdit")] bool CannotEdit);

/// <summary>A .docx that is edited as Word edits it, by plain zip and XML.</summary>
internal sealed partial class WordDocument
{
    private const string Main = "word/document.xml";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";

    private readonly Dictionary<string, byte[]> entries;
    private readonly XDocument body;

    public WordDocument(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        entries = zip.Entries.ToDictionary(entry => entry.FullName, Bytes);
        body = XDocument.Load(new MemoryStream(entries[Main]), LoadOptions.PreserveWhitespace);
    }

    /// <summary>A new document with nothing in it.</summary>
    public static WordDocument Empty(byte[] like)
    {
        var document = new WordDocument(like);
        document.body.Root!.Element(W + "body")!.ReplaceNodes(new XElement(W + "p"));
        document.RemoveParts();
        return document;
    }

    /// <summary>The document after a whole file was put into it; its XML parts come along only when asked for.</summary>
    public static WordDocument Inserted(byte[] file, bool withParts)
    {
        var document = new WordDocument(file);
        if (!withParts)
        {
            document.RemoveParts();
        }

        return document;
    }

    public IReadOnlyList<WordControl> Controls => [.. Elements.Select(control => new WordControl(
        IdOf(control),
        Properties(control).Element(W + "tag")?.Attribute(W + "val")?.Value ?? "",
        TypeOf(control),
        string.Join('\r', Lines(control)),
        LockOf(control) is "contentLocked" or "sdtContentLocked"))];

    public string BodyText => string.Join('\r', body.Descendants(W + "p").Select(LineOf));

    public void Insert(int id, string text)
    {
        var control = ElementOf(id);
        var content = control.Element(W + "sdtContent")!;
        Properties(control).Element(W + "showingPlcHdr")?.Remove();
        var look = content.Descendants(W + "rPr").FirstOrDefault(look => look.Parent!.Name == W + "r");
        var run = new XElement(W + "r", look is null ? null : new XElement(look));
        run.Element(W + "rPr")?.Element(W + "rStyle")?.Remove();
        if (content.Element(W + "p") is { } first)
        {
            content.ReplaceNodes(Paragraphs(text).Select(line => new XElement(W + "p", first.Element(W + "pPr"), With(run, line))));
        }
        else
        {
            content.ReplaceNodes(With(run, text.Replace('\r', ' ').Replace('\n', ' ')));
        }
    }

    public void Clear(int id)
    {
        Insert(id, PromptOf(ElementOf(id)));
        Properties(ElementOf(id)).Add(new XElement(W + "showingPlcHdr"));
    }

    public void SetLock(int id, bool locked)
    {
        var properties = Properties(ElementOf(id));
        properties.Element(W + "lock")?.Remove();
        if (locked)
        {
            properties.Add(new XElement(W + "lock", new XAttribute(W + "val", "contentLocked")));
        }
    }

    public IReadOnlyList<string> PartsOf(string space) =>
        [.. PartNames.Where(name => XDocument.Load(new MemoryStream(entries[name])).Root!.Name.NamespaceName == space)];

    public string PartXml(string name) => Encoding.UTF8.GetString(entries[name]);

    public void DeletePart(string name) => entries.Remove(name);

    public void AddPart(XElement part)
    {
        var number = Enumerable.Range(1, 99).First(number => !entries.ContainsKey($"customXml/item{number}.xml"));
        entries[$"customXml/item{number}.xml"] = Encoding.UTF8.GetBytes(new XDocument(part).ToString(SaveOptions.DisableFormatting));
    }

    public byte[] ToBytes()
    {
        using var main = new MemoryStream();
        body.Save(main, SaveOptions.DisableFormatting);
        entries[Main] = main.ToArray();
        using var docx = new MemoryStream();
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return docx.ToArray();
    }

    private List<XElement> Elements => [.. body.Descendants(W + "sdt")];

    private IEnumerable<string> PartNames =>
        [.. entries.Keys.Where(name => name.StartsWith("customXml/item", StringComparison.Ordinal) && !name.Contains("Props", StringComparison.Ordinal))];

    private void RemoveParts()
    {
        foreach (var name in PartNames)
        {
            entries.Remove(name);
        }
    }

    private static XElement Properties(XElement control) => control.Element(W + "sdtPr")!;

    private static string? LockOf(XElement control) => Properties(control).Element(W + "lock")?.Attribute(W + "val")?.Value;

    private static string TypeOf(XElement control) => Properties(control) switch
    {
        var properties when properties.Elements().Any(kind => kind.Name.Namespace == W15) => "RepeatingSection",
        var properties when properties.Element(W + "text") is not null => "PlainText",
        _ => "RichText",
    };

    private static IEnumerable<string> Lines(XElement control) =>
        control.Descendants(W + "p").Any() ? control.Descendants(W + "p").Select(LineOf) : [LineOf(control)];

    private static string LineOf(XElement line) => string.Concat(line.Descendants(W + "t").Select(text => text.Value));

    private static XElement With(XElement run, string text) =>
        new(W + "r", run.Element(W + "rPr"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
