using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace HocTap.Office.Tests.Unit.SharePoint;

[TestClass]
public sealed class MirrorTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-mirror-").FullName;

    [TestCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    [DataRow("", "", DisplayName = "thư mục")]
    [DataRow("01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77", "Ban-sao.docx", DisplayName = "bản sao mang mã của văn bản gốc")]
    public async Task What_is_no_filed_document_is_left_out_and_delta_goes_on(string id, string file)
    {
        var database = new Database(new DataDirectory(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).Build()));
        var item = new SiteItem("7", false, new FieldReader(JsonSerializer.SerializeToElement(new { SubmissionId = id, FileLeafRef = file, Status = "đã nộp" })));

        await new Mirror(database, NullLogger<Mirror>.Instance).ApplyAsync(SiteSchema.Submissions, new DeltaPage([item], "https://graph.example/next", IsLast: true));

        await using var connection = database.Open();
        Assert.AreEqual(0, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM mirror_submissions"));
        Assert.AreEqual(1, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM delta_links"));
    }
}
