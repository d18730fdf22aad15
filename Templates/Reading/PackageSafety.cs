using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>Refuses packages that fetch or embed what a form never needs.</summary>
internal static class PackageSafety
{
    private static readonly HashSet<string> ForbiddenTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "oleObject", "package", "aFChunk", "control", "activeXControlBinary", "frame", "subDocument", "vbaProject", "mailMergeSource", "mailMergeHeaderSource",
    };

    private static readonly HashSet<string> FetchingFields = ["IMPORT", "LINK", "DATABASE", "EMBED", "CONTROL", "MACROBUTTON"];

    public static bool BadNames(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.Any(name => IsBad(name) || !seen.Add(name));
    }

    public static PackageResult Refusal(string what) =>
        new PackageResult.Refused(RefusalKind.Unsafe, $"Tệp không an toàn: {what}; đề nghị gỡ bỏ rồi gửi lại.");

    /// <summary>A refusal, or null when nothing is wrong.</summary>
    /// <exception cref="System.Xml.XmlException">A part is broken or has a DTD.</exception>
    public static PackageResult? Check(DocxParts parts) =>
        CheckRelations(parts) ?? CheckWordParts(parts);

    private static bool IsBad(string name) =>
        name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/')
        || name.Split('/').Contains("..") || name.Any(char.IsControl);

    private static PackageResult? CheckRelations(DocxParts parts)
    {
        foreach (var (_, content) in parts.All.Where(part => part.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            if (CheckRelations(content) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>A refusal of one part of relations, or null.</summary>
    public static PackageResult? CheckRelations(byte[] content)
    {
        foreach (var relation in PackageMap.Relations(SafeXml.Parse(content)))
        {
            if (ForbiddenTypes.Contains(relation.Type))
            {
                return Refusal("có đối tượng nhúng");
            }

            if (relation.External && !relation.Type.Equals("hyperlink", StringComparison.OrdinalIgnoreCase))
            {
                return Refusal("có liên kết tự lấy dữ liệu bên ngoài");
            }
        }

        return null;
    }

    private static PackageResult? CheckWordParts(DocxParts parts)
    {
        var typed = PackageMap.XmlParts(SafeXml.Parse(parts[Ooxml.ContentTypesPath]!));
        foreach (var (_, content) in parts.All.Where(part => IsMarkup(part.Key, typed)))
        {
            if (CheckMarkup(content) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>A refusal of one part of Word's XML, or null.</summary>
    public static PackageResult? CheckMarkup(byte[] content)
    {
        var xml = SafeXml.Parse(content);
        if (xml.Descendants().Any(element => element.Name.LocalName is "altChunk" or "OLEObject" or "control" or "subDoc"))
        {
            return Refusal("có đối tượng nhúng");
        }

        return Instructions(xml).Split('\n').Any(Fetches) ? Refusal("có trường tự lấy dữ liệu bên ngoài") : null;
    }

    // A part is what its content type says, wherever it lies; data parts print nothing.
    private static bool IsMarkup(string name, HashSet<string> typed) =>
        typed.Contains(name)
        || (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase));

    // An instruction may be cut into runs anywhere; only the begin of a field starts a new one.
    private static string Instructions(XDocument xml)
    {
        var text = new StringBuilder();
        foreach (var element in xml.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "instrText" or "delInstrText":
                    text.Append(Ooxml.OwnText(element));
                    break;
                case "fldChar" when AttributeOf(element, "fldCharType") == "begin":
                    text.Append('\n');
                    break;
                case "fldSimple":
                    text.Append('\n').Append(AttributeOf(element, "instr")).Append('\n');
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private static string AttributeOf(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value ?? "";

    private static bool Fetches(string instruction)
    {
        var start = instruction.TrimStart();
        var word = string.Concat(start.TakeWhile(letter => char.IsLetterOrDigit(letter) || letter == '_')).ToUpperInvariant();
        return FetchingFields.Contains(word) || word.StartsWith("INCLUDE", StringComparison.Ordinal) || word.StartsWith("DDE", StringComparison.Ordinal);
    }
}
