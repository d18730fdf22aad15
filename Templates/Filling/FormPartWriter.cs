using System.Globalization;
using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling;

/// <summary>Writes the XML part of documents of one form; what is the same in all of them is made once.</summary>
internal sealed class FormPartWriter(FormDefinition form)
{
    private readonly ValueElement[] singles = [.. form.SingleFields.Select(ValueElement.Of)];
    private readonly (FieldDefinition Field, byte[] Start, ValueElement[] Columns)[] lists =
        [.. form.RowFields.Select(rows => (rows, Encoding.UTF8.GetBytes($"<rows tag=\"{rows.Tag}\">"), rows.Columns.Select(ValueElement.Of).ToArray()))];

    private static ReadOnlySpan<byte> Start => "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><form"u8;

    /// <summary>Writes the part of a document.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="identity">What the document is for.</param>
    /// <param name="values">Its values.</param>
    /// <param name="fixedLines">See <see cref="FormPart.Fixed"/>.</param>
    /// <param name="mark">The registered template it is made with; null for an official one.</param>
    /// <param name="layout">How it is laid out.</param>
    public void Write(Utf8Buffer output, DocumentIdentity identity, FormValues values, ReadOnlySpan<byte> fixedLines, TemplateMark? mark, LayoutNames layout)
    {
        output.Write(Start);
        Attribute(output, " code=\""u8, form.Code.Value);
        Attribute(output, " campaign=\""u8, identity.Campaign);
        Attribute(output, " organization=\""u8, identity.Organization);
        Attribute(output, " person=\""u8, identity.Person);
        output.Write(" templateVersion=\""u8);
        output.Write(FormPart.TemplateVersion);
        output.Write("\""u8);
        Attribute(output, " template=\""u8, mark?.Id);
        Attribute(output, " templateRevision=\""u8, mark?.Version.ToString(CultureInfo.InvariantCulture));
        Attribute(output, " profile=\""u8, layout.Profile);
        Attribute(output, " heading=\""u8, layout.Heading);
        output.Write(" xmlns=\"urn:hoctap:form:1\"><values>"u8);
        foreach (var single in singles)
        {
            single.Write(output, values[single.Tag]);
        }

        output.Write("</values>"u8);
        foreach (var (field, start, columns) in lists)
        {
            WriteRows(output, start, columns, values.RowsOf(field.Tag));
        }

        output.Write(fixedLines);
        output.Write("</form>"u8);
    }

    private static void WriteRows(Utf8Buffer output, ReadOnlySpan<byte> start, ValueElement[] columns, IReadOnlyList<FormRow> given)
    {
        output.Write(start);
        for (var index = 0; index < given.Count; index++)
        {
            var row = given[index];
            output.Write("<row"u8);
            Attribute(output, " id=\""u8, row.RowId is { Length: > 0 } id ? id : null);
            output.Write(">"u8);
            WriteColumns(output, columns, row);
            output.Write("</row>"u8);
        }

        output.Write("</rows>"u8);
    }

    private static void WriteColumns(Utf8Buffer output, ValueElement[] columns, FormRow row)
    {
        var plain = row.Fields as PlainRow;
        for (var index = 0; index < columns.Length; index++)
        {
            if (plain is null)
            {
                columns[index].Write(output, row[columns[index].Tag]);
            }
            else
            {
                columns[index].Write(output, plain, index);
            }
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

    /// <summary>The element of a field's value.</summary>
    private sealed record ValueElement(string Tag, byte[] Start)
    {
        // Tags are ASCII.
        public static ValueElement Of(FieldDefinition field) => new(field.Tag, Encoding.ASCII.GetBytes($"<value tag=\"{field.Tag}\" xml:space=\"preserve\">"));

        public void Write(Utf8Buffer output, PlainRow row, int column)
        {
            if (row.At(column).Length > 0)
            {
                output.Write(Start);
                row.Write(column, output);
                output.Write("</value>"u8);
            }
        }

        public void Write(Utf8Buffer output, string value)
        {
            if (value.Length > 0)
            {
                output.Write(Start);
                XmlEscape.Text(output, value);
                output.Write("</value>"u8);
            }
        }
    }
}
