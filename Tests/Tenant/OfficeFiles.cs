using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Small Office files to upload, and looks into those that come back.</summary>
internal static class OfficeFiles
{
    public const string OwnPart = "<hoctap xmlns=\"urn:hoctap\">của ta</hoctap>";

    public static byte[] Docx(params (string Name, string Value)[] properties)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(new Paragraph(new W.Run(new W.Text("Kế hoạch")))));
            using var part = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(OwnPart));
            main.AddCustomXmlPart(CustomXmlPartType.CustomXml).FeedData(part);
            AddProperties(document, properties);
        }
        return stream.ToArray();
    }

    public static byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData());
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "A", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }
        return stream.ToArray();
    }

    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, Read);
    }

    public static Dictionary<string, string> Properties(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return document.CustomFilePropertiesPart!.Properties.Elements<CustomDocumentProperty>()
            .ToDictionary(property => property.Name!.Value!, property => property.InnerText);
    }

    private static void AddProperties(WordprocessingDocument document, (string Name, string Value)[] properties)
    {
        if (properties.Length > 0)
        {
            document.AddCustomFilePropertiesPart().Properties = new(properties.Select((property, index) => new CustomDocumentProperty(new VTLPWSTR(property.Value))
            {
                FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                PropertyId = index + 2,
                Name = property.Name,
            }));
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
