using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>The document's own XML part («phần dữ liệu kèm văn bản»): what it is for, the values last written, row ids, unprinted fields and the fixed text as printed.</summary>
/// <remarks>Elements only, no mixed content: Word and SharePoint may re-indent it without harm.</remarks>
internal static class FormPart
{
    public const int TemplateVersion = 1;

    public static XDocument Blank(FormDefinition form, TemplateMark? mark = null) =>
        Document(new XElement(Form + "form", new XAttribute("code", form.Code.Value), Version(), TemplateMark.Attributes(mark)));

    public static XDocument Build(DocumentIdentity identity, FormDefinition form, FormValues values, IEnumerable<string> fixedLines, TemplateMark? mark, IEnumerable<XElement> ownPrints) => Document(
        new XElement(Form + "form",
            new XAttribute("code", form.Code.Value),
            new XAttribute("campaign", identity.Campaign),
            new XAttribute("organization", identity.Organization),
            identity.Person is null ? null : new XAttribute("person", identity.Person),
            Version(),
            TemplateMark.Attributes(mark),
            new XElement(Form + "values", Values(form.SingleFields, tag => values[tag])),
            form.RowFields.Select(rows => new XElement(Form + "rows",
                new XAttribute("tag", rows.Tag),
                values.RowsOf(rows.Tag).Select(row => Row(rows, row)))),
            new XElement(Form + "fixed", fixedLines.Select(line => new XElement(Form + "line", line))),
            ownPrints.Select(print => new XElement(print))));

    private static XElement Row(FieldDefinition rows, FormRow row) => new(Form + "row",
        row.RowId is { Length: > 0 } id ? new XAttribute("id", id) : null,
        Values(rows.Columns, tag => row[tag]));

    private static IEnumerable<XElement> Values(IEnumerable<FieldDefinition> fields, Func<string, string> valueOf) =>
        from field in fields
        let value = valueOf(field.Tag)
        where value.Length > 0
        select new XElement(Form + "value", new XAttribute("tag", field.Tag), new XAttribute(XNamespace.Xml + "space", "preserve"), value);

    private static XAttribute Version() => new("templateVersion", TemplateVersion.ToString(CultureInfo.InvariantCulture));

    private static XDocument Document(XElement root)
    {
        root.SetAttributeValue("xmlns", Form.NamespaceName);
        return new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root);
    }
}
