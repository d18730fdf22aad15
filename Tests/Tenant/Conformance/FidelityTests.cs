using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>What FIDELITY.md says of the tenant is so.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FidelityTests : TenantTests
{
    [TestMethod]
    public async Task Every_call_listed_as_lacking_answers_501()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var world = new CaseWorld(app, http, 1, Token);
        var findings = new List<string>();

        var lacking = Fidelity.Rows("What it lacks");
        foreach (var row in lacking)
        {
            var call = row[0].Split(' ', 2);
            var answer = await new CaseRun(app, http, world, Token).SendAsync(new() { Path = call[1], Body = row[1].Length == 0 ? null : JsonNode.Parse(row[1]) }, call[0]);
            if (answer.Status != 501)
            {
                findings.Add($"{row[0]} answers {answer.Status}");
            }
        }

        Assert.IsGreaterThan(20, lacking.Count);
        Assert.IsEmpty(findings, string.Join('\n', findings));
    }

    [TestMethod]
    public void Every_reference_that_is_not_implemented_is_listed()
    {
        var listed = Fidelity.Rows("What it lacks").Select(row => row[0]).ToList();

        foreach (var one in ConformanceCase.All.Where(one => one.Missing))
        {
            Assert.Contains($"{one.Method} {one.Path}", listed);
        }
    }

    [TestMethod]
    public void Every_deliberate_difference_has_its_line()
    {
        var listed = Fidelity.Rows("Deliberate differences").ToDictionary(row => row[0], row => row[1]);
        var different = ConformanceCase.All.Where(one => one.Different is not null).ToDictionary(one => one.Reference, one => one.Different!);

        CollectionAssert.AreEquivalent(different, listed);
    }
}
