using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>Clients that nobody here wrote, unchanged: what they take for Microsoft 365 is what the tenant must answer.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NpmClientTests : TenantTests
{
    [TestMethod]
    public async Task Microsofts_client_reads_and_writes_lists_files_and_batches()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);

        var seen = await NpmClients.RunAsync("graph-client.js", tenant, Token);

        Saw(
            seen,
            ("site", SiteUrl(tenant)),
            ("list", new[] { "Code:true", "Size:false" }),
            ("items", new object[] { "Mục 25", 25 }),
            ("paging", Enumerable.Range(1, 25)),
            ("filter", new[] { 3, 8, 13, 18, 23 }),
            ("refusedFilter", 400),
            ("preferredFilter", 1),
            ("change", new object[] { "Đã sửa", 412 }),
            ("batch", new[] { 201, 200, 404 }),
            ("throttle", true),
            ("file", new[] { "kế hoạch.txt", "Nội dung có dấu" }),
            ("largeFile", new object[] { 1_000_000, true }),
            ("children", new[] { "lon.bin", "Tổ 1" }),
            ("delta", new object[] { 26, new[] { "deleted" } }),
            ("foreignSite", 400));
    }

    [TestMethod]
    public async Task PnP_for_Graph_reads_and_writes_lists_files_and_batches()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);

        var seen = await NpmClients.RunAsync("pnp-graph.js", tenant, Token);

        Saw(
            seen,
            ("site", SiteUrl(tenant)),
            ("list", new object[] { "Kế hoạch", true }),
            ("items", new object[] { "Mục 25", 25 }),
            ("paging", new[] { 3, 25, 25 }),
            ("filter", new[] { 3, 8, 13, 18, 23 }),
            ("change", new object[] { true, 2 }),
            ("batch", 3),
            ("throttle", true),
            ("file", new[] { "kế hoạch.txt", "Nội dung có dấu" }),
            ("folder", new object[] { new[] { "kế hoạch.txt", "Tổ 1" }, 1 }),
            ("delta", new object[] { true, 1 }),
            ("remove", 404));
    }

    [TestMethod]
    public async Task PnP_for_SharePoint_reads_and_writes_lists_views_and_batches()
    {
        await using var tenant = await SecureTenant.StartAsync(Token);

        var seen = await NpmClients.RunAsync("pnp-sp.js", tenant, Token);

        Saw(
            seen,
            ("site", tenant.Server.SitePath),
            ("list", new object[] { "Kế hoạch", "Các bản kế hoạch", 0 }),
            ("fields", new[] { "Cỡ", "Size", "Number" }),
            ("items", new object[] { "Mục 25", 25 }),
            ("paging", new[] { 3, 25, 25 }),
            ("filter", new[] { 23, 18, 13, 8, 3 }),
            ("change", new object[] { true, 412 }),
            ("view", new object[] { "Lớn trước", 10, true }),
            ("rows", 5),
            ("removeView", 1),
            ("batch", 3),
            ("rights", new[] { true, false }),
            ("user", new object[] { true, "i:0#.f|membership|an@lamkieu.example" }),
            ("throttle", true),
            ("taken", 500),
            ("remove", 404));
    }

    private static string SiteUrl(SecureTenant tenant) => $"https://{tenant.Server.SiteHost}{tenant.Server.SitePath}";

    private static void Saw(JsonObject seen, params (string Step, object Value)[] expected)
    {
        foreach (var (step, value) in expected)
        {
            var wanted = JsonSerializer.SerializeToNode(value);
            Assert.IsTrue(JsonNode.DeepEquals(wanted, seen[step]), $"{step}: {seen[step]?.ToJsonString()} instead of {wanted?.ToJsonString()}");
        }
        Assert.HasCount(expected.Length, seen);
    }
}
