using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>The document's own XML part («phần dữ liệu kèm văn bản»): what it is for, the values last written, row ids, unprinted fields and the fixed text as printed.</summary>
/// <remarks>Elements only, no mixed content: Word and SharePoint may re-indent it without harm.</remarks>
internal static class FormPart
{
    public const int TemplateVersion = 1;

    private static ReadOnlySpan<byte> Start => "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><form"u8;

    /// <summary>The part of a template.</summary>
    public static XDocument Blank(FormDefinition form, TemplateMark? mark = null) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(Form + "form",
            new XAttribute("code", form.Code.Value),
            new XAttribute("templateVersion", TemplateVersion.ToString(CultureInfo.InvariantCulture)),
            TemplateMark.Attributes(mark),
            new XAttribute("xmlns", Form.NamespaceName)));

    /// <summary>The part of a document.</summary>
    public static byte[] Build(DocumentIdentity identity, FormDefinition form, FormValues values, byte[] fixedLines, TemplateMark? mark, LayoutNames layout)
    {
        using var output = new Utf8Buffer(4096);
        Write(output, identity, form, values, fixedLines, mark, layout);
        return output.Written.ToArray();
    }

    /// <summary>The element of the fixed lines, and what tells how the template prints rows in its own way.</summary>
    public static byte[] Fixed(IEnumerable<string> lines, IEnumerable<XElement> ownPrints)
    {
        using var output = new Utf8Buffer(4096);
        output.Write("<fixed>"u8);
        foreach (var line in lines)
        {
            output.Write("<line>"u8);
            XmlEscape.Text(output, line);
            output.Write("</line>"u8);
        }

        output.Write("</fixed>"u8);
        foreach (var print in ownPrints)
        {
            output.Write(Encoding.UTF8.GetBytes(print.ToString(SaveOptions.DisableFormatting)));
        }

        return output.Written.ToArray();
    }

    /// <summary>Writes the part of a document.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="identity">What the document is for.</param>
    /// <param name="form">Its form.</param>
    /// <param name="values">Its values.</param>
    /// <param name="fixedLines">See <see cref="Fixed"/>.</param>
    /// <param name="mark">The registered template it is made with; null for an official one.</param>
    /// <param name="layout">How it is laid out.</param>
    public static void Write(Utf8Buffer output, DocumentIdentity identity, FormDefinition form, FormValues values, ReadOnlySpan<byte> fixedLines, TemplateMark? mark, LayoutNames layout)
    {
        output.Write(Start);
        Attribute(output, " code=\""u8, form.Code.Value);
        Attribute(output, " campaign=\""u8, identity.Campaign);
        Attribute(output, " organization=\""u8, identity.Organization);
        Attribute(output, " person=\""u8, identity.Person);
        output.Write(" templateVersion=\""u8);
        output.Write(TemplateVersion);
        output.Write("\""u8);
        Attribute(output, " template=\""u8, mark?.Id);
        Attribute(output, " templateRevision=\""u8, mark?.Version.ToString(CultureInfo.InvariantCulture));
        Attribute(output, " profile=\""u8, layout.Profile);
        Attribute(output, " heading=\""u8, layout.Heading);
        output.Write(" xmlns=\"urn:hoctap:form:1\"><values>"u8);
        foreach (var field in form.SingleFields)
        {
            Value(output, field, values[field.Tag]);
        }

        output.Write("</values>"u8);
        foreach (var rows in form.RowFields)
        {
            Rows(output, rows, values.RowsOf(rows.Tag));
        }

        output.Write(fixedLines);
        output.Write("</form>"u8);
    }

    private static void Rows(Utf8Buffer output, FieldDefinition rows, IReadOnlyList<FormRow> given)
    {
        Attribute(output, "<rows tag=\""u8, rows.Tag);
        output.Write(">"u8);
        foreach (var row in given)
        {
            output.Write("<row"u8);
            Attribute(output, " id=\""u8, row.RowId is { Length: > 0 } id ? id : null);
            output.Write(">"u8);
            foreach (var column in rows.Columns)
            {
                Value(output, column, row[column.Tag]);
            }

            output.Write("</row>"u8);
        }

        output.Write("</rows>"u8);
    }

    private static void Value(Utf8Buffer output, FieldDefinition field, string value)
    {
        if (value.Length > 0)
        {
            output.Write("<value tag=\""u8);
            output.Write(field.Tag.AsSpan()); // tags are ASCII
            output.Write("\" xml:space=\"preserve\">"u8);
            XmlEscape.Text(output, value);
            output.Write("</value>"u8);
        }
    }

    private static void Attribute(Utf8Buffer output, ReadOnlySpan<byte> start, string? value)
    {
        if (value is not null)
        {
            output.Write(start);
            XmlEscape.Value(output, value);
            output.Write("\""u8);
        }
    }
}
