using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>A document opened to be looked at and mended: its reading, and each line's paragraph as it lies in the file.</summary>
internal sealed class Paper
{
    // Carried from the file's paragraphs into the copy that is read; never written.
    private static readonly XName Mark = XNamespace.Get("urn:hoctap:check:1") + "paragraph";

    private static readonly ReadResult.Refused TooManyFaults =
        new(RefusalKind.TooLarge, "Văn bản sai thể thức ở quá nhiều chỗ nên không liệt kê hết được; đề nghị chép nội dung sang mẫu của hệ thống rồi kiểm tra lại.");

    private readonly DocxParts parts;
    private readonly Dictionary<string, XDocument> opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> touched = new(StringComparer.OrdinalIgnoreCase);

    private Paper(DocxParts parts, string mainPart, FormDefinition form, DocumentReading reading, XDocument main, IReadOnlyList<XElement?> paragraphs)
    {
        (this.parts, MainPart, Form, Reading, Paragraphs) = (parts, mainPart, form, reading, paragraphs);
        opened[mainPart] = main;
        Document = reading.Read();
        Styles = StyleBook.Of(parts, mainPart);
    }

    public string MainPart { get; }

    public FormDefinition Form { get; }

    public DocumentReading Reading { get; }

    public FormDocument Document { get; }

    public StyleBook Styles { get; }

    /// <summary>The paragraph of each line of the reading; null where the file has none of its own.</summary>
    public IReadOnlyList<XElement?> Paragraphs { get; }

    /// <summary>The body as it lies in the file.</summary>
    public XElement Body => opened[MainPart].Root!.Child("body")!; // a paper without one is never opened

    /// <summary>Opens a document and does something with it, or says why it is none of ours.</summary>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static T Use<T>(Stream docx, Func<Paper, T> use, Func<ReadResult.Refused, T> refuse)
    {
        switch (PackageReader.Read(docx))
        {
            case PackageResult.Refused refused:
                return refuse(new ReadResult.Refused(refused.Kind, refused.Detail));
            case PackageResult.Opened opened:
                try
                {
                    return Open(opened.Parts, opened.MainPart) is { } paper ? use(paper) : refuse(FormReader.NotOurs);
                }
                catch (TooLargeException)
                {
                    return refuse(PackageReader.TooLong);
                }
                catch (TooManyFaultsException)
                {
                    return refuse(TooManyFaults);
                }
                catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
                {
                    return refuse(PackageReader.BrokenPackage);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static Paper? Open(DocxParts parts, string mainPart)
    {
        var main = SafeXml.ParseWhole(parts[mainPart]!); // the opened package has its main part
        if (main.Root?.Child("body") is not { } body)
        {
            return null;
        }

        var paragraphs = body.Inner("p").Take(ReadingLimits.Paragraphs + 1).ToList();
        if (paragraphs.Count > ReadingLimits.Paragraphs)
        {
            throw new TooLargeException("The body has too many paragraphs.");
        }

        for (var number = 0; number < paragraphs.Count; number++)
        {
            paragraphs[number].SetAttributeValue(Mark, number);
        }

        var clean = CleanBody.Of(main);
        paragraphs.ForEach(paragraph => paragraph.SetAttributeValue(Mark, null));
        var written = WrittenPart.Find(parts, FormCatalog.All);
        if ((written?.Form ?? FormGuess.From(clean.Document, FormCatalog.All)) is not { } form)
        {
            return null;
        }

        var reading = DocumentReading.Of(written?.Printed ?? form, clean, PaperParts.Of(parts, mainPart), written);
        return new Paper(parts, mainPart, form, reading, main, [.. reading.Lines.Select(line => Raw(line.Paragraph, paragraphs))]);
    }

    /// <summary>The part of a relationship of the main part, by its id.</summary>
    public string? PartOf(string? relationId) => PackageMap.ById(parts, MainPart, relationId);

    /// <summary>Another part, parsed; null when it is not there.</summary>
    public XElement? Root(string? part)
    {
        if (part is null || parts[part] is not { } content)
        {
            return null;
        }

        return (opened.TryGetValue(part, out var known) ? known : opened[part] = SafeXml.ParseWhole(content)).Root;
    }

    /// <summary>Notes that a part was changed.</summary>
    public void Touch(string part) => touched.Add(part);

    /// <summary>Puts a new part into the package, with its type and its relationship from the main part; the answer is the relationship's id.</summary>
    public string Add(string name, string contentType, string relation, XDocument content)
    {
        parts.Put(name, content);
        PackageEdits.AddContentType(parts, name, contentType);
        return PackageEdits.AddRelation(parts, MainPart, relation, $"/{name}");
    }

    /// <summary>A name for a new part that nothing has yet.</summary>
    public string FreeName(string kind) => Enumerable.Range(1, int.MaxValue)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"word/{kind}{number}.xml")).First(name => !parts.Has(name));

    /// <summary>The package with its changed parts; all others as they were, byte for byte.</summary>
    public byte[] ToBytes()
    {
        foreach (var part in touched)
        {
            parts.Put(part, DocxParts.WholeBytes(opened[part]));
        }

        return parts.ToBytes();
    }

    private static XElement? Raw(XElement? clean, List<XElement> paragraphs) =>
        (int?)clean?.Attribute(Mark) is { } number ? paragraphs[number] : null;
}
