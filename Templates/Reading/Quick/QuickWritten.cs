using System.Globalization;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Tags;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads a document's own XML part in one pass over its bytes: the same as <see cref="WrittenPart.TryRead"/> tells of it.</summary>
/// <remarks>It knows the part as <see cref="FormPart"/> writes it. At anything else it gives up.</remarks>
internal ref struct QuickWritten
{
    private readonly IReadOnlyList<FormDefinition> forms;
    private readonly TagNames texts = new();
    private XmlScanner xml;
    private bool given;

    private QuickWritten(ReadOnlySpan<byte> part, IReadOnlyList<FormDefinition> forms)
    {
        this.forms = forms;
        xml = new XmlScanner(part);
    }

    /// <summary>What our part tells; null for any other part, and for ours where only a tree tells it.</summary>
    /// <param name="name">Where in the package it lies.</param>
    /// <param name="part">Its bytes.</param>
    /// <param name="forms">The forms looked for.</param>
    public static WrittenPart? TryRead(string name, ReadOnlySpan<byte> part, IReadOnlyList<FormDefinition> forms)
    {
        var reading = new QuickWritten(part, forms);
        var written = reading.Read(name);
        return reading.given || reading.xml.Refused ? null : written;
    }

    private WrittenPart? Read(string name)
    {
        if (!xml.Read() || xml.Token == XmlToken.Text || !xml.Name.SequenceEqual("form"u8) || !xml.DefaultNamespace.SequenceEqual("urn:hoctap:form:1"u8))
        {
            return null;
        }

        if (!FormCode.TryParse(Attribute("code"u8), out var code) || FormOf(code) is not { } form || xml.TryAttribute("template"u8, out _))
        {
            return null;
        }

        var identity = Attribute("campaign"u8) is { Length: > 0 } campaign && Attribute("organization"u8) is { Length: > 0 } organization
            ? new DocumentIdentity(code, campaign, organization, Attribute("person"u8))
            : null;
        var layout = new LayoutNames(Attribute("profile"u8), Attribute("heading"u8));
        return ReadContent(name, form, identity, layout, int.TryParse(Attribute("templateVersion"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
    }

    private WrittenPart ReadContent(string name, FormDefinition form, DocumentIdentity? identity, LayoutNames layout, int version)
    {
        var (singles, rows, lines) = ((Dictionary<string, string>?)null, new Dictionary<string, IReadOnlyList<FormRow>>(), (List<string>?)null);
        while (NextTagIn(0))
        {
            if (Is("values"u8) && singles is null)
            {
                singles = ReadValues(form.SingleFields);
            }
            else if (Is("rows"u8) && Attribute("tag"u8) is { } tag && form.RowFields.FirstOrDefault(field => field.Tag == tag) is { } field && !rows.ContainsKey(tag))
            {
                rows[tag] = ReadRows(field);
            }
            else if (Is("fixed"u8) && lines is null)
            {
                lines = ReadLines();
            }
            else
            {
                given = true;
            }
        }

        while (Next())
        {
            // What follows is white space, or the scanner refuses it.
        }

        foreach (var field in form.RowFields)
        {
            rows.TryAdd(field.Tag, []);
        }

        return new WrittenPart(name, form, identity, new FormValues(singles ?? [], rows), lines) { TemplateVersion = version, Template = null, Layout = layout, Printed = form, OwnPrints = [] };
    }

    private readonly FormDefinition? FormOf(FormCode code)
    {
        foreach (var form in forms)
        {
            if (form.Code == code)
            {
                return form;
            }
        }

        return null;
    }

    private bool Next() => !given && xml.Read();

    private bool NextTagIn(int depth)
    {
        while (Next() && !(xml.Token == XmlToken.End && xml.Depth == depth))
        {
            if (xml.Token is XmlToken.Start or XmlToken.Empty)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => xml.Name.SequenceEqual(name);

    private readonly string? Attribute(ReadOnlySpan<byte> name) => xml.TryAttribute(name, out var raw) ? texts.Of(raw) : null;

    private List<FormRow> ReadRows(FieldDefinition field)
    {
        var (rows, depth) = (new List<FormRow>(), xml.Depth);
        if (xml.Token == XmlToken.Empty)
        {
            return rows;
        }

        while (NextTagIn(depth))
        {
            given |= !Is("row"u8);
            var id = xml.TryAttribute("id"u8, out var raw) && raw.Length > 0 ? VietnameseText.OneLine(XmlLetters.Decode(raw)) : null;
            rows.Add(new FormRow(id, ReadValues(field.Columns)));
        }

        return rows;
    }

    // The first value of a tag counts; one that is no value of its field is none.
    private Dictionary<string, string> ReadValues(IEnumerable<FieldDefinition> fields)
    {
        var (values, depth) = (new Dictionary<string, string>(), xml.Depth);
        if (xml.Token == XmlToken.Empty)
        {
            return values;
        }

        while (NextTagIn(depth))
        {
            var tag = Attribute("tag"u8);
            given |= !Is("value"u8) || tag is null || values.ContainsKey(tag);
            var text = ReadText();
            if (FieldOf(fields, tag) is { } field && FieldValue.TryNormalize(field, text, out var value) && value.Length > 0)
            {
                values[field.Tag] = value;
            }
            else
            {
                // Whether a later one of the same tag would count is for the tree to tell.
                given = true;
            }
        }

        return values;
    }

    private static FieldDefinition? FieldOf(IEnumerable<FieldDefinition> fields, string? tag)
    {
        foreach (var field in fields)
        {
            if (field.Tag == tag)
            {
                return field;
            }
        }

        return null;
    }

    private List<string> ReadLines()
    {
        var (lines, depth) = (new List<string>(), xml.Depth);
        if (xml.Token == XmlToken.Empty)
        {
            return lines;
        }

        while (NextTagIn(depth))
        {
            given |= !Is("line"u8);
            lines.Add(VietnameseText.Words(ReadText()));
        }

        return lines;
    }

    private string ReadText()
    {
        var (text, depth) = ("", xml.Depth);
        if (xml.Token == XmlToken.Empty)
        {
            return text;
        }

        while (Next() && !(xml.Token == XmlToken.End && xml.Depth == depth))
        {
            given |= xml.Token != XmlToken.Text;
            text = XmlLetters.Decode(xml.Raw);
        }

        return text;
    }
}
