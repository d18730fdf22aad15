using Dapper;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>The read model is only a picture of SharePoint: it is compared with it, thrown away and made again, and nothing of ours is lost.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReadModelVerbStories
{
    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-rebuild-").FullName;

    [TestCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task Provisioning_with_a_client_secret_is_refused_before_anything_is_half_made()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;

        var refused = await RunningVerb.RunAsync("provision", "--Data:Directory", folder, "--Graph:TenantId", "t", "--Graph:ClientId", "c", "--Graph:ClientSecret", "s", "--Graph:SiteHost", "t.sharepoint.com");

        Assert.AreEqual(2, refused.ExitCode, refused.Messages);
        Assert.Contains("Graph:CertificatePath", refused.Messages);
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task What_was_damaged_is_told_and_comes_back_from_SharePoint()
    {
        var id = await FileOnePlanAsync();
        string[] here = ["--Data:Directory", folder];

        var right = await RunningVerb.RunAsync(["verify", .. here]);
        var own = Own();
        Damage(id);
        var damaged = await RunningVerb.RunAsync(["verify", .. here]);
        var rebuilt = await RunningVerb.RunAsync(["rebuild", .. here]);
        var again = await RunningVerb.RunAsync(["verify", .. here]);

        Assert.AreEqual(0, right.ExitCode, right.Output + right.Messages);
        Assert.Contains("khớp với SharePoint", right.Output);
        Assert.AreEqual(1, damaged.ExitCode);
        Assert.Contains($"Hồ sơ {id}", damaged.Output);
        Assert.Contains("có ở SharePoint, không có ở dữ liệu tra cứu", damaged.Output);
        Assert.Contains("Cán bộ, đảng viên: SharePoint có 421 mục, dữ liệu tra cứu có 420", damaged.Output);
        Assert.AreEqual(0, rebuilt.ExitCode, rebuilt.Messages);
        Assert.Contains("Cán bộ, đảng viên: 421", rebuilt.Output);
        Assert.DoesNotContain("Hồ sơ đăng ký: 0", rebuilt.Output);
        Assert.AreEqual(0, again.ExitCode, again.Output + again.Messages);
        Assert.AreEqual(own, Own(), "outbox, receipts, overlay and audit are untouched");
    }

    [TestMethod]
    public async Task Verbs_seed_nothing_and_say_what_is_lacking()
    {
        var rebuilt = await RunningVerb.RunAsync("rebuild", "--Data:Directory", folder);
        var verified = await RunningVerb.RunAsync("verify", "--Data:Directory", folder);

        Assert.AreEqual(1, rebuilt.ExitCode);
        Assert.Contains("provision", rebuilt.Messages);
        Assert.AreEqual(1, verified.ExitCode);
        Assert.Contains("Thiếu danh sách People (Cán bộ, đảng viên).", verified.Output);
    }

    private async Task<string> FileOnePlanAsync()
    {
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero), folder);
        using var person = await app.AsAsync(Personas.Staff);
        var id = await person.FileToTheEndAsync(Personas.StaffPlan);
        var access = await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(CancellationToken.None);
        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync(access.Items, CancellationToken.None);
        return id;
    }

    private void Damage(string id)
    {
        using var connection = Open();
        connection.Execute("DELETE FROM mirror_submissions WHERE id = @id; DELETE FROM mirror_people WHERE code = 'N0001'; UPDATE mirror_organizations SET name = 'Sai'", new { id });
    }

    private string Own()
    {
        using var connection = Open();
        return string.Join(' ', new[] { "operations", "receipts", "audit", "own_submissions", "own_rows", "own_reviews", "documents" }.Select(table => $"{table}={connection.ExecuteScalar<int>($"SELECT count(*) FROM {table}")}"));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "service.db")}");
        connection.Open();
        return connection;
    }
}
