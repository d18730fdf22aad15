using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>What Templates shows the world is small, approved and documented.</summary>
[TestClass]
public sealed class PublicApiTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Templates = typeof(FormCatalog).Assembly;

    private static readonly Dictionary<string, XElement> Comments = XDocument.Load(Path.ChangeExtension(Templates.Location, ".xml")).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    [TestMethod]
    public void The_public_types_are_those_of_the_approved_list()
    {
        var types = Templates.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')["HocTap.Office.Templates.".Length..]).Order(StringComparer.Ordinal);

        CollectionAssert.AreEqual(File.ReadAllLines(Approved()).Where(line => line.Length > 0).ToList(), types.ToList(), "Templates/PublicApi.txt");
    }

    [TestMethod]
    public void Every_public_type_and_member_says_what_it_is()
    {
        var silent = Templates.GetExportedTypes().SelectMany(Names).Where(name => !Comments.Any(comment => (comment.Key == name || comment.Key.StartsWith($"{name}(", StringComparison.Ordinal)) && Summary(comment.Value).Length >= 4)).ToList();

        Assert.IsEmpty(silent, string.Join('\n', silent));
    }

    // Members that the compiler makes for records and enums are nobody's to document.
    private static IEnumerable<string> Names(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return $"T:{name}";
        var told = Comments.TryGetValue($"T:{name}", out var comment) ? comment.Elements("param").Select(param => param.Attribute("name")!.Value).ToHashSet() : [];
        foreach (var property in type.GetProperties(Own).Where(property => property.GetIndexParameters().Length == 0 && !Made(property) && !told.Contains(property.Name) && !IsPositional(type, property)))
        {
            yield return $"P:{name}.{property.Name}";
        }

        foreach (var method in type.GetMethods(Own).Where(method => !method.IsSpecialName && !Made(method)))
        {
            yield return $"M:{name}.{method.Name}";
        }

        foreach (var field in type.GetFields(Own).Where(field => !field.IsSpecialName && !Made(field)))
        {
            yield return $"F:{name}.{field.Name}";
        }
    }

    private static bool Made(MemberInfo member) => member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || member.Name is "EqualityContract";

    // A short record says in its summary what its values are.
    private static bool IsPositional(Type type, PropertyInfo property) => type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    private static string Summary(XElement comment) => comment.Element("summary")?.Value.Trim() ?? (comment.Element("inheritdoc") is null ? "" : "inherited");

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "Templates", "PublicApi.txt");
}
