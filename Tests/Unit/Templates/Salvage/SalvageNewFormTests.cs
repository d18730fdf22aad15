using System.Text.Json;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>A form that nobody has heard of is salvaged by its definition alone.</summary>
[TestClass]
public sealed class SalvageNewFormTests
{
    private const string Definition = """
        {
          "code": "mau09", "title": "Phiếu đăng ký đọc sách", "shortTitle": "Mẫu 09 - Đọc sách", "personal": true, "rules": [],
          "groups": [ { "key": "all", "title": "", "help": "", "fields": [
            { "tag": "readerName", "label": "Họ và tên bạn đọc", "type": "text" },
            { "tag": "cardDate", "label": "Ngày cấp thẻ", "type": "date" },
            { "tag": "reason", "label": "Lý do", "type": "multi", "placeholder": "....." },
            { "tag": "books", "label": "Sách", "type": "rows", "rowLabel": "Cuốn", "columns": [
              { "tag": "bookTitle", "label": "Tên sách", "type": "multi" },
              { "tag": "bookAuthor", "label": "Tác giả", "type": "multi" } ] } ] } ],
          "print": [
            { "block": "title", "text": "PHIẾU ĐĂNG KÝ ĐỌC SÁCH VỀ BÁC" },
            { "block": "line", "text": "Họ và tên bạn đọc: {readerName}" },
            { "block": "line", "text": "Ngày cấp thẻ: {cardDate}" },
            { "block": "heading", "text": "1. Lý do đăng ký:" },
            { "block": "multi", "field": "reason" },
            { "block": "table", "field": "books", "columns": [
              { "head": "TT", "width": 500 }, { "head": "Tên sách", "width": 3000, "field": "bookTitle" }, { "head": "Tác giả", "width": 2000, "field": "bookAuthor" } ], "left": [], "right": [] }
          ]
        }
        """;

    private static readonly FormDefinition Form = JsonSerializer.Deserialize<FormDefinition>(Definition, JsonSerializerOptions.Web)!;

    [TestMethod]
    public void Its_labels_headings_and_table_are_found()
    {
        var typed = new TypedDocument().Lines("PHIẾU ĐĂNG KÝ ĐỌC SÁCH VỀ BÁC", "Họ và tên bạn đọc : NGÔ THỊ MAI", "Ngày cấp thẻ: 2.3.2024", "1) Lý do đăng ký", "Muốn đọc thêm.")
            .Table(["Tác giả", "Tên sách"], ["Nhiều người", "Búp sen xanh"]);

        var read = ((SalvageResult.Readable)FormSalvager.Read(new MemoryStream(typed.ToBytes()), [.. FormCatalog.All, Form], [])).Form;

        Assert.AreSame(Form, read.Form);
        Assert.AreEqual("Ngô Thị Mai", read.Values["readerName"]);
        Assert.AreEqual("2024-03-02", read.Values["cardDate"]);
        Assert.AreEqual("Búp sen xanh", read.Values.RowsOf("books")[0]["bookTitle"]);
        Assert.AreEqual("Muốn đọc thêm.", read.Values["reason"]);
        Assert.IsEmpty(read.Leftovers);
    }
}
