using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>
/// Copies an .xlsx into a temporary one that is read with little memory and without loss: each text stands in its own cell instead of in the shared
/// strings, which the reader would hold all at once, and an error value is a marked text, which the reader would give as nothing.
/// </summary>
internal static class PlainWorkbook
{
    /// <summary>Stands before an error value; no text of a person has it (private use).</summary>
    public const char ErrorMark = '\uF8FF';

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strings = "sharedStrings.xml";

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>The copy, at its beginning; the original where it has no such parts (.xls, .xlsb).</summary>
    public static Stream Of(FileStream workbook)
    {
        if (!IsZip(workbook))
        {
            return workbook;
        }

        using var from = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (!from.Entries.Any(IsSheet))
        {
            workbook.Position = 0;
            return workbook;
        }

        var copy = new SpillFile();
        try
        {
            using (var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            {
                Copy(from, to);
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static bool IsZip(FileStream workbook)
    {
        var zip = workbook.ReadByte() == 'P';
        workbook.Position = 0;
        return zip;
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsStrings(ZipArchiveEntry entry) => entry.FullName.EndsWith(Strings, StringComparison.OrdinalIgnoreCase);

    private static void Copy(ZipArchive from, ZipArchive to)
    {
        using var strings = from.Entries.FirstOrDefault(IsStrings) is { } part ? Read(part, reader => new SharedStrings(reader)) : null;
        foreach (var entry in from.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var target = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            if (IsSheet(entry))
            {
                Read(entry, reader => CopySheet(reader, target, strings));
            }
            else if (IsStrings(entry))
            {
                target.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"u8);
            }
            else
            {
                using var source = entry.Open();
                source.CopyTo(target);
            }
        }
    }

    private static T Read<T>(ZipArchiveEntry entry, Func<XmlReader, T> read)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Safe);
        return read(reader);
    }

    private static bool CopySheet(XmlReader reader, Stream target, SharedStrings? strings)
    {
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { CheckCharacters = false });
        writer.WriteStartElement("worksheet", Main);
        writer.WriteStartElement("sheetData", Main);
        while (reader.Read())
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "row" }:
                    CopyStart(reader, writer, "row", "r");
                    CloseIfEmpty(reader, writer);
                    break;
                case { NodeType: XmlNodeType.EndElement, LocalName: "row" }:
                    writer.WriteEndElement();
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "c" }:
                    CopyCell(reader, writer, strings);
                    break;
            }
        }

        return true;
    }

    private static void CopyCell(XmlReader reader, XmlWriter writer, SharedStrings? strings)
    {
        CopyStart(reader, writer, "c", "r", "s");
        var type = reader.GetAttribute("t") ?? "n";
        if (!reader.IsEmptyElement)
        {
            WriteValue(writer, type, ValueOf(reader), strings);
        }

        writer.WriteEndElement();
    }

    private static void WriteValue(XmlWriter writer, string type, string value, SharedStrings? strings)
    {
        var text = type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings?[index] ?? "" : "",
            "e" => ErrorMark + value,
            "inlineStr" or "str" => value,
            _ => null,
        };
        writer.WriteAttributeString("t", text is null ? type : "inlineStr");
        if (text is null)
        {
            writer.WriteElementString("v", Main, value);
            return;
        }

        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // The value of a cell or its inline text; a formula is how it came about.
    private static string ValueOf(XmlReader reader)
    {
        var value = "";
        using var cell = reader.ReadSubtree();
        while (cell.Read())
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                value = SharedStrings.TextOf(cell);
            }
        }

        return value;
    }

    private static void CopyStart(XmlReader reader, XmlWriter writer, string name, params ReadOnlySpan<string> attributes)
    {
        writer.WriteStartElement(name, Main);
        foreach (var attribute in attributes)
        {
            if (reader.GetAttribute(attribute) is { } value)
            {
                writer.WriteAttributeString(attribute, value);
            }
        }
    }

    private static void CloseIfEmpty(XmlReader reader, XmlWriter writer)
    {
        if (reader.IsEmptyElement)
        {
            writer.WriteEndElement();
        }
    }
}
