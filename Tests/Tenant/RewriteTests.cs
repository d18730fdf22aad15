using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class RewriteTests : TenantTests
{
    [TestMethod]
    public async Task An_uploaded_document_comes_back_rewritten_with_its_own_parts_unharmed()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);
        var sent = OfficeFiles.Docx();

        var file = await app.UploadAsync(drive, "a.docx", sent, Token);
        var got = await app.DownloadAsync(drive, file.Id!, Token);
        var (before, after) = (OfficeFiles.Parts(sent), OfficeFiles.Parts(got));

        CollectionAssert.AreNotEqual(sent, got);
        Assert.AreEqual(got.LongLength, file.Size);
        Assert.AreEqual(before["word/document.xml"], after["word/document.xml"]);
        Assert.Contains(OfficeFiles.OwnPart, after.Values);
        Assert.StartsWith("0x0101", OfficeFiles.Properties(got)["ContentTypeId"]);
        Assert.IsTrue(after.Values.Any(text => text.Contains("contentTypeSchema", StringComparison.Ordinal) && text.Contains("\"Kind\"", StringComparison.Ordinal)));
        Assert.EndsWith(",2\"", file.ETag!);
    }

    [TestMethod]
    public async Task A_rewritten_document_is_valid_and_its_schema_part_is_not_added_twice()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);
        var file = await app.UploadAsync(drive, "a.docx", OfficeFiles.Docx(), Token);
        var once = await app.DownloadAsync(drive, file.Id!, Token);
        await app.UploadAsync(drive, "a.docx", once, Token, "replace");

        var twice = await app.DownloadAsync(drive, file.Id!, Token);
        using var document = WordprocessingDocument.Open(new MemoryStream(twice), isEditable: false);

        Assert.IsEmpty(new OpenXmlValidator().Validate(document));
        Assert.HasCount(2, document.MainDocumentPart!.CustomXmlParts);
        Assert.HasCount(OfficeFiles.Parts(once).Count, OfficeFiles.Parts(twice));
    }

    [TestMethod]
    public async Task A_workbook_is_rewritten_and_stays_valid()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);

        var file = await app.UploadAsync(drive, "a.xlsx", OfficeFiles.Xlsx(), Token);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await app.DownloadAsync(drive, file.Id!, Token)), isEditable: false);

        Assert.IsEmpty(new OpenXmlValidator().Validate(document));
        Assert.HasCount(1, document.WorkbookPart!.CustomXmlParts);
    }

    [TestMethod]
    public async Task Properties_of_the_file_are_promoted_into_the_columns_of_their_names()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, drive) = await LibraryAsync(app);

        await app.UploadAsync(drive, "a.docx", OfficeFiles.Docx(("Code", "S1"), ("Size", "12.5"), ("Foreign", "kept")), Token);

        Assert.AreEqual("S1", (await app.FilterAsync(list, "fields/Size eq 12.5", Token)).Single());
    }

    [TestMethod]
    public async Task A_promoted_value_can_break_a_unique_column_and_then_nothing_is_stored()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, drive) = await LibraryAsync(app);
        await app.UploadAsync(drive, "a.docx", OfficeFiles.Docx(("Code", "S1")), Token);

        await RefusedAsync(400, "invalidRequest", () => app.UploadAsync(drive, "b/b.docx", OfficeFiles.Docx(("Code", "S1")), Token));

        Assert.HasCount(1, (await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(cancellationToken: Token))!.Value!);
    }

    [TestMethod]
    public async Task Changed_columns_are_written_into_the_document()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, drive) = await LibraryAsync(app);
        var file = await app.UploadAsync(drive, "a.docx", OfficeFiles.Docx(("Foreign", "kept")), Token);

        await app.Graph.Sites[app.Site].Lists[list].Items[await app.NumberAsync(drive, file.Id!, Token)].Fields.PatchAsync(
            new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "đã nộp", ["Size"] = 3 } }, cancellationToken: Token);
        var properties = OfficeFiles.Properties(await app.DownloadAsync(drive, file.Id!, Token));

        Assert.AreEqual("đã nộp", properties["Kind"]);
        Assert.AreEqual("3", properties["Size"]);
        Assert.AreEqual("kept", properties["Foreign"]);
    }

    [TestMethod]
    public async Task A_file_that_only_calls_itself_a_document_is_kept_as_it_came()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (_, drive) = await LibraryAsync(app);

        var file = await app.UploadAsync(drive, "a.docx", [1, 2, 3], Token);

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, await app.DownloadAsync(drive, file.Id!, Token));
    }

    private async Task<(string List, string Drive)> LibraryAsync(TenantApp app)
    {
        var list = await app.AddListAsync("Files", Token, "documentLibrary");
        return (list, await app.DriveAsync(list, Token));
    }
}
