using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>Refuses packages that fetch or embed what a form never needs.</summary>
internal static class PackageSafety
{
    private static readonly HashSet<string> ForbiddenTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "oleObject", "package", "aFChunk", "control", "activeXControlBinary", "frame", "subDocument", "mailMergeSource", "mailMergeHeaderSource",
    };

    public static bool BadNames(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.Any(name => IsBad(name) || !seen.Add(name));
    }

    public static PackageResult Macros { get; } =
        new PackageResult.Refused(RefusalKind.MacroEnabled, "Tệp có chứa macro; đề nghị lưu lại thành .docx không có macro rồi gửi lại.");

    /// <summary>True for the part in which Word keeps macros, declared or not.</summary>
    public static bool IsProgram(string name) => name[(name.LastIndexOf('/') + 1)..].StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase);

    public static PackageResult Refusal(string what) =>
        new PackageResult.Refused(RefusalKind.Unsafe, $"Tệp không an toàn: {what}; đề nghị gỡ bỏ rồi gửi lại.");

    private static bool IsBad(string name) =>
        name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/')
        || name.Split('/').Contains("..") || name.Any(char.IsControl);

    /// <summary>A refusal of one part of relations, or null.</summary>
    public static PackageResult? CheckRelations(byte[] content) => CheckRelations(SafeXml.Parse(content));

    /// <summary>A refusal of one part of relations, or null.</summary>
    public static PackageResult? CheckRelations(XDocument relations)
    {
        foreach (var relation in PackageMap.Relations(relations))
        {
            if (relation.Type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                return Macros;
            }

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

    /// <summary>A refusal of one part of Word's XML, or null.</summary>
    public static PackageResult? CheckMarkup(byte[] content) => CheckMarkup(new MemoryStream(content, writable: false));

    /// <summary>A refusal of one part of Word's XML, or null; looks at it once and keeps nothing of it.</summary>
    /// <exception cref="XmlException">It is broken, has a DTD or is nested too deep.</exception>
    public static PackageResult? CheckMarkup(Stream content)
    {
        using var reader = SafeXml.Open(content);
        var fields = new FieldInstructions();
        while (reader.Read())
        {
            SafeXml.CheckDepth(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "altChunk" or "OLEObject" or "control" or "subDoc")
            {
                return Refusal("có đối tượng nhúng");
            }

            fields.Take(reader);
        }

        return fields.AnyFetches ? Refusal("có trường tự lấy dữ liệu bên ngoài") : null;
    }

    /// <summary>True for a part that may print something: a part is what its content type says, wherever it lies; data parts print nothing.</summary>
    public static bool IsMarkup(string name, HashSet<string> typed) =>
        typed.Contains(name)
        || (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase));
}
