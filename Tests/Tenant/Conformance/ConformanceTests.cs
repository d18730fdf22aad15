using System.Globalization;
using System.Text;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>Holds the tenant against every documented example and every recorded response there is.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ConformanceTests : TenantTests
{
    private const int MostDifferent = 5;

    private static TenantApp? tenant;
    private static Receiver? receiver;
    private static int passed;
    private static int different;
    private static int missing;
    private static int number;

    private static TenantApp App => tenant!; // started before the first test

    /// <summary>The names of all cases.</summary>
    public static IEnumerable<object[]> Cases => ConformanceCase.All.Where(one => one.Superseded is null && one.Inbound is null).Select(one => new object[] { one.Reference });

    [ClassInitialize]
    public static async Task Start(TestContext context) =>
        (tenant, receiver) = (await TenantApp.StartAsync(context.CancellationToken), await Receiver.StartAsync(context.CancellationToken));

    // Past the runner, which keeps what passing tests print to itself.
    [ClassCleanup]
    public static async Task Tell()
    {
        await App.DisposeAsync();
        await receiver!.DisposeAsync(); // started together with the tenant
        var (superseded, own) = (ConformanceCase.All.Count(one => one.Superseded is not null), ConformanceCase.All.Count(one => one.Inbound is not null));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"conformance: {passed} passed, {different} deliberately different, {missing} not implemented (501); {superseded} superseded by a newer page, {own} calls of the tenant's own held elsewhere\n");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(line));
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public async Task The_tenant_answers_as_documented_or_recorded(string name)
    {
        var one = ConformanceCase.All.Single(one => one.Reference == name);
        using var http = await App.RawAsync(Token);
        var world = new CaseWorld(App, http, Interlocked.Increment(ref number), Token);
        world.Save("receiver", receiver!.Address.AbsoluteUri); // started before the first test

        var findings = await new CaseRun(App, http, world, Token).FindAsync(one, ReferenceTable.Kept[name]);

        Assert.IsEmpty(findings, string.Join('\n', findings));
        _ = one switch { { Missing: true } => missing++, { Different: not null } => different++, _ => passed++ };
    }

    [TestMethod]
    public void Every_reference_of_Graph_has_a_case()
    {
        var named = ConformanceCase.All.Select(one => one.Reference).ToList();

        CollectionAssert.AllItemsAreUnique(named);
        CollectionAssert.IsSubsetOf(ReferenceTable.Kept.Keys.Where(IsGraph).ToList(), named);
        CollectionAssert.IsSubsetOf(named, ReferenceTable.Kept.Keys.ToList());
    }

    [TestMethod]
    public void What_the_tenant_sends_is_received_by_a_test()
    {
        foreach (var one in ConformanceCase.All.Where(one => one.Inbound is not null))
        {
            var parts = one.Inbound!.Split('.');
            var test = typeof(ConformanceTests).Assembly.GetTypes().Single(type => type.Name == parts[0]).GetMethod(parts[1]);

            Assert.IsNotNull(test?.GetCustomAttributes(typeof(TestMethodAttribute), false).SingleOrDefault(), one.Inbound);
        }
    }

    [TestMethod]
    public void Nothing_is_different_on_a_call_of_the_gateway_and_little_elsewhere()
    {
        var different = ConformanceCase.All.Where(one => one.Different is not null).ToList();

        Assert.IsFalse(different.Exists(one => one.Gateway));
        Assert.IsLessThanOrEqualTo(MostDifferent, different.Count);
    }

    [TestMethod]
    public void What_a_newer_page_supersedes_is_held_by_that_page()
    {
        foreach (var one in ConformanceCase.All.Where(one => one.Superseded is not null))
        {
            Assert.IsTrue(ConformanceCase.All.Any(other => other.Reference == one.Superseded && other is { Superseded: null, Different: null, Missing: false }), one.Reference);
        }
    }

    [TestMethod]
    public void The_table_of_shapes_says_what_the_references_say()
    {
        if (ReferenceTable.Folder is not { } folder)
        {
            Assert.Inconclusive("The reference files are not here; the table derived from them is held instead.");
            return;
        }

        var derived = ReferenceTable.Write(ReferenceTable.Derive(folder));

        var fresh = Path.Combine(AppContext.BaseDirectory, "Tenant", "Conformance", "shapes.derived.json");
        File.WriteAllText(fresh, derived);
        Assert.AreEqual(derived, ReferenceTable.Write(ReferenceTable.Kept), $"The newly derived table is {fresh}");
    }

    // SharePoint REST has cases of its own.
    private static bool IsGraph(string name) => !name.StartsWith("rest-", StringComparison.Ordinal) && !name.Contains("-rest-", StringComparison.Ordinal)
        && name != "inbound-sharepoint-webhook-notification";
}
