using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What our own XML part tells about a document: the form, what it is for, what we last wrote.</summary>
/// <param name="PartName">Where in the package it lies.</param>
/// <param name="Form">The form.</param>
/// <param name="Identity">What the document is for; null when the part does not tell all of it.</param>
/// <param name="Values">The values last written; empty for a blank template.</param>
/// <param name="Lines">The fixed text as it was printed; null when nothing was written yet.</param>
internal sealed record WrittenPart(string PartName, FormDefinition Form, DocumentIdentity? Identity, FormValues Values, IReadOnlyList<string>? Lines)
{
    /// <summary>The version of the part, by the product that made the template.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>The registered template it was made with; null for an official one.</summary>
    public required TemplateMark? Template { get; init; }

    /// <summary>How it was laid out, as far as the part tells.</summary>
    public required LayoutNames Layout { get; init; }

    /// <summary>The form with its rows in the words and columns of that template.</summary>
    public required FormDefinition Printed { get; init; }

    /// <summary>How that template prints its rows differently, as the part tells it.</summary>
    public required IReadOnlyList<XElement> OwnPrints { get; init; }

    /// <summary>The part in a file just opened; parts longer than ours can be are not looked at.</summary>
    public static WrittenPart? Find(PackageFile file, IReadOnlyList<FormDefinition> forms) => Find(file.Names, file.Bytes, forms);

    public static WrittenPart? Find(DocxParts parts, IReadOnlyList<FormDefinition> forms) => Find(parts.Names, name => parts.Within(name, ReadingLimits.KeptPart), forms);

    private static WrittenPart? Find(IEnumerable<string> names, Func<string, byte[]?> bytes, IReadOnlyList<FormDefinition> forms) => names
        .Where(name => name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        .Select(name => bytes(name) is { } content ? TryRead(name, content, forms) : null)
        .FirstOrDefault(part => part is not null);

    /// <summary>What a data part tells; null when it is not ours.</summary>
    public static WrittenPart? TryRead(string name, byte[] content, IReadOnlyList<FormDefinition> forms)
    {
        try
        {
            var root = SafeXml.Parse(content).Root;
            return root?.Name == Ooxml.Form + "form" && FormCode.TryParse((string?)root.Attribute("code"), out var code) && forms.FirstOrDefault(known => known.Code == code) is { } form
                ? Of(name, root, form)
                : null;
        }
        catch (XmlException)
        {
            // A broken part of another program is no reason to refuse the paper.
            return null;
        }
    }

    private static WrittenPart Of(string name, XElement root, FormDefinition form)
    {
        var prints = root.Elements(Ooxml.Form + "print").Where(OwnPrint.IsSound).ToList();
        return new WrittenPart(name, form, IdentityIn(root, form.Code), ValuesIn(root, form), LinesIn(root))
        {
            TemplateVersion = NumberIn(root, "templateVersion"),
            Template = TemplateMark.In(root),
            Layout = LayoutNames.In(root),
            Printed = OwnPrint.Over(form, prints),
            OwnPrints = prints,
        };
    }

    private static int NumberIn(XElement root, string name) =>
        int.TryParse((string?)root.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DocumentIdentity? IdentityIn(XElement root, FormCode code) =>
        (string?)root.Attribute("campaign") is { Length: > 0 } campaign && (string?)root.Attribute("organization") is { Length: > 0 } organization
            ? new DocumentIdentity(code, campaign, organization, (string?)root.Attribute("person"))
            : null;

    private static FormValues ValuesIn(XElement root, FormDefinition form) => new(
        Singles(form.SingleFields, root.Element(Ooxml.Form + "values")),
        form.RowFields.ToDictionary(field => field.Tag, field => RowsIn(root, field)));

    private static IReadOnlyList<FormRow> RowsIn(XElement root, FieldDefinition field) =>
    [
        .. root.Elements(Ooxml.Form + "rows").Where(rows => (string?)rows.Attribute("tag") == field.Tag).Elements(Ooxml.Form + "row")
            .Select(row => new FormRow((string?)row.Attribute("id") is { Length: > 0 } id ? VietnameseText.OneLine(id) : null, Singles(field.Columns, row))),
    ];

    private static Dictionary<string, string> Singles(IEnumerable<FieldDefinition> fields, XElement? container)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in fields)
        {
            var text = container?.Elements(Ooxml.Form + "value").FirstOrDefault(value => (string?)value.Attribute("tag") == field.Tag)?.Value;
            if (FieldValue.TryNormalize(field, text, out var value) && value.Length > 0)
            {
                values[field.Tag] = value;
            }
        }

        return values;
    }

    private static IReadOnlyList<string>? LinesIn(XElement root) =>
        root.Element(Ooxml.Form + "fixed") is { } written ? [.. written.Elements(Ooxml.Form + "line").Select(line => VietnameseText.Words(line.Value))] : null;
}
