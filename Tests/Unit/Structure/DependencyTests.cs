using System.Reflection;

namespace HocTap.Office.Tests.Unit.Structure;

/// <summary>Dependencies run one way; only tests see all.</summary>
[TestClass]
public sealed class DependencyTests
{
    private const string Ours = "HocTap.Office.";

    [TestMethod]
    [DataRow("Templates", "")]
    [DataRow("LocalTenant", "")]
    [DataRow("AddIn", "Templates")]
    [DataRow("GraphService", "AddIn,LocalTenant,Templates")]
    public void A_project_sees_only_the_projects_below_it(string project, string allowed)
    {
        var seen = Assembly.Load(Ours + project).GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith(Ours, StringComparison.Ordinal)).Select(name => name.Name![Ours.Length..]);

        var forbidden = seen.Except(allowed.Split(',')).ToList();

        Assert.IsEmpty(forbidden, $"{project} must not see {string.Join(", ", forbidden)}.");
    }

    [TestMethod]
    public void Every_class_that_nothing_derives_from_is_sealed()
    {
        var types = new[] { "Templates", "LocalTenant", "GraphService" }.SelectMany(project => Assembly.Load(Ours + project).GetTypes()).ToList();
        var bases = types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        var open = types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Namespace?.StartsWith(Ours, StringComparison.Ordinal) == true
                && !bases.Contains(type) && !type.Name.Contains('<', StringComparison.Ordinal) && type.Name != "Program")
            .Select(type => type.FullName).ToList();

        Assert.IsEmpty(open, string.Join(", ", open));
    }
}
